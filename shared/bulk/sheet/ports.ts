import type { AsyncPerformers, Effect } from '../core-ports';
import type { TraceError } from '../../errors/trace-error';
import type { RunEvent } from './run-events';
import { Strands, type StrandEffect } from '../fetch/strands';
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
}

export interface Written {
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

/** What a bulk run asks of its host besides {@link Effect}. */
export type GridEffect =
  | { readonly ask: 'gridSheet'; readonly sheet: string }
  /** What the sheet of an earlier session could be by now. */
  | { readonly ask: 'gridSheetsNow' }
  | {
      readonly ask: 'gridRead';
      readonly sheet: string;
      readonly row: number;
      readonly rows: number;
      readonly columns: readonly number[];
      readonly withFormats: boolean;
      /** Whether hidden rows have to be told: Google tells of each row by itself, in a call that takes its time. */
      readonly withHidden?: boolean;
    }
  /** Adds empty columns at the end where the sheet has fewer. */
  | { readonly ask: 'gridRoom'; readonly sheet: string; readonly columns: number }
  /** Reads the guarded cells again and writes in the same call, in as few operations as the host can. */
  | { readonly ask: 'gridWrite'; readonly writing: GridWriting }
  | { readonly ask: 'journalRoom' }
  | { readonly ask: 'journalLoad' }
  /** Adds and replaces parts; all of them, or none. */
  | { readonly ask: 'journalSave'; readonly parts: ReadonlyMap<string, string> }
  | { readonly ask: 'journalRemove' }
  /** Holds the file for one panel, or prolongs that: `holder` is new with each start and resumption. */
  | { readonly ask: 'lease'; readonly holder: string; readonly forMs: number }
  | { readonly ask: 'release'; readonly holder: string }
  | { readonly ask: 'control' }
  | { readonly ask: 'tell'; readonly event: RunEvent };

export interface GridAnswers {
  /** `null`: there is no such sheet any more. */
  readonly gridSheet: SheetInfo | null;
  /** All sheets; `null`: an id is the same for ever. */
  readonly gridSheetsNow: readonly SheetInfo[] | null;
  readonly gridRead: Block;
  readonly gridRoom: void;
  readonly gridWrite: Written;
  readonly journalRoom: JournalRoom;
  /** `null`: there is none. */
  readonly journalLoad: ReadonlyMap<string, string> | null;
  readonly journalSave: void;
  readonly journalRemove: void;
  readonly lease: Lease;
  readonly release: void;
  /** What the person wants by now. */
  readonly control: 'goOn' | 'pause' | 'stop';
  readonly tell: void;
}

export type GridEffectName = GridEffect['ask'];
export type GridEffectOf<N extends GridEffectName> = Extract<GridEffect, { readonly ask: N }>;
export type RunTask<T> = Generator<Effect | GridEffect | StrandEffect, T, unknown>;

/** The port of a host. */
export type GridPerformers = {
  readonly [N in GridEffectName]: (effect: GridEffectOf<N>) => GridAnswers[N] | PromiseLike<GridAnswers[N]>;
};

export function* askGrid<N extends GridEffectName>(
  effect: GridEffectOf<N>,
): Generator<GridEffect, GridAnswers[N], unknown> {
  return (yield effect) as GridAnswers[N];
}

/** Runs a task of a bulk run, and what it begins, to its end. What a performer throws is thrown inside the task. */
export function runOnGrid<T>(task: RunTask<T>, performers: AsyncPerformers & GridPerformers): Promise<T> {
  const performOne = async (effect: Effect | GridEffect): Promise<unknown> =>
    await (performers[effect.ask] as (effect: Effect | GridEffect) => unknown)(effect);
  let last: Promise<unknown> = Promise.resolve();
  /** What changes the journal is done one after the other: a host builds each change upon the one before. */
  const perform = (effect: Effect | GridEffect): Promise<unknown> => {
    if (!effect.ask.startsWith('journal')) return performOne(effect);
    const done = last.then(() => performOne(effect));
    last = done.catch(() => undefined);
    return done;
  };
  return new Promise((resolve, reject) => {
    const strands = new Strands(({ effect, answer, fail }) => void perform(effect).then(answer, fail));
    strands.begin(task, (end) => (end.ok ? resolve(end.value as T) : reject(end.error as Error)));
  });
}
