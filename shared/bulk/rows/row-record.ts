import type { TraceError } from '../../errors/trace-error';
import type { Intent } from '../sheet/cell-decision';
import type { GridValue } from '../sheet/cell-values';
import type { Anchor } from '../sheet/row-anchors';
import { NO_COMPANY } from '../sheet/row-keys';
import type { KeptAnswer } from './kept-answer';

/** The outcome of a row. */
export type RowOutcome =
  /** Its answer is in the sheet; `isPartly`: beside cells that a person filled meanwhile. */
  | { readonly is: 'written'; readonly found: 'data' | 'noData' | 'notTracked'; readonly isPartly?: true }
  /** Written as far as the limit allowed. It is asked for again when the run is resumed. */
  | { readonly is: 'cut' }
  /** Answered, but its row cannot be found, or its cells were filled. */
  | { readonly is: 'unplaced' }
  /** Nothing was written: the row was already gone, its cells were filled meanwhile, or it names no company. */
  | { readonly is: 'skipped'; readonly why: 'gone' | 'filled' | 'noCompany' }
  /** `by: 'host'`: the host refused to write the answer. */
  | { readonly is: 'failed'; readonly by: 'answer' | 'host'; readonly why: TraceError };

export type RowState =
  /** To do. `was`: its earlier outcome, where it is done once more. */
  | { readonly is: 'waiting'; readonly was: RowOutcome | null }
  /** Its answer is in the journal, but whether it was written is not known. `as`: its outcome if it was. */
  | { readonly is: 'answered'; readonly as: RowOutcome }
  | RowOutcome
  | { readonly is: 'undone' };

/** A row as the journal has it. */
export interface NotedRow {
  /** Its index in the plan. */
  readonly index: number;
  /** Where it was at that time; -1: nowhere. */
  readonly seen: number;
  readonly state: RowState;
  /** One for each target, or none at all; `null`: not written by the run. */
  readonly cells: readonly (Intent | null)[];
  readonly answer: KeptAnswer | null;
}

const WAITING: RowState = { is: 'waiting', was: null };

/** Everything that a run knows of one row of its plan; all else is computed from it. */
export class RowRecord implements Anchor, NotedRow {
  row: number;
  seen = -1;
  state: RowState = WAITING;
  cells: readonly (Intent | null)[] = [];
  answer: KeptAnswer | null = null;
  /** How often it moved right before it was written. */
  slips = 0;
  /** The run was cut off before it knew whether the last write was made. */
  isUnseen = false;
  /** The first values read in the cells of such a row: any other value since then is a person's. */
  stood: readonly GridValue[] | null = null;
  /** The part of the journal that it is in; -1: none. */
  part = -1;

  constructor(
    readonly index: number,
    readonly code: string,
    public text: string,
    readonly home: number,
  ) {
    this.row = home;
  }

  /** Rows that name none are in a run for their status alone. */
  get namesCompany(): boolean {
    return this.code !== NO_COMPANY;
  }

  get isDone(): boolean {
    return this.state.is !== 'waiting' && this.state.is !== 'answered';
  }

  take({ seen, state, cells, answer }: Omit<NotedRow, 'index'>): void {
    this.seen = seen;
    this.state = state;
    this.cells = cells;
    this.answer = answer;
  }

  /** It is to be done once more. */
  reopen(): void {
    this.isUnseen = this.state.is === 'answered';
    this.state = { is: 'waiting', was: lastOf(this) };
  }
}

/** The last known outcome of a row; `null`: none yet. */
export function lastOf({ state }: Pick<NotedRow, 'state'>): RowOutcome | null {
  if (state.is === 'waiting') return state.was;
  if (state.is === 'answered') return state.as;
  return state.is === 'undone' ? null : state;
}

/** Whether some of its cells hold, or may hold, what the run wrote. */
export function isWritten({ cells }: Pick<NotedRow, 'cells'>): boolean {
  return cells.some((intent) => intent !== null);
}

export const isFailed = ({ state }: NotedRow): boolean => state.is === 'failed';

export const isUnplaced = ({ state }: NotedRow): boolean =>
  state.is === 'unplaced' || (state.is === 'skipped' && state.why === 'gone');
