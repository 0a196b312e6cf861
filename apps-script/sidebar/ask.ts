import { fromKept, toRefused } from '../../shared/panel';
import type { Ask, PageAnswer, PageMessage } from '../../shared/ports';
import type { AskBulk } from '../bulk-messages';

/** https://developers.google.com/apps-script/guides/html/reference/run */
export interface ScriptRun {
  withSuccessHandler(handler: (answer: unknown) => void): ScriptRun;
  withFailureHandler(handler: (thrown?: unknown) => void): ScriptRun;
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

/**
 * Google runs 30 functions of one person at once, formulas and panel together
 * (https://developers.google.com/apps-script/guides/services/quotas), and then runs nothing of the message. It says "There
 * are too many scripts running simultaneously", in the person's language.
 */
const BUSY_SAYS = /simult|gleichzeitig|одновременно|同时|同時|동시/i;
const BUSY = 'Google is busy with the formulas of this file. Try again when they are done.';
/** So a message is sent again after 1, 2, 4, 8 and 16 seconds, and up to half as long more. */
const FIRST_WAIT_MS = 1_000;
const MOST_REPEATS = 5;

const NOT_ANSWERED = 'Google did not answer in time, but may still finish. Open Trace again from the menu to check.';

/** Asks the script by `google.script.run`, with a time limit for every answer. */
export function makeAsk(run: ScriptRun): Ask & AskBulk {
  return (message: string, ...args: readonly unknown[]) =>
    new Promise<PageAnswer<never>>((resolve) => {
      let isOver = false;
      const settle = (answer: PageAnswer<never>): void => {
        clearTimeout(timer);
        isOver = true;
        resolve(answer);
      };
      const limitMs =
        ABOUT_CELLS.has(message) || message.startsWith('bulk') ? CELLS_ANSWER_WITHIN_MS : KEY_ANSWER_WITHIN_MS;
      const timer = setTimeout(() => settle({ ok: false, sentence: NOT_ANSWERED }), limitMs);
      const send = (repeats: number): void => {
        if (isOver) return;
        run
          .withSuccessHandler((answer) => settle(inWords(answer as PageAnswer<never> | null)))
          .withFailureHandler((thrown) => {
            const isBusy = BUSY_SAYS.test(String((thrown as { readonly message?: unknown } | null)?.message ?? thrown));
            if (!isBusy || repeats === MOST_REPEATS) settle({ ok: false, sentence: isBusy ? BUSY : NOT_RUN });
            else setTimeout(() => send(repeats + 1), FIRST_WAIT_MS * 2 ** repeats * (1 + Math.random() / 2));
          })
          .rpc(message, args);
      };
      send(0);
    });
}

/** The script's own sentence is only for what this page knows no words for. */
function inWords(answer: PageAnswer<never> | null): PageAnswer<never> {
  if (answer === null) return { ok: false, sentence: NOT_RUN };
  const error = answer.ok ? null : fromKept(answer);
  return error === null ? answer : toRefused(error);
}
