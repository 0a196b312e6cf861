import { makeCall } from '../../../apps-script/sidebar/call';
import type { AskBulk } from '../../../apps-script/messages/bulk-messages';

/** A script that answers each message with the next code; `''`: it does what is asked. */
function scriptOf(codes: readonly string[]): { readonly ask: AskBulk; asked: () => number } {
  let asked = 0;
  const ask = (() => {
    const code = codes[asked++] ?? '';
    return Promise.resolve(
      code === '' ? { ok: true, value: null } : { ok: false, sentence: 'Refused.', code, facts: {} },
    );
  }) as unknown as AskBulk;
  return { ask, asked: () => asked };
}

it.each<[string, readonly string[], string, number]>([
  ['a busy file is asked again', ['fileBusy', 'fileBusy', ''], 'done', 3],
  ['but four times at most', ['fileBusy', 'fileBusy', 'fileBusy', 'fileBusy', ''], 'fileBusy', 4],
  ['a refusal that stays is not', ['sheetGone', ''], 'sheetGone', 1],
  ['nor what may have been charged', ['timedOut', ''], 'timedOut', 1],
  ['nor a message that was sent again while Google was busy', ['scriptBusy', ''], 'scriptBusy', 1],
  ['nor one that Google may have run', ['scriptNotRun', ''], 'scriptNotRun', 1],
  ['nor a code of another version', ['ofAnotherVersion', ''], 'scriptFailed', 1],
])('%s', async (_, codes, outcome, times) => {
  const { ask, asked } = scriptOf(codes);
  const ended = await makeCall(ask)('bulkLocale').then(
    () => 'done',
    (error: { readonly code: string }) => error.code,
  );
  expect({ ended, asked: asked() }).toEqual({ ended: outcome, asked: times });
});
