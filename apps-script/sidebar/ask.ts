import type { Ask, PageAnswer, PageMessage } from '../../shared/ports';
import type { AskBulk } from '../bulk-messages';

/** https://developers.google.com/apps-script/guides/html/reference/run */
export interface ScriptRun {
  withSuccessHandler(handler: (answer: unknown) => void): ScriptRun;
  withFailureHandler(handler: () => void): ScriptRun;
  rpc(name: string, args: readonly unknown[]): void;
}

/**
 * Google ends a run after six minutes, sometimes without telling anybody. A message about the key takes seconds; the
 * longest, which asks Trace, ends after half a minute. One that enters formulas again may have many to write.
 */
const KEY_ANSWER_WITHIN_MS = 60_000;
const CELLS_ANSWER_WITHIN_MS = 180_000;
const ABOUT_CELLS: ReadonlySet<string> = new Set<PageMessage>(['retryProblems', 'restoreFormulas', 'fetchWaiting']);

/** Google runs the server side as the browser's first account, which may not have the add-on: https://issuetracker.google.com/69270374. */
const NOT_RUN =
  'Google did not run this. Try again. If you use several Google accounts, open the spreadsheet with only one signed in.';

const NOT_ANSWERED = 'Google did not answer in time, but may still finish. Open Trace again from the menu to check.';

/** Asks the script by `google.script.run`, with a time limit for every answer. */
export function makeAsk(run: ScriptRun): Ask & AskBulk {
  return (message: string, ...args: readonly unknown[]) =>
    new Promise<PageAnswer<never>>((resolve) => {
      const settle = (answer: PageAnswer<never>): void => {
        clearTimeout(timer);
        resolve(answer);
      };
      const limitMs =
        ABOUT_CELLS.has(message) || message.startsWith('bulk') ? CELLS_ANSWER_WITHIN_MS : KEY_ANSWER_WITHIN_MS;
      const timer = setTimeout(() => settle({ ok: false, sentence: NOT_ANSWERED }), limitMs);
      run
        .withSuccessHandler((answer) => settle(answer as PageAnswer<never>))
        .withFailureHandler(() => settle({ ok: false, sentence: NOT_RUN }))
        .rpc(message, args);
    });
}
