import type {
  Account,
  ActiveCell,
  CacheSize,
  DisconnectedFormulas,
  FreezeWhat,
  Inserted,
  AddedSheet,
  PanelAnswer,
  Selection,
} from '../../shared/ports';
import type {
  SentRead,
  SentSheet,
  SentMarks,
  SentWriting,
  SentWritten,
  SentInsertion,
  SentLooks,
  SentLooksAsked,
  SentReplacement,
} from './cell-messages';
import type { SentEntries, SentKeeping, SentRecord, SentRecordAnswer } from './keep-messages';
import type { SentRows, SentNewSheet } from './sheet-messages';

/**
 * The sidebar's messages to the script for enrichments, sent by `google.script.run`. All values are plain JSON. Rows
 * and columns count from 0; times are in milliseconds.
 */
export interface BulkMessages {
  /** Performs others right before a message, in one run of the script, because each run takes a second or more. */
  readonly bulkWith: {
    readonly args: readonly [riders: readonly SentRider[], message: BulkMessage, args: readonly unknown[]];
    readonly value: unknown;
  };
  /**
   * Marks are searched last, so that they show whether the cells read belong to these columns. @param run `''`: none
   */
  readonly bulkSheet: {
    readonly args: readonly [sheet: string, read: SentRead | null, run: string];
    readonly value: SentSheet;
  };
  /** Changes the style of title cells and the width of columns, then reads those of the requested columns. */
  readonly bulkLooks: {
    readonly args: readonly [sheet: string, row: number, asked: SentLooksAsked];
    readonly value: readonly SentLooks[];
  };
  /** Compares and writes in one run of the script. */
  readonly bulkWrite: {
    readonly args: readonly [writing: SentWriting];
    readonly value: SentWritten;
  };
  /**
   * Marks the columns of an enrichment, and adds those that the sheet does not have yet. Returns where the marks are
   * now, and the sheet of those that were put. For `remove`, the run `''` means all enrichments.
   */
  readonly bulkAnchors: {
    readonly args: readonly [what: 'find' | 'put' | 'remove', run: string, marked: SentMarks | null];
    readonly value: Pick<SentSheet, 'info' | 'marks'>;
  };
  readonly bulkKeep: { readonly args: readonly [keeping: SentKeeping]; readonly value: null };
  readonly bulkRecord: { readonly args: readonly [asked: SentRecord]; readonly value: SentRecordAnswer };
  /** What the user may spend on an enrichment and has spent; `''`: unknown. */
  readonly bulkOwn: { readonly args: readonly [run: string]; readonly value: string };
  /** @param was the expected stored text */
  readonly bulkOwnReplace: {
    readonly args: readonly [run: string, was: string, becomes: string];
    readonly value: boolean;
  };
  readonly bulkRecall: { readonly args: readonly [keys: readonly string[]]; readonly value: SentEntries };
  /** The user's account, and the companies that it paid for. */
  readonly bulkPaid: { readonly args: readonly []; readonly value: SentPaid };
  /** When the newest answer about each company was given that formulas of this file show, if they show one. */
  readonly bulkShownAges: {
    readonly args: readonly [companies: readonly string[]];
    readonly value: readonly (readonly [company: string, asOfMs: number])[];
  };
  readonly bulkSelection: { readonly args: readonly []; readonly value: Selection | 'object' | null };
  /** @param places such as `R2C1:R5C1`; the last one scrolls into view */
  readonly bulkShow: { readonly args: readonly [sheet: string, places: readonly string[]]; readonly value: null };
  /** The formula has the separators of the spreadsheet's language. */
  readonly bulkActiveCell: { readonly args: readonly []; readonly value: ActiveCell | 'object' };
  /** The language and country of the spreadsheet, such as `de_DE`. */
  readonly bulkLocale: { readonly args: readonly []; readonly value: string };
  /** Enters a formula, or values, where all cells are blank. */
  readonly bulkInsert: { readonly args: readonly [insertion: SentInsertion]; readonly value: Inserted };
  /** Replaces what a cell still holds; formulas have commas or semicolons. Returns whether it held it. */
  readonly bulkReplace: { readonly args: readonly [replacement: SentReplacement]; readonly value: boolean };
  /** Formulas are in their cells; widths are pixels. */
  readonly bulkAddSheet: { readonly args: readonly [sheet: SentNewSheet]; readonly value: AddedSheet };
  /** Texts are typed as Google has to read them. Returns the name of the sheet; `null`: there is none. */
  readonly bulkBelowTitles: { readonly args: readonly [rows: SentRows]; readonly value: string | null };
  /** The domains of companies that cells name and whose answers formulas show to the user's own account. */
  readonly bulkAnswered: { readonly args: readonly []; readonly value: readonly string[] };
  /**
   * Saves a text for the user, `''` removes it; `null`: only returns the saved text. `presets` are for all files.
   * `looked` is when old answers of this spreadsheet were last looked for, in milliseconds since 1970.
   */
  readonly bulkText: {
    readonly args: readonly [what: 'presets' | 'notes' | 'looked', text: string | null];
    readonly value: string;
  };
  /** Returns what it did, in words; `''`: the user declined. */
  readonly bulkFreeze: {
    readonly args: readonly [what: FreezeWhat | 'restore' | 'reconnect'];
    readonly value: string;
  };
  readonly bulkDisconnected: { readonly args: readonly []; readonly value: DisconnectedFormulas };
  /** The stores that formulas get, according to the self-test's cell; `null`: there is no such cell. */
  readonly bulkStores: { readonly args: readonly []; readonly value: string | null };
  /** Whether the file or the user's properties contain data of an earlier version, which is no longer read. */
  readonly bulkEarlier: { readonly args: readonly []; readonly value: boolean };
  readonly bulkForget: {
    /** @param what `nothing`: only reports how much there is */
    readonly args: readonly [what: 'nothing' | 'answers' | 'everything'];
    readonly value: CacheSize;
  };
}

/** `account`: `null` without a key. */
export interface SentPaid {
  readonly account: Account | null;
  /** The codes of companies by day. */
  readonly days: readonly (readonly [day: number, codes: string])[];
}

/** A message whose answer is not awaited. */
export type SentRider = {
  readonly [N in Rider]: readonly [message: N, ...args: BulkMessages[N]['args']];
}[Rider];

type Rider = 'bulkLooks' | 'bulkKeep';

export type BulkMessage = keyof BulkMessages;

/** How the page sends messages about enrichments to the script. Never rejects. */
export type AskBulk = <N extends BulkMessage>(
  message: N,
  ...args: BulkMessages[N]['args']
) => Promise<PanelAnswer<BulkMessages[N]['value']>>;
