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
  /** Number formats, if requested. */
  readonly formats: readonly string[] | null;
  /** Texts with formatted or linked parts; absent: not requested, or the host cannot tell. */
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
  /** Whether to report texts with formatted or linked parts, because writing over such a text loses that. */
  readonly withRich?: boolean;
  /** Marks to find in the same call: if they are elsewhere, so are the cells. Absent or `null`: none. */
  readonly marks?: RunMarks | null;
}

/** The cells of some columns in consecutive rows. */
export interface GridBlock {
  /** One for each requested column, in order. */
  readonly columns: readonly ColumnRead[];
  /** Offsets of rows hidden by a filter or a user, if requested. */
  readonly hidden: ReadonlySet<number>;
  /** Whether the requested marks were in their places when the cells were read; meaningless without any. */
  readonly isInPlace: boolean;
}

/** The cells to write, and what their rows must contain at that moment; see {@link isAsFound}. */
export interface GridWriting {
  readonly sheet: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** One list for each row, with one value for each column; `null`: left alone. */
  readonly cells: readonly (readonly (GridCell | null)[])[];
  readonly guard: Guard;
  /**
   * What the guard's holder adds to the record first, in the same step, whatever happens to the cells. Only with
   * {@link RecordPort.ridesWithWrites}.
   */
  readonly save?: { readonly head: string; readonly rows: readonly RecordRow[] };
}

export interface Guard {
  /** The inputs of the rows; `null`: rows are not identified by their input. */
  readonly input: { readonly column: number; readonly values: readonly GridValue[] } | null;
  /** The present values of the cells to write, for each row. */
  readonly before: readonly (readonly GridValue[])[];
  /** Their present number formats, if an undo must restore some; absent or `null`: not compared. */
  readonly formats?: readonly (readonly string[])[] | null;
  /** Marks that must be on these columns, each once on this sheet; `null`: none. */
  readonly marks?: RunMarks | null;
  /**
   * The expected other cells of the rows, except formulas, which distinguish rows of one input. Absent or `null`: not
   * compared.
   */
  readonly beside?: {
    readonly columns: readonly number[];
    readonly values: readonly (readonly GridValue[])[];
  } | null;
  /** The page that must hold the record of the enrichment; see `holderOf`. Absent: not compared. */
  readonly holder?: string;
}

/** The marks of an enrichment's columns. */
export interface RunMarks {
  readonly run: string;
  readonly marks: readonly ColumnMark[];
}

/**
 * What {@link SheetPort.write} did not write as asked. `at`: a position in {@link GridWriting.rows}; columns count
 * from 0.
 */
export interface WriteResult {
  /** Positions in {@link GridWriting.rows} of rows whose content has changed: nothing was written there. */
  readonly moved: readonly number[];
  /** Cells that the host refused to write. */
  readonly refused: readonly { readonly at: number; readonly column: number; readonly error: TraceError }[];
  /** Whether another page holds the record: nothing was written, and all rows are {@link moved}. Absent: no. */
  readonly isElsewhere?: boolean;
  /** Cells of typed columns that contain something else instead of what was meant. Absent: none. */
  readonly instead?: readonly { readonly at: number; readonly column: number; readonly cell: GridCell }[];
}

/** The cells of a file. Failures reject with a `TraceError`. */
export interface SheetPort {
  /** `null`: the sheet no longer exists. */
  info(sheet: string): Promise<SheetInfo | null>;
  /** All sheets, any of which could be that of an earlier session; `null`: ids are permanent. */
  list(): Promise<readonly SheetInfo[] | null>;
  /** Users move columns at any time, so a single call reads the cells and the marks of their columns. */
  read(reading: GridReading): Promise<GridBlock>;
  /**
   * Rereads the guarded cells and writes in the same call, in as few operations as possible. Cells that are protected
   * from anyone are refused, even if this user may edit them: someone else may have edited the record that is
   * followed.
   */
  write(writing: GridWriting): Promise<WriteResult>;
}

/** The cells of one row of a record, all of them texts of at most 30,000 characters. */
export type RecordRow = readonly string[];

/**
 * Where a file stores the record of its last enrichment: a hidden sheet of texts, whose first cell is the head. Only
 * the host knows where that is. Failures reject with a `TraceError`.
 */
export interface RecordPort {
  /** Whether a write carries its addition to the record, because each call to the host is slow. Absent: no. */
  readonly ridesWithWrites?: true;
  /** `null`: there is none. */
  load(): Promise<readonly RecordRow[] | null>;
  /**
   * @param head replaces the first cell, once all rows are written
   * @returns `false`: there is one already, and nothing was changed
   */
  make(rows: readonly RecordRow[], head: string): Promise<boolean>;
  /**
   * In one step, compares the holder, replaces the head and adds rows.
   *
   * @param holder see `holderOf`
   * @returns `false`: another page holds the record, or it is gone; nothing was changed
   */
  append(holder: string, head: string, rows: readonly RecordRow[]): Promise<boolean>;
  /**
   * @param holder `null`: any holder, for a record that cannot be read
   * @returns `false`: another page holds it, or it is gone
   */
  remove(holder: string | null): Promise<boolean>;
}

/**
 * A store of the user who runs enrichments, which no one else can write: spending is counted there. Texts are ASCII,
 * at most 20,000 characters, one for each enrichment of this file; old ones may be dropped once there are many.
 */
export interface OwnPort {
  /** `null`: none. */
  load(run: string): Promise<string | null>;
  /**
   * In one step, because the user may have several pages.
   *
   * @param was the expected content; `null`: nothing yet
   * @param becomes `null`: it is removed
   * @returns `false`: the content differs, and nothing was changed
   */
  replace(run: string, was: string | null, becomes: string | null): Promise<boolean>;
}

/** The user at the panel. */
export interface PersonPort {
  /** What the user wants now. */
  wish(): PersonWish;
  tell(event: RunEvent): void;
}

export type PersonWish = 'goOn' | 'pause' | 'stop';

/** What a host implements for an enrichment. */
export interface HostPorts {
  readonly sheet: SheetPort;
  readonly record: RecordPort;
  readonly own: OwnPort;
  /** What lookups need: the network, the stores, the ledger, the clock. */
  readonly client: AsyncPerformers;
  /** Where an enrichment marks its columns. */
  readonly anchors: ColumnAnchors;
  readonly looks: LooksPort;
  /** Absent: the host has no tables, or they ignore what is written beside them. */
  readonly tables?: TablesPort;
}

/** Everything that an enrichment needs from outside. */
export interface RunPorts extends HostPorts {
  readonly person: PersonPort;
  /** Performs a task of the client or of lookups. */
  readonly perform: <T>(task: CoreTask<T>) => Promise<T>;
}

/** The ports of an enrichment, made from those of a host and the user at the panel. */
export function toRunPorts(host: HostPorts, person: PersonPort): RunPorts {
  return { ...host, person, perform: (task) => runAsync(task, host.client) };
}
