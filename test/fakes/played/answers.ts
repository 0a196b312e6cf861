import type { RunAnswer } from '../../../shared/enrich/answers/run-answer';
import type { AnswersPort } from '../../../shared/enrich/ports';
import type { GridCell } from '../../../shared/enrich/sheet/cell-values';
import { TraceError } from '../../../shared/errors/trace-error';
import { answerTo } from './table';

const REFUSED: RunAnswer = {
  cells: [null, null],
  error: new TraceError('runCapReached', { credits: 1 }),
  outcome: 'cut',
};

/** Answers one page, as far as its limit goes; what it has already asked for costs nothing again. */
export class PlayedAnswers implements AnswersPort {
  private readonly found = new Map<string, RunAnswer>();

  /**
   * @param left how many companies may be asked for
   * @param batch how many are asked for at once
   * @param call waits, as each call of a page does
   */
  constructor(
    private left: number,
    private readonly sizes: { readonly block: number; readonly batch: number },
    private readonly call: <T>(act: () => Promise<T>) => Promise<T>,
  ) {}

  async find(next: readonly string[]): Promise<ReadonlyMap<string, RunAnswer>> {
    const open = next.filter((name) => !this.found.has(name));
    for (let at = 0; at < open.length && this.left > 0; at += this.sizes.batch) {
      const batch = open.slice(at, at + Math.min(this.sizes.batch, this.left));
      this.left -= batch.length;
      await this.call(async () => {
        for (const name of batch) this.found.set(name, toAnswer(name));
      });
    }
    return new Map(next.map((name) => [name, this.found.get(name) ?? REFUSED]));
  }

  async end(): Promise<void> {
    // Nothing is in progress.
  }

  rowsNext(): number {
    return this.sizes.block;
  }

  shown(): void {
    // Nothing was paid.
  }

  spent(): { readonly charged: number; readonly saved: number } {
    return { charged: 0, saved: 0 };
  }
}

function toAnswer(name: string): RunAnswer {
  const text = answerTo(name);
  const isTracked = text !== 'not tracked';
  const cell: GridCell = isTracked ? { kind: 'text', text } : { kind: 'text', text, says: 'notTracked' };
  return { cells: [cell, null], error: null, outcome: isTracked ? 'found' : 'notTracked' };
}
