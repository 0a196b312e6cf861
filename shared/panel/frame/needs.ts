import { traitsOf } from '../../errors/traits';
import type { KeyStatus } from '../../client/key';
import { count } from '../common/words';
import { toEndedTitle } from '../enrich/news';
import { isDone, isUndoing, type RunStage } from '../enrich/run-stage';
import type { SpendingStatus } from '../protocol';
import {
  mayApprove,
  toFetchLabel,
  toKeepLabel,
  toReasonText,
  toUnconfirmedText,
  toFetchedText,
} from '../state/spending-text';
import type { TabId } from '../state/tabs';
import { toStatusText, type KeyState } from '../state/key-state';
import type { SpendingState } from '../state/spending-state';
import { toRetryLabel, toSuggestionText, type SuggestedRetry } from '../state/retry-text';

/** Something that needs a person, and the one button that helps. */
export interface Need {
  readonly is: 'refusedKey' | 'run' | 'limit' | 'waiting' | 'problems' | 'old';
  readonly text: string;
  readonly button: string;
}

export interface Situation {
  readonly key: KeyStatus | null;
  readonly status: SpendingStatus | null;
  readonly stage: RunStage;
  /** Cells may show problems that can be answered now; `null`: nothing says so. */
  readonly retry: SuggestedRetry | null;
  /** How many answers are old, if the user is to be told. */
  readonly oldAnswers: number;
  readonly tab: TabId;
}

/** What needs a person, the most urgent first. What the open tab shows anyway is left out. */
export function toNeeds({ key, status, stage, retry, oldAnswers, tab }: Situation): readonly Need[] {
  const needs: Need[] = [];
  if (tab !== 'settings' && key?.hasKey === true && key.standing === 'refused') {
    needs.push({ is: 'refusedKey', text: 'Trace refused your API key.', button: 'Replace key' });
  }
  const run = tab === 'enrich' ? null : toRunText(stage);
  if (run !== null) needs.push({ is: 'run', text: run, button: 'Review' });
  const unconfirmed = tab === 'settings' ? undefined : status?.unconfirmed;
  if (status !== null && unconfirmed !== undefined) {
    needs.push({ is: 'limit', text: toUnconfirmedText(status), button: toKeepLabel(unconfirmed) });
  }
  if (tab !== 'activity' && status !== null && status.waiting.cells > 0) {
    const text = `${count(status.waiting.cells, 'cell is waiting', 'cells are waiting')}. ${toReasonText(status)}`;
    const mayFetch = !status.waiting.isLeast && mayApprove(status);
    needs.push({ is: 'waiting', text, button: mayFetch ? toFetchLabel(status) : 'Review' });
  }
  if (tab !== 'activity' && retry !== null) {
    needs.push({ is: 'problems', text: toSuggestionText(retry), button: toRetryLabel(retry) });
  }
  if (oldAnswers > 0) {
    const text = `${count(oldAnswers, 'answer is', 'answers are')} older than 30 days.`;
    needs.push({ is: 'old', text, button: 'Check for changes' });
  }
  return needs;
}

/** A run that needs a decision; `null`: none. */
function toRunText(stage: RunStage): string | null {
  switch (stage.is) {
    case 'ended': {
      const { enrichment, end } = stage.ended;
      if (!enrichment.isOwn) return 'An enrichment in this file waits for a decision.';
      if (isUndoing(enrichment)) return 'An undo was not finished.';
      if (isDone(enrichment)) return null;
      return end !== null && end.why !== null && traitsOf(end.why).ends === 'limit'
        ? `The enrichment reached its limit. ${toEndedTitle(stage.ended)}.`
        : `${toEndedTitle(stage.ended)}.`;
    }
    case 'damaged':
      return 'The record of an enrichment is damaged.';
    case 'opening':
    case 'free':
    case 'running':
      return null;
  }
}

interface Told {
  readonly keys: KeyState;
  readonly spending: SpendingState;
  /** What has happened before, such as that everything was removed. */
  readonly before: string;
  readonly tab: TabId;
}

/** What is said above the tabs: what is under way or done, and not said in the open one. `''`: nothing. */
export function toNews({ keys, spending, before, tab }: Told): string {
  const fetched = tab === 'activity' || spending.fetching === null ? '' : toFetchedText(spending);
  const old = keys.key?.hasKey === true ? '' : before;
  return fetched || toSaved(keys, tab) || old;
}

/** Why the key that was saved may not work; `''`: it does, or nothing is said of it. */
export function toDoubt(keys: KeyState, tab: TabId): string {
  return toSaved(keys, tab) && (keys.problem?.sentence ?? '');
}

function toSaved(keys: KeyState, tab: TabId): string {
  return keys.done === 'saved' && tab !== 'settings' ? toStatusText(keys) : '';
}
