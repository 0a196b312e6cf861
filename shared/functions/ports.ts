import type { ClientPorts } from '../client/ports';
import type { LookupPorts } from '../lookup/ports';
import type { CreditsPorts } from '../credits/ports';
import type { Task } from '../task';
import type { FunctionId } from '../catalogue/index';

/** What a formula asks of its host. It neither sends nor pays: its look-ups do. */
export type FormulaPorts = Pick<ClientPorts, 'now'> & Pick<CreditsPorts, 'paid'> & LookupPorts;
export type FormulaTask<T> = Task<T, FormulaPorts>;
/** Work that only looks up. A run does it too, with its own requests. */
export type LookupTask<T> = Task<T, Pick<LookupPorts, 'lookup'>>;

/** The stored texts by key, for keys that exist. */
export type ReadCache = (keys: readonly string[]) => ReadonlyMap<string, string>;

/** A formula with arguments that are known. */
export interface KnownFormula {
  readonly id: FunctionId;
  readonly args: readonly unknown[];
}

/** The formulas in the column of one that show no answer, itself included. */
export interface ColumnFormulas {
  readonly formulas: readonly KnownFormula[];
  /** Whether no other one shows an answer, and the host had time to read the arguments of all. */
  readonly isWhole: boolean;
}

/**
 * The document of a formula, in hosts where each formula is calculated on its own: the first formula of a column asks
 * for what the whole column needs.
 */
export interface ColumnPorts {
  /**
   * Reads the store at these keys and, in the same call, at the same keys of any account: the store itself may say
   * which account it is.
   */
  readonly openCache: (asked: { readonly keys: readonly string[] }) => ReadCache;
  /** Asks once for the turn to fetch, which one formula of the document has at a time. @returns whether this one has it */
  readonly takeTurn: () => boolean;
  /** What was fetched is saved: the next one may. */
  readonly endTurn: () => void;
  /** Leaves this formula's call for whoever has the turn. */
  readonly leaveRequest: () => void;
  /** The calls that formulas have left lately, perhaps forged. */
  readonly requestsLeft: () => readonly KnownFormula[];
  readonly columnFormulas: () => ColumnFormulas;
  /** The document's text of what formulas have shown; `''`: none. */
  readonly readShown: () => string;
  readonly writeShown: (asked: { readonly text: string }) => void;
}
