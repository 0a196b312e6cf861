import type { ClientPorts } from '../client/ports';
import type { LookupPorts, CreditsPorts } from '../lookup/ports';
import type { Task } from '../task';
import type { FunctionId } from '../catalogue/index';

/** What a formula asks of its host. A formula neither sends nor pays: its lookups do. */
export type FormulaPorts = Pick<ClientPorts, 'now'> & Pick<CreditsPorts, 'paid'> & LookupPorts;
export type FormulaTask<T> = Task<T, FormulaPorts>;
/** Work that only looks up. An enrichment does it too, with its own requests. */
export type LookupTask<T> = Task<T, Pick<LookupPorts, 'lookup'>>;

/** Reads texts from the cache. Missing keys have no entry. */
export type ReadCache = (keys: readonly string[]) => ReadonlyMap<string, string>;

/** A formula whose arguments are known. */
export interface KnownFormula {
  readonly id: FunctionId;
  readonly args: readonly unknown[];
}

/** The formulas without an answer in the column of one formula, itself included. */
export interface ColumnFormulas {
  readonly formulas: readonly KnownFormula[];
  /** Whether no other formula of the column shows an answer, and the host had time to read the arguments of all. */
  readonly isWhole: boolean;
}

/**
 * The document of a formula, in hosts that calculate each formula on its own: the first formula of a column asks for
 * what the whole column needs.
 */
export interface ColumnPorts {
  /**
   * Reads the store at these keys and, in the same call, at the same keys of any account, because the store itself
   * may say which account is in use.
   */
  readonly openCache: (asked: { readonly keys: readonly string[] }) => ReadCache;
  /**
   * Tries once to take the turn to fetch, which one formula of the document has at a time. @returns whether this one
   * has it
   */
  readonly takeTurn: () => boolean;
  /** Ends the turn, once everything that was fetched is saved. */
  readonly endTurn: () => void;
  /** Leaves this formula's call for the formula that has the turn. */
  readonly depositRequest: () => void;
  /** The calls that formulas have left recently. Some may be forged. */
  readonly depositedRequests: () => readonly KnownFormula[];
  readonly columnFormulas: () => ColumnFormulas;
  /** The document's text of shown answers; `''`: none. */
  readonly readShown: () => string;
  readonly writeShown: (asked: { readonly text: string }) => void;
}
