import { runAsync } from '../../task';
import type { AsyncPerformers, CoreTask } from '../core-ports';
import type { TraceError } from '../../errors/trace-error';
import type { ColumnAnchors, ColumnMark } from './column-anchors';
import type { LooksPort } from './looks';
import type { RunEvent } from './run-events';
import type { TablesPort } from './tables';
import type { GridCell, GridValue } from './cell-values';

/** A sheet. Rows and columns count from 0. */
export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  /** The size of the used range, from the first cell. */
  readonly rows: number;
  readonly columns: number;
}

/** Cells of one column. Offsets count from the first row that was read. */
export interface ColumnRead {
  /** `''`: blank. Dates are day numbers, as in {@link serialOf}. */
  readonly values: readonly GridValue[];
  readonly formulas: ReadonlySet<number>;
  /** Offsets of cells that are part of a merged one. */
  readonly merged: ReadonlySet<number>;
  /** Number formats, where requested. */
  readonly formats: readonly string[] | null;
  /** Texts of which parts are formatted or linked; absent: not asked for, or the host cannot tell. */
  readonly rich?: ReadonlySet<number>;
}

/** The cells to read. Rows and columns count from 0. */
export interface GridReading {
  readonly sheet: string;
  readonly row: number;
  readonly rows: number;
  readonly columns: readonly number[];
  readonly withFormats: boolean;
  /** Whether to report hidden rows. Google needs a slow call for each row. */
  readonly withHidden?: boolean;
  /** Whether texts have to be told of which parts are formatted or linked: writing over such a text loses that. */
  readonly withRich?: boolean;
  /** Looked for in the same call: where they are elsewhere, so are the cells. Absent or `null`: none. */
  readonly marks?: RunMarks | null;
}

/** The cells of some columns in consecutive rows. */
export interface GridBlock {
  /** One for each requested column, in order. */
  readonly columns: readonly ColumnRead[];
  /** Offsets of rows hidden by a filter or a person, where requested. */
  readonly hidden: ReadonlySet<number>;
}

/** What {@link SheetPort.read} answers. */
export interface ReadBlock extends GridBlock {
  /** Whether the marks of the reading were in their places when the cells were read; without any, it says nothing. */
  readonly isInPlace: boolean;
}

/** The cells to write, and what has to be in their rows at that moment; see {@link checkWrite}. */
export interface GridWriting {
  readonly sheet: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** One list for each row, with one value for each column; `null`: left alone. */
  readonly cells: readonly (readonly (GridCell | null)[])[];
  readonly guard: Guard;
  /**
   * Written because of a stored journal, which somebody else may have edited: cells that are protected from anybody are
   * refused, even where this person may edit them.
   */
  readonly sparesProtected?: boolean;
  /**
   * What the holder of the guard adds to the record first, in the same step, whatever becomes of the cells: only where
   * {@link RecordPort.ridesWithWrites}.
   */
  readonly save?: { readonly head: string; readonly rows: readonly RecordRow[] };
}

export interface Guard {
  /** The inputs of the rows; `null`: rows are not identified by their input. */
  readonly input: { readonly column: number; readonly values: readonly GridValue[] } | null;
  /** The present values of the cells to write, for each row. */
  readonly before: readonly (readonly GridValue[])[];
  /** Their present number formats, where an undo has to bring some back; absent or `null`: whatever they are. */
  readonly formats?: readonly (readonly string[])[] | null;
  /** The number of used rows, where it must not have changed since reading. */
  readonly sheetRows: number | null;
  /** Titles that prove that no column has moved; `null`: the table has none. */
  readonly header: { readonly row: number; readonly titles: ReadonlyMap<number, string> } | null;
  /** Marks of a run that have to be on these columns, each once on this sheet; `null`: none. */
  readonly marks?: RunMarks | null;
  /** What else has to stand in the rows, formulas left out: it tells rows of one input apart. Absent or `null`: anything. */
  readonly beside?: {
    readonly columns: readonly number[];
    readonly values: readonly (readonly GridValue[])[];
  } | null;
  /** Who has to hold the record of the enrichment; see `holderOf`. Absent: nobody. */
  readonly holder?: string;
}

/** The marks that the columns of a run have. */
export interface RunMarks {
  readonly run: string;
  readonly marks: readonly ColumnMark[];
}

