import type { GridValue } from './sheet/cell-values';
import type { RunAnswer } from './answers/run-answer';

/** Answers for the names of inputs. An implementation keeps the limit, and asks for nothing twice. */
export interface AnswersPort {
  /**
   * Answers in the order of the rows: for at least one of the next names, unless the user wants to end. Requests for
   * later ones may be in flight when it returns.
   *
   * @param isEnd whether no other names follow
   * @throws TraceError why nothing can be asked now
   */
  find(next: readonly string[], later: readonly string[], isEnd: boolean): Promise<ReadonlyMap<string, RunAnswer>>;
  /** Ends requests in progress. Their answers are saved. Never throws. */
  end(): Promise<void>;
  /** How many rows to write next, given how many are done: fewer at first if their price is unknown. */
  rowsNext(done: number): number;
  /** Notes that rows now show the answers to these names. */
  shown(names: Iterable<string>): void;
  /** In credits. */
  spent(): SpentNow;
}

/** What an enrichment has spent so far, in credits. */
export interface SpentNow {
  /** Charged, or perhaps charged. */
  readonly charged: number;
  /** The value of saved answers that no row shows yet. */
  readonly saved: number;
}

/** The name by which an input is looked up; `null`: it names nothing. */
export type NameOf = (input: GridValue) => string | null;
