import type { ClientPorts } from '../client/ports';
import type { LookupPorts } from '../lookup/ports';
import type { CreditsPorts } from '../credits/ports';
import type { Task } from '../task';
import type { FunctionId } from '../catalogue/index';

/** What a formula asks of its host. It neither sends nor pays: its look-ups do. */
export type FormulaPorts = Pick<ClientPorts, 'now'> & Pick<CreditsPorts, 'paid'> & LookupPorts;
export type FormulaTask<T> = Task<T, FormulaPorts>;
/** What only looks up: a run asks it too, by its own requests. */
export type LookupTask<T> = Task<T, Pick<LookupPorts, 'lookup'>>;

/** What a store had of keys, by key; only those that were there. */
export type ReadCache = (keys: readonly string[]) => ReadonlyMap<string, string>;

/** A formula whose arguments are known. */
export interface KnownFormula {
  readonly id: FunctionId;
  readonly args: readonly unknown[];
}

/**
 * The document that a formula stands in, where each formula is calculated by itself: what a whole column needs is then
 * asked for by the first of its formulas.
 */
export interface ColumnPorts {
  /**
   * Reads the store where these keys stand and, at no further call, where the same keys of any account stand: whose they
   * are may be told by the store itself.
   */
  readonly openCache: (asked: { readonly keys: readonly string[] }) => ReadCache;
  /** Waits at most so long until no other formula of the document fetches; answers whether this one may. */
  readonly takeTurn: (asked: { readonly waitMs: number }) => boolean;
  /** The formulas that stand in a column with this one, itself among them. */
  readonly columnFormulas: () => readonly KnownFormula[];
  /** What formulas have shown, as the document keeps it; `''`: nothing. */
  readonly readShown: () => string;
  readonly writeShown: (asked: { readonly text: string }) => void;
}