/** What {@link SheetPort.write} has not written as asked. `at`: a position in {@link GridWriting.rows}; columns count from 0. */
export interface WriteResult {
  /** Positions in {@link GridWriting.rows} of rows that held something else: nothing was written there. */
  readonly moved: readonly number[];
  /** Those of {@link moved} where a refused call may have written all the same, before the rows moved. Absent: none. */
  readonly unclear?: readonly number[];
  /** Cells that the host refused to write. */
  readonly refused: readonly { readonly at: number; readonly column: number; readonly error: TraceError }[];
  /** Whether another page holds the record: nothing was written, and all rows are {@link moved}. Absent: none does. */
  readonly isElsewhere?: boolean;
  /** Cells that hold something else in place of what was meant: their column has a type. Absent: none. */
  readonly instead?: readonly { readonly at: number; readonly column: number; readonly cell: GridCell }[];
}

/** The cells of a file. Failures reject with a `TraceError`. */
export interface SheetPort {
  /** `null`: the sheet no longer exists. */
  info(sheet: string): Promise<SheetInfo | null>;
  /** The sheets that could be one of an earlier session: all sheets; `null`: ids are permanent. */
  list(): Promise<readonly SheetInfo[] | null>;
  /** People move columns at any time: one call tells what stands where, and which run these columns belong to. */
  read(reading: GridReading): Promise<ReadBlock>;
  /** Adds empty columns at the end of a sheet that has fewer. */
  addColumns(sheet: string, columns: number): Promise<void>;
  /** Reads the guarded cells again and writes in the same call, in as few operations as possible. */
  write(writing: GridWriting): Promise<WriteResult>;
}

/** The cells of one row of a record, all of them texts of at most 30,000 characters. */
export type RecordRow = readonly string[];

/**
 * Where a file keeps the record of its last enrichment: a hidden sheet of texts, of which the first cell is the head. Only
 * the host knows where that is. Failures reject with a `TraceError`.
 */
export interface RecordPort {
  /** Whether a writing carries what it adds to the record, where each call to the host takes long. Absent: it does not. */
  readonly ridesWithWrites?: true;
  /** `null`: there is none. */
  load(): Promise<readonly RecordRow[] | null>;
  /**
   * @param head replaces the first cell, once all rows stand
   * @returns `false`: there is one already, and nothing was changed
   */
  make(rows: readonly RecordRow[], head: string): Promise<boolean>;
  /**
   * In one step: compares the holder, replaces the head and adds rows.
   *
   * @param holder see `holderOf`
   * @returns `false`: another page holds the record, or it is gone; nothing was changed
   */
  append(holder: string, head: string, rows: readonly RecordRow[]): Promise<boolean>;
  /**
   * @param holder `null`: whoever holds it, for a record that cannot be read
   * @returns `false`: another page holds it, or it is gone
   */
  remove(holder: string | null): Promise<boolean>;
}

/**
 * A store of the person who runs enrichments, which nobody else can write: what was spent counts there. Texts are ASCII, at
 * most 20,000 characters, one for each run of this file; old ones may be dropped once there are many.
 */
export interface OwnPort {
  /** `null`: none. */
  load(run: string): Promise<string | null>;
  /**
   * In one step: the person may have several pages.
   *
   * @param was what it has to hold; `null`: nothing yet
   * @param becomes `null`: it is removed
   * @returns `false`: it holds something else, and nothing was changed
   */
  replace(run: string, was: string | null, becomes: string | null): Promise<boolean>;
}

/** The person at the panel. */
export interface PersonPort {
  /** What the person wants now. */
  wish(): PersonWish;
  tell(event: RunEvent): void;
}

export type PersonWish = 'goOn' | 'pause' | 'stop';

/** What a host implements for a run. */
export interface HostPorts {
  readonly sheet: SheetPort;
  readonly record: RecordPort;
  readonly own: OwnPort;
  /** What look-ups ask: the network, the stores, the ledger, the clock. */
  readonly client: AsyncPerformers;
  /** Where a run marks its columns. */
  readonly anchors: ColumnAnchors;
  /** Absent: new columns look plain. */
  readonly looks?: LooksPort;
  /** Absent: the host has none, or they take no notice of what is written beside them. */
  readonly tables?: TablesPort;
}

/** Everything that a run knows of the world. */
export interface RunPorts extends HostPorts {
  readonly person: PersonPort;
  /** Performs a task of the client or of look-ups. */
  readonly perform: <T>(task: CoreTask<T>) => Promise<T>;
}

const NEEDED = ['sheet', 'record', 'own', 'client', 'anchors'] as const;

/**
 * The ports of a run, from those of a host and the person at the panel.
 *
 * @throws Error that names the port, where a host lacks one
 */
export function toRunPorts(host: HostPorts, person: PersonPort): RunPorts {
  const missing = NEEDED.find((name) => host[name] === undefined);
  if (missing !== undefined) throw new Error(`This host has no port "${missing}", which a run needs.`);
  return { ...host, person, perform: (task) => runAsync(task, host.client) };
}
