import type { ClientPorts } from '../client/ports';
import type { LookupPorts } from '../lookup/ports';
import type { RecordsPorts } from '../records/ports';
import type { Task } from '../task';
import type { FunctionId } from '../catalogue/index';

/** What a formula asks of its host. It neither sends nor pays: its look-ups do. */
export type FormulaPorts = Pick<ClientPorts, 'now'> & Pick<RecordsPorts, 'account'> & LookupPorts;
export type FormulaTask<T> = Task<T, FormulaPorts>;
/** What only looks up: a run asks it too, by its own requests. */
export type LookupTask<T> = Task<T, Pick<LookupPorts, 'lookup'>>;

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
  /** Waits at most so long until no other formula of the document fetches; answers whether this one may. */
  readonly takeTurn: (asked: { readonly waitMs: number }) => boolean;
  /** The formulas that stand in a column with this one, itself among them. */
  readonly columnFormulas: () => readonly KnownFormula[];
  /** What formulas have shown, as the document keeps it; `''`: nothing. */
  readonly readShown: () => string;
  readonly writeShown: (asked: { readonly text: string }) => void;
}
