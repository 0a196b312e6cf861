import type { TraceError } from '../errors/trace-error';
import type { Cell, Table } from './values';

/** What one field says of one company. */
export type FieldAnswer =
  /** One value; a missing one is `""`. */
  | { readonly is: 'one'; readonly cell: Cell }
  /** Several values; `null` where it is not known whether there are any, which is not the same as none. */
  | {
      readonly is: 'many';
      readonly cells: readonly Cell[] | null;
      /** How many more there are that the service did not give. */
      readonly missing?: number;
    };

/** What one input row is answered with. Everything but `values` stands in every column of its row. */
export type RowAnswer =
  | { readonly is: 'blank' }
  | { readonly is: 'notTracked' }
  | { readonly is: 'notAsked' }
  /** A pair of a company with itself, about which there is nothing to tell. */
  | { readonly is: 'sameCompany' }
  /** What was shown before, as it was shown. */
  | { readonly is: 'shown'; readonly lines: Table }
  | { readonly is: 'problem'; readonly error: TraceError }
  | { readonly is: 'values'; readonly fields: readonly FieldAnswer[] };
