import type { RestoreTerms } from '../functions/prices/restore-terms';
import type { DisconnectedFormulas } from '../frozen/find-disconnected';
import type { GridCell, GridValue } from '../enrich/sheet/cell-values';
import type { HostPorts } from '../enrich/sheet/ports';
import type { CellsUnderWay, TypedColumn } from '../enrich/sheet/run-events';
import type { AddedSheet, NewSheet, RowsBelowTitles } from './added-sheet';
import type { CellPlace } from './cell/selected-cell';

/** What a host does for the enrichment part of the page. Failures reject with a `TraceError`. */
export interface BulkHost {
  /** The ports of a run, without the person's: the page decides whether to continue, and shows the progress. */
  readonly ports: HostPorts;
  /** Where the record of an enrichment is kept, since people may find it. */
  readonly recordNote: string;
  /** Shows the sheet with the record. @returns whether there is one */
  showRecord(): Promise<boolean>;
  /** Asks a browser store again that has just failed to answer; absent: the host asks it each time. */
  endSilence?(): void;
  /** Called when the page starts or stops filling or restoring cells; absent: the host does not need it. */
  atWork?(isOn: boolean): void;
  /** Which hidden rows the host does not tell, as a sentence; absent: none. */
  readonly hiddenNote?: string;
  /**
   * The selection, cut to the used range, so that it may have no rows; the first of several areas. A single cell is
   * returned as it is, even outside that range. `null`: there is no sheet; `object`: a chart or a picture.
   */
  selection(): Promise<Selection | 'object' | null>;
  /**
   * Calls back when the selection has changed, or may have while the person was in the sheet. Returns a function that
   * stops it.
   */
  readonly onSelection?: (callback: () => void) => () => void;
  /** The host reports a selection only after a click into the page. Absent: it reports it at once. */
  readonly followsOnReturn?: true;
  /**
   * Selects cells of a column to show them, the first in view. Rows and columns count from 0; rows ascend. A host that
   * cannot select so many areas leaves out the last ones.
   */
  showCells(sheet: string, column: number, rows: readonly number[]): Promise<void>;
  /**
   * Marks cells that are filled next, without writing to them; `null`: none any more. Absent: the host can only select
   * cells.
   */
  showUnderWay?(cells: CellsUnderWay | null): void;
  /**
   * Shows only the rows of a table that have some texts in a column; absent: the panel selects such rows instead.
   * @returns `false`: these rows cannot be filtered, and nothing was changed
   */
  filterRows?(filter: RowsFilter): Promise<boolean>;
  /** Adds a sheet after the others and shows it. */
  addSheet(sheet: NewSheet): Promise<AddedSheet>;
  /**
   * Inserts rows below the titles of a sheet that an earlier {@link addSheet} added, and shows it. Everything below
   * moves down as it is.
   *
   * @returns the name of the sheet; `null`: none of this title, or with a number after it, has these titles
   */
  insertBelowTitles(rows: RowsBelowTitles): Promise<string | null>;
  /** The cell that typing would fill. `object`: a chart or a picture. */
  activeCell(): Promise<ActiveCell | 'object'>;
  /** Finds what in the host keeps Trace from working properly. Free. */
  findFaults(): Promise<readonly HostFault[]>;
  /** The separator between the arguments of a formula in the language of the file. */
  listSeparator(): Promise<ListSeparator>;
  /** Enters a formula or values into blank cells: all of it, or nothing where a cell is in the way. */
  insertAt(insertion: Insertion): Promise<Inserted>;
  /**
   * Enters something else in a cell that still holds `from`: a formula for a formula, with commas between its arguments,
   * or a text for a text. The same formula again is recalculated. Returns whether the cell still held it
   * by itself: a cell that a formula fills stays.
   */
  replaceCell(place: CellPlace, from: string, to: string): Promise<boolean>;
  /** A text that the page keeps for its user across files; `''` where there is none yet. */
  readPresets(): Promise<string>;
  writePresets(text: string): Promise<void>;
  /**
   * A text that the page keeps for this file: rescans under way, and reports that were sent. `''` where there is none yet.
   * Someone else may have written it if {@link notesNote} says that it is in the file.
   */
  readNotes(): Promise<string>;
  /** @param text of ASCII, at most 60,000 characters; `''` removes it */
  writeNotes(text: string): Promise<void>;
  /** Where these notes are kept, since people may look for them. */
  readonly notesNote: string;
  /**
   * For each company, the time of the newest answer about it that formulas of this file show, in milliseconds since
   * 1970. Absent if the host keeps answers as long as it shows them.
   */
  shownAges?(companies: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * The domains of companies that cells or formulas of this file name, and about which an answer is saved for the
   * user's account. Sends nothing.
   */
  answeredCompanies(): Promise<readonly string[]>;
  /** What {@link answeredCompanies} and the last enrichment leave out, as a sentence. */
  readonly answeredNote: string;
  /**
   * When old answers of this file were last looked for on behalf of this user, in milliseconds since 1970; 0: never;
   * `null`: the host cannot keep that.
   */
  readLookedMs(): Promise<number | null>;
  /** Leaves the file unchanged. */
  writeLookedMs(ms: number): Promise<void>;
  /** The size of the saved answers in this file, or for this account where the host keeps them by account. */
  cacheSize(): Promise<CacheSize>;
  /** Clears the saved answers. They may have to be paid for again; the list of paid companies stays. */
  clearCache(): Promise<void>;
  /** Whether the file holds data of an earlier version of Trace, which nothing reads and {@link removeTrace} removes. */
  hasEarlierStores(): Promise<boolean>;
  /** Removes all that Trace keeps for the file, and the user's key. Cells stay unchanged. */
  removeTrace(): Promise<void>;
  /** What {@link removeTrace} removes here, in sentences. */
  readonly removalNotes: readonly string[];
  /** Turns formulas into values and back; absent where the panel does not offer it. */
  readonly freezing?: Freezing;
}

/** Which formulas to freeze: those of the selected cells, of the open sheet, or of all sheets. */
export type FreezeWhat = 'selection' | 'sheet' | 'file';

/** Each says in words what it did; `''`: the user did not want it. Only recalculated formulas cost anything. */
export interface Freezing {
  /** Trace formulas become the values that they show; problems stay formulas. */
  freeze(what: FreezeWhat): Promise<string>;
  /**
   * Puts the formulas of the sheet _Trace formulas_ back where their cells still hold the frozen values, and tells the
   * others. They are calculated.
   *
   * @param agreed what the person has agreed to; absent: nothing was asked
   * @returns the question that the user has to answer before anything is restored; never if the host asks by itself
   */
  restore(agreed?: RestoreTerms): Promise<string | RestoreTerms>;
  /**
   * Enters Trace formulas again that another program wrote in a form that this one does not calculate.
   *
   * @param agreed as for {@link restore}
   */
  reconnect(agreed?: RestoreTerms): Promise<string | RestoreTerms>;
  /** Counts such formulas, also those that cannot be entered again. Free, changes nothing. */
  findDisconnected(): Promise<DisconnectedFormulas>;
  /** Which files have such formulas, in a sentence. */
  readonly reconnectNote: string;
}

/** An area of one sheet. Rows and columns count from 0. */
export interface Selection {
  readonly sheet: string;
  readonly sheetName: string;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
  /** How many areas are selected; absent: one. */
  readonly areas?: number;
}

/**
 * `no…InFormulas`: Google gives formulas none of the file, and Trace does without.
 * `storageForbidden`: what is saved is gone when the panel closes. `undoLost`: columns are marked as filled, but the file has no
 * record of the enrichment.
 */
export type HostFault =
  | 'functionsOutdated'
  | 'manualCalculation'
  | 'storageForbidden'
  | 'answersUnreadable'
  | 'undoLost'
  | 'noPropertiesInFormulas'
  | 'noCacheInFormulas'
  | 'noLockInFormulas';

/** What separates arguments in the formulas of the file's language. */
export type ListSeparator = ',' | ';';

/** The selected cell, or the first of several. */
export interface ActiveCell {
  readonly sheet: string;
  readonly sheetName: string;
  /** Rows and columns count from 0. */
  readonly row: number;
  readonly column: number;
  /** `''`: blank. */
  readonly value: GridValue;
  /** With commas between its arguments; `''`: none. */
  readonly formula: string;
}

/** What is entered, from its first cell on. Rows and columns count from 0. */
export interface Insertion {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** The cells that have to be blank, which the formula fills by itself. */
  readonly rows: number;
  readonly columns: number;
  /** A Trace formula with commas between its arguments, or as many rows and columns of cells. */
  readonly content: { readonly formula: string } | { readonly cells: readonly (readonly GridCell[])[] };
}

/** The rows of a table that stay in view. Rows and columns count from 0. */
export interface RowsFilter {
  readonly sheet: string;
  /** The table begins with it, and ends with the last row in use. */
  readonly titleRow: number;
  readonly column: number;
  /** What the cells of these rows show in the column, each once. */
  readonly texts: readonly string[];
}

/** The outcome of an {@link Insertion}. Rows and columns count from 0. */
export type Inserted =
  /** `typed`: the columns with a type that kept values from being written as usual; absent: none. */
  | { readonly is: 'done'; readonly typed?: readonly TypedColumn[] }
  /** Nothing was entered: the first cell in the way, what it shows, and how many there are. */
  | {
      readonly is: 'inTheWay';
      readonly row: number;
      readonly column: number;
      readonly value: GridValue;
      readonly cells: number;
      /** The cell is blank, and what is entered there would become part of a table. */
      readonly isBesideTable?: true;
    };

/** How much of Trace's answers the host has saved. */
export interface CacheSize {
  /** `null`: unknown. */
  readonly answers: number | null;
  readonly characters: number | null;
}
