import type { ActionCall, ActionValue } from '../actions/protocol';
import type { Exchange, HttpRequest } from '../client/exchange';
import type { KeyStatus } from '../client/check-key';
import type { KeyVerdict } from '../client/key-verdict';
import type { Account } from '../records/ports';
import type { SpendPolicy } from '../credits/spend-policy';
import type { WaitingStatus } from '../functions/price-waiting';

/** What a page of the add-on may ask of its host, and what comes back. All of it is plain JSON: hosts carry no dates. */
export interface PageMessages {
  readonly keyStatus: { readonly args: readonly []; readonly value: KeyStatus };
  /** @param standing what the service has said of it */
  readonly setKey: {
    readonly args: readonly [pasted: string, account: AccountChoice, standing: 'works' | 'untested'];
    readonly value: KeyStatus;
  };
  readonly forgetKey: { readonly args: readonly []; readonly value: KeyStatus };
  /** Asks the service about a key before it is set; keeps nothing and costs nothing. */
  readonly tryKey: { readonly args: readonly [pasted: string]; readonly value: KeyVerdict };
  /** Asks the service whether it takes the key that is set; costs nothing. */
  readonly testKey: { readonly args: readonly []; readonly value: KeyVerdict };
  /** Calculates again the Trace cells that show a problem, and no others. */
  readonly retryProblems: { readonly args: readonly []; readonly value: RetriedCells };
  /** Puts back formulas that an earlier retry, which broke off, had taken out. Answers how many. */
  readonly restoreFormulas: { readonly args: readonly []; readonly value: number };
  /** What formulas may spend, have spent and wait for. */
  readonly spending: { readonly args: readonly []; readonly value: SpendingStatus };
  /** Of this file. */
  readonly setPolicy: { readonly args: readonly [policy: SpendPolicy]; readonly value: SpendingStatus };
  /** Of the user, in all files that the user owns; `null`: none. */
  readonly setOwnerLimit: { readonly args: readonly [credits: number | null]; readonly value: SpendingStatus };
  /** Whether formulas of this file may read the lists of the user, who owns it. */
  readonly setListsAllowed: { readonly args: readonly [allowed: boolean]; readonly value: null };
  /** Lets formulas spend so many credits more, and calculates the cells again that wait for it. */
  readonly fetchWaiting: { readonly args: readonly [credits: number]; readonly value: RetriedCells };
  /** Does something in Trace: one of the actions of `shared/actions/protocol.ts`. */
  readonly act: { readonly args: ActionCall; readonly value: ActionValue };
  /**
   * Sends requests of an action that the page does by itself, with the key, which the page does not see.
   *
   * @param account the id of the account that has to pay; absent: whichever the key is of
   */
  readonly exchange: {
    readonly args: readonly [requests: readonly HttpRequest[], account?: string];
    readonly value: readonly Exchange[];
  };
  /** Whose key it is, for an action that the page does by itself. */
  readonly account: { readonly args: readonly []; readonly value: Account | null };
  /** The last requests, the newest first. */
  readonly requestLog: { readonly args: readonly []; readonly value: readonly LoggedRequest[] };
}

export type PageMessage = keyof PageMessages;

/** Credits, as far as they are known here: what other files and devices spend is not. */
export interface SpendingStatus {
  readonly policy: SpendPolicy;
  /** The user's own daily limit for formulas in all owned files; `null`: none. */
  readonly ownerLimit: number | null;
  readonly formulasToday: number;
  readonly runsToday: number;
  /** What waits for leave to be fetched, and what it costs at most. */
  readonly waiting: WaitingStatus;
}

export interface RetriedCells {
  /** How many formulas are calculated again. */
  readonly cells: number;
  /** How many are left for the next time. */
  readonly left: number;
}

/** Whose credits the new key spends: what is remembered for one account never answers another. */
export type AccountChoice = 'sameAccount' | 'anotherAccount';

/** One request to the Trace API: what was asked for and what became of it, without key and contents. */
export interface LoggedRequest {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** The operation, such as `companies.batch`. */
  readonly operation: string;
  /** The HTTP status, or why there is none. */
  readonly outcome: number | string;
  readonly durationMs: number;
  /** Credits, where the answer tells: only one that refuses for want of credits does. */
  readonly creditsMissing: number | null;
  /** Whether the service has no such route: another way is taken for a day. */
  readonly isRouteMissing: boolean;
}

export type PageAnswer<T> =
  | { readonly ok: true; readonly value: T }
  /** A sentence that tells the user what to do next; for a program, its code and facts, where the host tells them. */
  | { readonly ok: false; readonly sentence: string; readonly code?: string; readonly facts?: unknown };

/** How a page asks its host. Never rejects. */
export type Ask = <N extends PageMessage>(
  message: N,
  ...args: PageMessages[N]['args']
) => Promise<PageAnswer<PageMessages[N]['value']>>;
