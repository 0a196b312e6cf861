import { runAsync } from '../../task';
import type { AsyncPerformers, Task } from '../core-ports';
import type { TraceError } from '../../errors/trace-error';
import { SealedJournal, type JournalSeal } from '../journal/seal';
import type { ColumnAnchors, ColumnMark } from './column-anchors';
import type { RunEvent } from './run-events';
import type { GridCell, GridValue } from './cell-values';

/** Rows and columns are counted from 0. */
export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  /** How far the sheet is filled, from its first cell. */
  readonly rows: number;
  readonly columns: number;
}

/** Some cells of one column; offsets count from the first row that was read. */
export interface ColumnRead {
  /** `''`: blank. A date is its day number, as {@link serialOf} counts. */
  readonly values: readonly GridValue[];
  readonly formulas: ReadonlySet<number>;
  /** Cells that are part of a merged one. */
  readonly merged: ReadonlySet<number>;
  /** Number formats, where they were asked for. */
  readonly formats: readonly string[] | null;
}

/** Cells to be read. */
export interface GridReading {
  readonly sheet: string;
  readonly row: number;
  readonly rows: number;
  readonly columns: readonly number[];
  readonly withFormats: boolean;
  /** Whether hidden rows have to be told: Google tells of each row by itself, in a call that takes its time. */
  readonly withHidden?: boolean;
}

export interface Block {
  /** One for each column asked for, in that order. */
  readonly columns: readonly ColumnRead[];
  /** Offsets of the rows that a filter or a person hides, where they were asked for. */
  readonly hidden: ReadonlySet<number>;
}

/** Cells to be written, and what has to stand in their rows for it; {@link checkWrite} compares. */
export interface GridWriting {
  readonly sheet: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** For each row one for each column; `null`: left alone. */
  readonly cells: readonly (readonly (GridCell | null)[])[];
  readonly guard: Guard;
  /**
   * Written because a stored journal says so, which somebody else may have edited: cells that are protected from anybody
   * are refused, even where this person may edit them.
   */
  readonly sparesProtected?: boolean;
}

export interface Guard {
  /** `null`: rows are not told by their input. */
  readonly input: { readonly column: number; readonly values: readonly GridValue[] } | null;
  /** What the cells to be written hold now, for each row. */
  readonly before: readonly (readonly GridValue[])[];
  /** How many rows the sheet is filled with, where that has to be the same as when they were read. */
  readonly sheetRows: number | null;
  /** Titles that show that no column has moved; `null`: the table has none. */
  readonly header: { readonly row: number; readonly titles: ReadonlyMap<number, string> } | null;
  /** Marks of a run that have to be on these columns, each once on this sheet; `null`: there are none. */
  readonly marks?: RunMarks | null;
}

/** Marks of a run that its columns bear. */
export interface RunMarks {
  readonly run: string;
  readonly marks: readonly ColumnMark[];
}

export interface WriteResult {
  /** Positions in {@link GridWriting.rows} at which something else stood: nothing was written there. */
  readonly moved: readonly number[];
  /** Cells that the host did not let be written. */
  readonly refused: readonly { readonly at: number; readonly column: number; readonly error: TraceError }[];
}

/** What a host lets a journal take, in characters. */
export interface JournalRoom {
  readonly part: number;
  readonly total: number;
}

export type Lease = { readonly is: 'held' } | { readonly is: 'elsewhere'; readonly untilMs: number };

/** The cells of a file. Whatever fails rejects with a `TraceError`. */
export interface SheetPort {
  /** `null`: there is no such sheet any more. */
  info(sheet: string): Promise<SheetInfo | null>;
  /** What the sheet of an earlier session could be by now: all sheets; `null`: an id is the same for ever. */
  list(): Promise<readonly SheetInfo[] | null>;
  read(reading: GridReading): Promise<Block>;
  /** Adds empty columns at the end where the sheet has fewer. */
  addColumns(sheet: string, columns: number): Promise<void>;
  /** Reads the guarded cells again and writes in the same call, in as few operations as the host can. */
  write(writing: GridWriting): Promise<WriteResult>;
}

/** Where a file keeps how its run stands, as texts by name. */
export interface JournalPort {
  room(): Promise<JournalRoom>;
  /** `null`: there is none. */
  load(): Promise<ReadonlyMap<string, string> | null>;
  /** Adds and replaces parts; all of them, or none. */
  save(parts: ReadonlyMap<string, string>): Promise<void>;
  remove(): Promise<void>;
}

/** The journal as a run sees it. */
export interface RunJournal extends JournalPort {
  /** Whether what was loaded or saved last is this person's own, and the newest; see `SealedJournal`. */
  isOwn(): boolean;
}

/** The file as a whole, into which one panel at a time writes. */
export interface FilePort {
  /** Holds the file for one panel, or prolongs that: `holder` is new with each start and resumption. */
  hold(holder: string, forMs: number): Promise<Lease>;
  release(holder: string): Promise<void>;
}

/** The person before the panel. */
export interface PersonPort {
  /** What the person wants by now. */
  wish(): Wish;
  tell(event: RunEvent): void;
}

export type Wish = 'goOn' | 'pause' | 'stop';

/** What a host gives a bulk run. */
export interface HostPorts {
  readonly sheet: SheetPort;
  readonly journal: JournalPort;
  readonly file: FilePort;
  /** What look-ups ask: the network, the stores, the books, the clock. */
  readonly client: AsyncPerformers;
  /** Where a run marks its columns. */
  readonly anchors: ColumnAnchors;
  /** By what a person knows again the runs of theirs. */
  readonly seal: JournalSeal;
}

/** All that a bulk run knows of the world. */
export interface RunPorts extends Omit<HostPorts, 'journal'> {
  readonly journal: RunJournal;
  readonly person: PersonPort;
  /** Does a task of the client or of look-ups. */
  readonly perform: <T>(task: Task<T>) => Promise<T>;
}

const NEEDED = ['sheet', 'journal', 'file', 'client', 'anchors', 'seal'] as const;

/** Throws, with its name, where a host leaves out a port. */
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
  return { room: () => journal.room(), load, save, remove, isOwn: () => sealed.isOwn };
}

/** What reads or changes the journal is done one after the other: a host builds each change upon the one before. */
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
