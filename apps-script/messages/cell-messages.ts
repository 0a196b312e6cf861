import type { FoundMark, GridValue, SheetInfo } from '../../shared/ports';
import type { Like } from './example';

/** Cells as the sidebar and the script send them to each other. All values are plain JSON. */

/** The cells to read. Rows and columns count from 0. */
export const READ = {
  row: 0,
  rows: 0,
  columns: [0],
  withFormats: false,
  withRich: false,
  /** Costs a call for each row. */
  withHidden: false,
} as const;

export type SentRead = Like<typeof READ>;

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

const MARK = { name: '', column: 0 } as const;
/** Columns to mark. */
export const MARKS = { sheet: '', marks: [MARK] } as const;

export type SentMarks = Like<typeof MARKS>;

/** A `GridWriting`. */
export const WRITING = {
  sheet: '',
  rows: [0],
  columns: [0],
  cells: [['cell']],
  guard: {
    input: { '?': { column: 0, values: [true] } },
    before: [[true]],
    formats: { '?': [['']] },
    marks: { '?': { run: '', marks: [MARK] } },
    beside: { '?': { columns: [0], values: [[true]] } },
    /** The required holder of the record; `null`: none. */
    holder: { '?': '' },
  },
  /** What the holder adds to the record first; `null`: nothing. */
  save: { '?': { head: '', rows: [['']] } },
} as const;

export type SentWriting = Like<typeof WRITING>;

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

/** An `Insertion`. Rows and columns count from 0. */
export const INSERTION = {
  sheet: '',
  row: 0,
  column: 0,
  rows: 0,
  columns: 0,
  /** With semicolons between its arguments; `null`: values are entered. */
  formula: { '?': '' },
  /** As many rows and columns; empty if a formula is entered. */
  cells: [['cell']],
} as const;

export type SentInsertion = Like<typeof INSERTION>;

/** A cell, what it still has to hold, and what replaces that. Row and column count from 0. */
export const REPLACEMENT = { sheet: '', row: 0, column: 0, from: '', to: '' } as const;

export type SentReplacement = Like<typeof REPLACEMENT>;

/** Width in pixels. */
export type SentLooks = readonly [style: readonly string[], width: number];

/** The columns to read, and what to change before. */
export const LOOKS_ASKED = {
  columns: [0],
  changes: [
    {
      column: 0,
      /** The content of its title cell. */
      title: '',
      /** `''`: unchanged; `null`: the default. */
      style: [{ '?': '' }],
      /** 0: unchanged. */
      width: 0,
    },
  ],
} as const;

export type SentLooksAsked = Like<typeof LOOKS_ASKED>;
