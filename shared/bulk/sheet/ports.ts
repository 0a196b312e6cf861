import { runAsync } from '../../task';
import type { AsyncPerformers, CoreTask } from '../core-ports';
import type { TraceError } from '../../errors/trace-error';
import { SealedJournal, type JournalSeal, type Whose } from '../journal/seal';
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
  /** Cells that hold something else in place of what was meant: their column has a type. Absent: none. */
  readonly instead?: readonly { readonly at: number; readonly column: number; readonly cell: GridCell }[];
}

/** The room for a journal, in characters. */
interface JournalRoom {
  readonly part: number;
  readonly total: number;
}

/** Whether this page may change the file. `untilMs`: since 1970, when another page lets go at the latest. */
export type Lease = { readonly is: 'held' } | { readonly is: 'elsewhere'; readonly untilMs: number };

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

/** Where a file keeps the state of its run, as texts by name. */
export interface JournalPort {
  room(): Promise<JournalRoom>;
  /** `null`: there is none. */
  load(): Promise<ReadonlyMap<string, string> | null>;
  /** Adds and replaces parts: all or none. */
  save(parts: ReadonlyMap<string, string>): Promise<void>;
  remove(): Promise<void>;
}

/** The journal as a run sees it. */
interface RunJournal extends JournalPort {
  /** Of what was last loaded or saved. */
  whose(): Whose;
}

/** The file as a whole. One panel at a time writes into it. */
export interface FilePort {
  /** Holds the file for one panel, or renews the hold. `holder` is new with each start and resumption. */
  hold(holder: string, forMs: number): Promise<Lease>;
  release(holder: string): Promise<void>;
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
  readonly journal: JournalPort;
  readonly file: FilePort;
  /** What look-ups ask: the network, the stores, the ledger, the clock. */
  readonly client: AsyncPerformers;
  /** Where a run marks its columns. */
  readonly anchors: ColumnAnchors;
  /** How a person's own runs are recognized. */
  readonly seal: JournalSeal;
  /** Absent: new columns look plain. */
  readonly looks?: LooksPort;
  /** Absent: the host has none, or they take no notice of what is written beside them. */
  readonly tables?: TablesPort;
}

/** Everything that a run knows of the world. */
export interface RunPorts extends Omit<HostPorts, 'journal'> {
  readonly journal: RunJournal;
  readonly person: PersonPort;
  /** Performs a task of the client or of look-ups. */
  readonly perform: <T>(task: CoreTask<T>) => Promise<T>;
}

const NEEDED = ['sheet', 'journal', 'file', 'client', 'anchors', 'seal'] as const;

/**
 * The ports of a run, from those of a host and the person at the panel.
 *
 * @throws Error that names the port, where a host lacks one
 */
export function toRunPorts(host: HostPorts, person: PersonPort): RunPorts {
  const missing = NEEDED.find((name) => host[name] === undefined);
  if (missing !== undefined) throw new Error(`This host has no port "${missing}", which a run needs.`);
  return {
    ...host,
    journal: toRunJournal(host),
    person,
    perform: (task) => runAsync(task, host.client),
  };
}

/** Sealed as it is saved. */
function toRunJournal({ journal, seal }: HostPorts): RunJournal {
  const sealed = new SealedJournal(journal, seal);
  const { load, save, remove } = inOrder({
    room: () => journal.room(),
    load: () => sealed.load(),
    save: (parts) => sealed.save(parts),
    remove: () => sealed.remove(),
  });
  return { room: () => journal.room(), load, save, remove, whose: () => sealed.whose };
}

/** Reads and changes of the journal go one after another: a host builds each change on the one before. */
function inOrder(journal: JournalPort): JournalPort {
  let last: Promise<unknown> = Promise.resolve();
  const after = <T>(act: () => Promise<T>): Promise<T> => {
    const done = last.then(act);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    room: () => after(() => journal.room()),
    load: () => after(() => journal.load()),
    save: (parts) => after(() => journal.save(parts)),
    remove: () => after(() => journal.remove()),
  };
}
