import { removeOwnList } from './clean-up';
import type { Settings, Known } from './known';
import { NOTHING_KNOWN } from './known';
import { judge, readErrorCode, type Judgement } from './judge';
import type { PlannedCall } from './plan';
import type { Findings, Result } from './results';
import { send, type Fate, type Sender } from './send';

const KEY_REFUSED = 'Trace refused the key (401): set TRACE_API_KEY to one that works.';
const CREDITS_OUT = 'There are not enough credits (402): top up at app.tracedata.ai, under Settings > Usage & Credits.';
const KEY_WITHOUT_ORGANIZATION = 'The key has no organization (403): set TRACE_API_KEY to one that does.';

/** Makes the planned calls one at a time, until all are made or none can succeed. */
export async function checkAll(
  plan: readonly PlannedCall[],
  settings: Settings,
  sender: Sender,
  isInterrupted: () => boolean,
): Promise<Findings> {
  const results: Result[] = [];
  let known: Known = NOTHING_KNOWN;
  let stopped: string | null = null;
  let mayHaveList = false;
  for (const planned of plan) {
    const { operation, learn } = planned.call;
    if (stopped === null && isInterrupted()) stopped = 'Interrupted.';
    const request = whyNot(planned, stopped) ?? planned.call.ask(known, settings);
    if ('reason' in request) {
      results.push({ operation, judgement: null, reason: request.reason });
      continue;
    }
    if (operation.name === 'lists.create') mayHaveList = true;
    const fate = await send(request, sender);
    stopped = whyStop(
      fate,
      results.some(({ judgement }) => judgement !== null),
    );
    if (stopped !== null) {
      results.push({ operation, judgement: null, reason: 'the check stopped here' });
      continue;
    }
    const judgement = judge(operation, request, fate);
    results.push({ operation, judgement, reason: null });
    if (isSuccess(judgement)) known = { ...known, ...learn?.(judgement.body, known) };
    if (operation.name === 'lists.delete' && isSuccess(judgement)) mayHaveList = false;
  }
  const leftBehind = mayHaveList ? await removeOwnList(known.ownListId, settings.listName, sender) : null;
  return { results, stopped, leftBehind };
}

function whyNot({ skipped }: PlannedCall, stopped: string | null) {
  if (skipped !== null) return { reason: skipped };
  return stopped === null ? null : { reason: 'the check stopped before it' };
}

/** If the first call gets no answer, no other will. */
function whyStop(fate: Fate, hasAnswers: boolean): string | null {
  if (fate.is !== 'answer') return hasAnswers ? null : `The service could not be asked: ${fate.is}.`;
  const { status, text } = fate.answer;
  if (status === 401) return KEY_REFUSED;
  if (status === 402) return CREDITS_OUT;
  return status === 403 && readErrorCode(text) === 'key_missing_org_association' ? KEY_WITHOUT_ORGANIZATION : null;
}

function isSuccess({ status }: Judgement): boolean {
  return status !== null && status >= 200 && status < 300;
}
