import type { ActionCall, ActionValue, ActionMessages, ActionName } from '../actions/protocol';
import type { Exchange, HttpRequest } from '../client/exchange';
import type { KeyStatus, KeyVerdict } from '../client/key';
import type { Account } from '../records/account';
import type { SpendPolicy } from '../credits/daily-spending';
import type { WaitingStatus } from '../credits/waiting-lookups';
import { toKept } from '../errors/kept-error';
import { say } from '../errors/say';
import type { CellPlace } from './cell/selected-cell';
import type { TraceError } from '../errors/trace-error';

/**
 * The messages between a page of the add-on and its host: arguments and answers. All of it is plain JSON, without
 * dates.
 */
export interface PanelMessages {
  readonly keyStatus: { readonly args: readonly []; readonly value: KeyStatus };
  /** @param standing the service's verdict on it */
  readonly setKey: {
    readonly args: readonly [pasted: string, account: AccountChoice, standing: 'works' | 'untested'];
    readonly value: KeyStatus;
  };
  readonly forgetKey: { readonly args: readonly []; readonly value: KeyStatus };
  /** Asks the service about a key before it is set. Free, and stores nothing. */
  readonly tryKey: { readonly args: readonly [pasted: string]; readonly value: KeyVerdict };
  /** Asks the service whether the current key works. Free. */
  readonly testKey: { readonly args: readonly []; readonly value: KeyVerdict };
  /** The cells that show a problem, by what they say. `''`: the host cannot tell. */
  readonly problems: { readonly args: readonly []; readonly value: readonly ShownProblem[] };
  /**
   * How many cells say that a key or an approval is missing, which may no longer be true: the host recalculates no texts
   * when a file is opened.
   */
  readonly outdated: { readonly args: readonly []; readonly value: number };
  /**
   * The most that recalculating cells with problems may cost, in credits: their price, or what formulas may still spend
   * today if that is less. `null`: unknown.
   */
  readonly priceRetry: { readonly args: readonly []; readonly value: number | null };
  /** Recalculates the Trace cells that show a problem, and no others. */
  readonly retryProblems: { readonly args: readonly []; readonly value: RetriedCells };
  /**
   * Removes the arguments that a retry has added from formulas whose answers are saved. Returns from how many formulas.
   */
  readonly removeRefresh: { readonly args: readonly []; readonly value: number };
  /** What formulas may spend, have spent and wait for. */
  readonly spending: { readonly args: readonly []; readonly value: SpendingStatus };
  /** The policy of this file. */
  readonly setPolicy: { readonly args: readonly [policy: SpendPolicy]; readonly value: SpendingStatus };
  /** The user's own limit, for all files that the user owns; `null`: none. */
  readonly setOwnerLimit: { readonly args: readonly [credits: number | null]; readonly value: SpendingStatus };
  /** Whether formulas of this file may read the lists of its owner, the user. */
  readonly setListsAllowed: { readonly args: readonly [allowed: boolean]; readonly value: null };
  /** Approves more credits for formulas, and recalculates the cells that wait for approval. */
  readonly fetchWaiting: { readonly args: readonly [credits: number]; readonly value: RetriedCells };
  /**
   * Lets formulas ask Trace again: ends pauses after failures, and approves that many more credits. The page then enters
   * the formula of a cell again.
   */
  readonly letFetch: { readonly args: readonly [credits: number]; readonly value: null };
  /** Performs one of the actions of `shared/actions/protocol.ts`. */
  readonly act: { readonly args: ActionCall; readonly value: ActionValue };
  /**
   * Sends requests of an action that the page performs itself. The host adds the key, which the page does not see.
   *
   * @param account the id of the account that has to pay; absent: that of the key
   */
  readonly exchange: {
    readonly args: readonly [requests: readonly HttpRequest[], account?: string];
    readonly value: readonly Exchange[];
  };
  /** The account, for an action that the page performs itself. */
  readonly account: { readonly args: readonly []; readonly value: Account | null };
  /** The last requests, newest first. */
  readonly requestLog: { readonly args: readonly []; readonly value: readonly LoggedRequest[] };
}

/** The name of a message from the page to its host. */
export type PanelMessage = keyof PanelMessages;

/** Credits, as far as known: other files and devices may spend too. */
export interface SpendingStatus {
  readonly policy: SpendPolicy;
  /** The user's own daily limit for formulas in all owned files; `null`: none. */
  readonly ownerLimit: number | null;
  readonly formulasToday: number;
  readonly runsToday: number;
  /** What the account had left when the service last refused for lack of credits; absent: it has not said. */
  readonly creditsLeft?: number;
  /** What waits for approval, and its price at most. */
  readonly waiting: WaitingStatus;
  /** Set if someone else's account pays, so that only its owner can approve more. */
  readonly isOthers?: boolean;
  /** What the file allows, and its owner has never confirmed: until then formulas stop at the default. */
  readonly unconfirmed?: SpendPolicy;
  /** How many formulas have no answer yet; absent where the host cannot tell. */
  readonly fetching?: number;
}

/** A sentence, how many cells show it, and the first of them, if the host knows. */
export type ShownProblem = readonly [sentence: string, cells: number, first?: CellPlace];

/** The result of a retry, as counts of formulas. */
export interface RetriedCells {
  /** How many formulas are recalculated. */
  readonly cells: number;
  /** How many are left for the next time. */
  readonly left: number;
  /** What the host recalculates only with an extra argument, or not at all, and what to do about it. */
  readonly kept?: string;
}

/** Which account's credits the new key spends: saved answers of one account never answer for another. */
export type AccountChoice = 'sameAccount' | 'anotherAccount';

/** One request to the Trace API and its outcome, without key and contents. */
export interface LoggedRequest {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** The operation, such as `companies.batch`. */
  readonly operation: string;
  /** The HTTP status, or why there is none. */
  readonly outcome: number | string;
  readonly durationMs: number;
  /** Credits, where the answer says so: only a refusal for lack of credits does. */
  readonly creditsMissing: number | null;
  /** Whether the service lacks the route, so that another one is used for a day. */
  readonly isRouteMissing: boolean;
}

/** What the host answers to a message. */
export type PanelAnswer<T> =
  | { readonly ok: true; readonly value: T }
  /**
   * A sentence that says what to do next, and for programs code and facts of the error. If these are missing, the host
   * was not reached, or failed on the way.
   */
  | { readonly ok: false; readonly sentence: string; readonly code?: string; readonly facts?: unknown };

/** How a page asks its host. Never rejects. */
export type Ask = <N extends PanelMessage>(
  message: N,
  ...args: PanelMessages[N]['args']
) => Promise<PanelAnswer<PanelMessages[N]['value']>>;

/** Performs an action, typed by its name. Never rejects. */
export type Act = <N extends ActionName>(
  name: N,
  given: ActionMessages[N]['given'],
) => Promise<PanelAnswer<ActionMessages[N]['value']>>;

export function makeAct(ask: Ask): Act {
  return (name, given) => ask('act', ...([name, given] as unknown as ActionCall)) as Promise<PanelAnswer<never>>;
}

/** The answer to a message that failed: in the words for beside a button, and by its code and facts. */
export function toRefused(error: TraceError): Extract<PanelAnswer<never>, { ok: false }> {
  return { ok: false, sentence: say(error, 'action'), ...toKept(error) };
}
