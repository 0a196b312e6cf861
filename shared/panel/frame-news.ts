import type { KeyState } from './key-state';
import { toStatusText } from './key-text';
import type { SpendingState } from './spending-state';
import { toFetchedText } from './spending-text';
import type { TabId } from './tabs';

interface Told {
  readonly keys: KeyState;
  readonly spending: SpendingState;
  /** Formulas that an earlier retry had left out. */
  readonly restored: string;
  /** What has happened before, such as that everything was removed. */
  readonly before: string;
  readonly tab: TabId;
}

/** What is said above the tabs: what is under way or done, and not said in the open one. `''`: nothing. */
export function toNews({ keys, spending, restored, before, tab }: Told): string {
  const fetched = tab === 'activity' || spending.fetching === null ? '' : toFetchedText(spending);
  const old = keys.key?.hasKey === true ? '' : before;
  return fetched || toSaved(keys, tab) || restored || old;
}

/** Why the key that was saved may not work; `''`: it does, or nothing is said of it. */
export function toDoubt(keys: KeyState, tab: TabId): string {
  return toSaved(keys, tab) && (keys.problem?.sentence ?? '');
}

function toSaved(keys: KeyState, tab: TabId): string {
  return keys.done === 'saved' && tab !== 'settings' ? toStatusText(keys) : '';
}
