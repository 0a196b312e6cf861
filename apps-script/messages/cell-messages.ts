import type { ColumnMark, FoundMark, GridValue, RunMarks, SheetInfo } from '../../shared/ports';

/** Cells as the sidebar and the script send them to each other. All values are plain JSON. */

/** A read request as JSON. Rows and columns count from 0. */
export interface SentRead {
  readonly row: number;
  readonly rows: number;
  readonly columns: readonly number[];
  readonly withFormats: boolean;
  readonly withRich: boolean;
  /** Costs a call for each row. */
  readonly withHidden: boolean;
}

export interface SentBlock {
  readonly columns: readonly {
    readonly values: readonly GridValue[];
    readonly formulas: readonly number[];
    readonly merged: readonly number[];
    readonly formats: readonly string[] | null;
    /** Texts with formatted or linked parts. */
    readonly rich: readonly number[];
  }[];
  readonly hidden: readonly number[];
  /** The row up to which hidden rows are known, counted from the first that was read. */
  readonly hiddenUpTo: number;
}

export interface SentSheet {
  /** `null`: the sheet no longer exists. */
  readonly info: SheetInfo | null;
  readonly block: SentBlock | null;
  /** The enrichment's marks, where they are now. */
  readonly marks: readonly FoundMark[];
}

export interface SentMarks {
  readonly sheet: string;
  readonly marks: readonly ColumnMark[];
}

/**
 * What is typed into a cell, and its number format: `''` unchanged, `date` one that shows dates, `number` one that
 * shows numbers, `blank` to remove ours. `isBefore`: an earlier value, which is written as it is or not at all.
 * `null`: left alone.
 */
export type SentCell = readonly [typed: GridValue, format: string, isBefore?: true] | null;

/** A `GridWriting` as JSON. */
export interface SentWriting {
  readonly sheet: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly cells: readonly (readonly SentCell[])[];
  readonly guard: {
    readonly input: { readonly column: number; readonly values: readonly GridValue[] } | null;
    readonly before: readonly (readonly GridValue[])[];
    readonly formats: readonly (readonly string[])[] | null;
    readonly marks: RunMarks | null;
    readonly beside: {
      readonly columns: readonly number[];
      readonly values: readonly (readonly GridValue[])[];
    } | null;
    /** The required holder of the record; `null`: none. */
    readonly holder: string | null;
  };
  /** What the holder adds to the record first; absent or `null`: nothing. */
  readonly save?: { readonly head: string; readonly rows: readonly (readonly string[])[] } | null;
}

export interface SentWritten extends Pick<SentSheet, 'info' | 'marks'> {
  readonly moved: readonly number[];
  /** `null`: the cell is protected; otherwise the host's own message. */
  readonly refused: readonly (readonly [at: number, column: number, message: string | null])[];
  /** What was typed in place of a value, or is shown in another format, because the column has a type. */
  readonly instead: readonly (readonly [at: number, column: number, typed: GridValue])[];
  /** Set if rows or columns moved during the write, so that values may be beside other inputs. */
  readonly isAstray?: boolean;
  /** Another page holds the record: nothing was written. */
  readonly isElsewhere?: boolean;
}

/** An `Insertion` as JSON. Rows and columns count from 0. */
export interface SentInsertion {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** With semicolons between its arguments; `null`: values are entered. */
  readonly formula: string | null;
  /** As many rows and columns; empty if a formula is entered. */
  readonly cells: readonly (readonly SentCell[])[];
}

/** Width in pixels. */
export type SentLooks = readonly [style: readonly string[], width: number];

export interface SentLooksAsked {
  /** The columns to read. */
  readonly columns: readonly number[];
  readonly changes: readonly SentLooksChange[];
}

interface SentLooksChange {
  readonly column: number;
  /** The content of its title cell. */
  readonly title: string;
  /** `''`: unchanged; `null`: the default. */
  readonly style: readonly (string | null)[];
  /** 0: unchanged. */
  readonly width: number;
}
