import type { TraceError } from '../errors/trace-error';
import type { Cell, Table } from './values';

/** The value of one field for one company. */
export type FieldAnswer =
  /** One value; `""` if it is missing. */
  | { readonly is: 'one'; readonly cell: Cell }
  /** Several values; `null` if it is unknown whether there are any, which is not the same as none. */
  | {
      readonly is: 'many';
      readonly cells: readonly Cell[] | null;
      /** How many more values exist that the service did not return. */
      readonly missing?: number;
    };

/** The answer for one input row. Everything but `values` is repeated in every column of its row. */
export type RowAnswer =
  | { readonly is: 'blank' }
  | { readonly is: 'notTracked' }
  | { readonly is: 'notAsked' }
  /** A company paired with itself, for which there is no answer. */
  | { readonly is: 'sameCompany' }
  /** Lines that were shown before, unchanged. */
  | { readonly is: 'shown'; readonly lines: Table }
  | { readonly is: 'problem'; readonly error: TraceError }
  | { readonly is: 'values'; readonly fields: readonly FieldAnswer[] };
