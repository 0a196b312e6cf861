import type {
  CacheSize,
  ColumnMark,
  FoundMark,
  GridValue,
  InsertedSummary,
  PageAnswer,
  Selection,
  SheetInfo,
  SummarySheet,
} from '../shared/ports';

/**
 * What the sidebar asks of the script to fill columns: Google carries it by `google.script.run`. All of it is plain JSON. Rows and
 * columns count from 0; times are milliseconds.
 */
export interface BulkMessages {
  readonly bulkSheet: { readonly args: readonly [sheet: string, read: SentRead | null]; readonly value: SentSheet };
  /** Adds empty columns where the sheet has fewer. */
  readonly bulkRoom: { readonly args: readonly [sheet: string, columns: number]; readonly value: null };
  /** Compares and writes in one run of the script. */
  readonly bulkWrite: {
    readonly args: readonly [writing: SentWriting, held: SentHold, next: SentRead | null];
    readonly value: SentElsewhere | SentWritten;
  };
  /** Marks of a run on its columns; answers where they are now. `run` is `''` for all runs, to `remove`. */
  readonly bulkAnchors: {
    readonly args: readonly [what: 'find' | 'put' | 'remove', run: string, marked: SentMarks | null];
    readonly value: readonly FoundMark[];
  };
  readonly bulkKeep: { readonly args: readonly [keeping: SentKeeping]; readonly value: SentKept };
  readonly bulkJournal: { readonly args: readonly []; readonly value: SentJournal };
  /** What the page signs a journal with, which is good for this user and this spreadsheet, and what was signed last. */
  readonly bulkSeal: {
    readonly args: readonly [];
    readonly value: {
      /** `''`: there is none. */
      readonly secret: string;
      readonly newest: readonly [run: string, sequence: number] | null;
    };
  };
  readonly bulkRecall: { readonly args: readonly [keys: readonly string[]]; readonly value: SentEntries };
  /** The companies that the account has paid for, by day. */
  readonly bulkPaid: { readonly args: readonly []; readonly value: readonly (readonly [day: number, codes: string])[] };
  readonly bulkSelection: { readonly args: readonly []; readonly value: Selection | null };
  readonly bulkShow: { readonly args: readonly [sheet: string, cell: readonly [number, number]]; readonly value: null };
  readonly bulkSummary: { readonly args: readonly [summary: SummarySheet]; readonly value: InsertedSummary };
  /** Keeps a text for the user; without one, answers what is kept. */
  readonly bulkPresets: { readonly args: readonly [text: string | null]; readonly value: string };
  readonly bulkForget: {
    /** @param what `nothing`: only tells how much there is */
    readonly args: readonly [what: 'nothing' | 'answers' | 'everything'];
    readonly value: CacheSize;
  };
}

export type BulkMessage = keyof BulkMessages;

/** How the page asks the script for what it needs to fill columns. Never rejects. */
export type AskBulk = <N extends BulkMessage>(
  message: N,
  ...args: BulkMessages[N]['args']
) => Promise<PageAnswer<BulkMessages[N]['value']>>;

export interface SentRead {
  readonly row: number;
  readonly rows: number;
  readonly columns: readonly number[];
  readonly withFormats: boolean;
  /** Costs a call for each row. */
  readonly withHidden: boolean;
}

export interface SentMarks {
  readonly sheet: string;
  readonly marks: readonly ColumnMark[];
}

export interface SentBlock {
  readonly columns: readonly {
    readonly values: readonly GridValue[];
    readonly formulas: readonly number[];
    readonly merged: readonly number[];
    readonly formats: readonly string[] | null;
  }[];
  readonly hidden: readonly number[];
  /** Up to which row, from the first that was read, it has been looked whether it is hidden. */
  readonly hiddenUpTo: number;
}

export interface SentSheet {
  /** `null`: there is no such sheet any more. */
  readonly info: SheetInfo | null;
  readonly block: SentBlock | null;
}

/**
 * What is typed into a cell, and its number format: `''` as it is, `date` one that shows dates, `number` one that shows
 * numbers, `blank` without one of ours. `null`: left alone.
 */
export type SentCell = readonly [typed: GridValue, format: string] | null;

/** A `GridWriting`, for JSON. */
export interface SentWriting {
  readonly sheet: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly cells: readonly (readonly SentCell[])[];
  readonly guard: {
    readonly input: { readonly column: number; readonly values: readonly GridValue[] } | null;
    readonly before: readonly (readonly GridValue[])[];
    readonly sheetRows: number | null;
    readonly header: {
      readonly row: number;
      readonly titles: readonly (readonly [column: number, title: string])[];
    } | null;
    readonly marks: { readonly run: string; readonly marks: readonly ColumnMark[] } | null;
  };
  readonly sparesProtected?: boolean;
}

/** By whom the file is held, and for how long from now on; `forMs: 0`: no longer. */
export interface SentHold {
  readonly holder: string;
  readonly forMs: number;
}

/** Somebody else holds the file, so nothing was done. */
export interface SentElsewhere {
  readonly elsewhere: number;
}

export interface SentWritten extends SentSheet {
  /** Where the marks are now that the writing asked for. */
  readonly marks: readonly FoundMark[];
  readonly moved: readonly number[];
  /** `null`: the cell is protected; else what the host says. */
  readonly refused: readonly (readonly [at: number, column: number, message: string | null])[];
  /**
   * Rows have moved while it was written, so that values may stand beside other inputs: what the guarded columns held right
   * before, from the first row to the last. `null`: each value stands where it belongs.
   */
  readonly before: SentBlock['columns'] | null;
}

export type SentEntries = readonly (readonly [key: string, text: string])[];

/** Done in this order: what was paid for is booked, answers are remembered, the file is held, the journal is kept. */
export interface SentKeeping {
  /** The id of the account that has paid; the books of another one are left as they are. */
  readonly account: string;
  readonly charged: readonly string[];
  readonly entries: SentEntries;
  readonly keepForSeconds: number;
  readonly hold: SentHold | null;
  readonly journal: SentChange | null;
}

export interface SentChange {
  /** The mark of the index that this one follows. */
  readonly was: string;
  /** Begins with its mark; `''`: there is no journal any more. */
  readonly index: string;
  readonly slots: readonly SentSlot[];
  /** What is signed with it; `null`: it is not, or there is no journal any more. */
  readonly signed: readonly [run: string, sequence: number] | null;
}

/** A piece of the journal's text, with where it is kept. */
export interface SentSlot {
  readonly slot: number;
  readonly text: string;
}

export interface SentKept {
  /** Until when somebody else holds the file, so that neither it nor the journal is changed; `null`: nobody. */
  readonly elsewhere: number | null;
  /** Whether the journal is another one by now, and so is left alone. */
  readonly isOther: boolean;
}

export interface SentJournal {
  readonly index: string;
  readonly slots: readonly SentSlot[];
}

/** How many characters the mark of an index has. */
export const MARK_LENGTH = 8;
/** Slots below this are properties of the document, the others cells of a hidden sheet. */
export const PROPERTY_SLOTS = 8;
/** In characters, their first ones included: together with the index they have 27,000. */
export const PROPERTY_SLOT_LENGTH = 2_200;
export const INDEX_LENGTH = 8_800;
/** A cell takes 50,000: https://support.google.com/drive/answer/37603. */
export const CELL_SLOT_LENGTH = 40_000;
export const MOST_SLOTS = 1_000;
