import { TraceError } from '../../shared/formulas';
import { fromKept, isOffline, toRefused, traitsOf } from '../../shared/panel';
import type { Ask, PanelAnswer, PanelMessage } from '../../shared/ports';
import type { AskBulk } from '../messages/bulk-messages';

/** https://developers.google.com/apps-script/guides/html/reference/run */
export interface ScriptRun {
  withSuccessHandler(handler: (answer: unknown) => void): ScriptRun;
  withFailureHandler(handler: (thrown?: unknown) => void): ScriptRun;
  rpc(name: string, args: readonly unknown[]): void;
}

/**
 * Google ends a run after six minutes, sometimes without reporting it. A message about the key takes seconds; the
 * longest, which asks Trace, ends after half a minute. One about cells may have many to read or to write.
 */
const KEY_ANSWER_WITHIN_MS = 60_000;
const CELLS_ANSWER_WITHIN_MS = 180_000;
/** Freezing runs for up to four minutes, after waiting for the file, and asks the user in a dialog meanwhile. */
const FREEZE_ANSWERS_WITHIN_MS = 400_000;
/** Messages that read all cells of the file. */
const ABOUT_CELLS: ReadonlySet<string> = new Set<PanelMessage>([
  'problems',
  'priceRetry',
  'retryProblems',
  'removeRefresh',
  'spending',
  'fetchWaiting',
]);

/**
 * Google runs 30 functions of one user at once, formulas and panel together, and starts a limited number per second
 * (https://developers.google.com/apps-script/guides/services/quotas). It then does not run the message, and says in
 * the user's language "There are too many scripts running simultaneously" or "Script invoked too many times per
 * second", or names "exec qps".
 */
const BUSY_SAYS =
  /simult|gleichzeitig|одновременно|同时|同時|동시|per second|pro sekunde|par seconde|por segundo|al secondo|в секунду|[1每毎] ?秒|초당|\bqps\b/i;
/**
 * A message that Google certainly has not run is sent again after 1, 2, 4, 8 and 16 seconds, and up to half as long
 * more.
 */
const FIRST_WAIT_MS = 1_000;
const MOST_REPEATS = 5;

/** Asks the script by `google.script.run`, with a time limit for every answer. */
export function makeAsk(run: ScriptRun): Ask & AskBulk {
  return (message: string, ...args: readonly unknown[]) =>
    new Promise<PanelAnswer<never>>((resolve) => {
      let isOver = false;
      const settle = (answer: PanelAnswer<never>): void => {
        clearTimeout(timer);
        isOver = true;
        resolve(answer);
      };
      const timer = setTimeout(() => settle(toRefused(new TraceError('scriptSilent', {}))), limitOf(message));
      const send = (repeats: number): void => {
        if (isOver) return;
        // Google's script is never on this computer, so nothing is sent in vain.
        if (isOffline()) return settle(toRefused(new TraceError('offline', {})));
        run
          .withSuccessHandler((answer) => settle(inWords(answer as PanelAnswer<never> | null)))
          .withFailureHandler((thrown) => {
            const error = readFailure(thrown);
            if (traitsOf(error).isRetried !== true || repeats === MOST_REPEATS) settle(toRefused(error));
            else setTimeout(() => send(repeats + 1), FIRST_WAIT_MS * 2 ** repeats * (1 + Math.random() / 2));
          })
          .rpc(message, args);
      };
      send(0);
    });
}

/** How long an answer may take, in milliseconds. */
function limitOf(message: string): number {
  if (message === 'bulkFreeze') return FREEZE_ANSWERS_WITHIN_MS;
  return ABOUT_CELLS.has(message) || message.startsWith('bulk') ? CELLS_ANSWER_WITHIN_MS : KEY_ANSWER_WITHIN_MS;
}

/** Why Google returned no answer of the script. */
function readFailure(thrown: unknown): TraceError {
  const words = String((thrown as { readonly message?: unknown } | null)?.message ?? thrown);
  return BUSY_SAYS.test(words) ? new TraceError('scriptBusy', {}) : notRun();
}

/**
 * Google runs the server side as the browser's first account, which may not have the add-on:
 * https://issuetracker.google.com/69270374.
 */
function notRun(): TraceError {
  return new TraceError('scriptNotRun', {});
}

/** The script's own sentence is used only if this page has no words for its code. */
function inWords(answer: PanelAnswer<never> | null): PanelAnswer<never> {
  if (answer === null) return toRefused(notRun());
  const error = answer.ok ? null : fromKept(answer);
  return error === null ? answer : toRefused(error);
}
