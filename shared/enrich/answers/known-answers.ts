import type { GridCell } from '../sheet/cell-values';
import type { RunAnswer } from './run-answer';
import type { AnswersPort, SpentNow } from '../ports';

const ROWS_AT_ONCE = 1_000;

/** Answers that are known before the enrichment begins, such as domains that the user has confirmed for names. */
export class KnownAnswers implements AnswersPort {
  constructor(private readonly texts: ReadonlyMap<string, string>) {}

  async find(next: readonly string[]): Promise<ReadonlyMap<string, RunAnswer>> {
    return new Map(next.map((name) => [name, toAnswer(this.texts.get(name))]));
  }

  async end(): Promise<void> {
    // Nothing is in progress.
  }

  rowsNext(): number {
    return ROWS_AT_ONCE;
  }

  shown(): void {
    // Nothing was paid.
  }

  spent(): SpentNow {
    return { charged: 0, saved: 0 };
  }
}

function toAnswer(text: string | undefined): RunAnswer {
  const cell: GridCell = text === undefined ? { kind: 'blank' } : { kind: 'text', text };
  return { cells: [cell], error: null, outcome: text === undefined ? 'noData' : 'found' };
}
