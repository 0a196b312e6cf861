import type { GridValue } from './sheet/cell-values';
import type { RunAnswer } from './answers/run-answer';

/** Answers for the names of inputs. Whoever implements it keeps the limit, and asks for nothing twice. */
export interface AnswersPort {
  /**
   * Answers in the order of the rows: for at least one of the next names, unless the person wants to end. Requests for later
   * ones may be under way when it returns.
   *
   * @param isEnd whether no other names follow
   * @throws TraceError why nothing can be asked now
   */
  find(next: readonly string[], later: readonly string[], isEnd: boolean): Promise<ReadonlyMap<string, RunAnswer>>;
  /** Ends what is under way. Its answers are saved. Never throws. */
  end(): Promise<void>;
  /** How many rows to write next, where so many are done: fewer at first where their price is unknown. */
  rowsNext(done: number): number;
  /** Rows show the answers to these names now. */
  shown(names: Iterable<string>): void;
  /** In credits. */
  spent(): SpentNow;
}

/** What an enrichment has spent so far, in credits. */
export interface SpentNow {
  /** Charged, or perhaps charged. */
  readonly charged: number;
  /** What answers are worth that are saved and that no row shows yet. */
  readonly saved: number;
}

/** The name under which an input is looked up; `null`: it names nothing. */
export type NameOf = (input: GridValue) => string | null;
