import type { AnsweredTo } from './answered-to';
import type { Excuses } from './excuses';
import type { Step } from './history';
import { expectedIn, FORMULAS, identifierOf, type Cell } from './workbook';

/** Remembers which promise was broken first. */
export class Verdict {
  private broken: string | null = null;

  constructor(
    private readonly answeredTo: AnsweredTo,
    private readonly excuses: Excuses,
  ) {}

  fail(sentence: string): void {
    this.broken ??= sentence;
  }

  /**
   * A cell shows what is true for its input and account, or a sentence about something that has happened.
   *
   * @param askers the organizations whose keys were set meanwhile
   */
  checkCell(cell: Cell, shown: string | null, askers: Iterable<string>, nowMs: number): void {
    const at = `cell ${cell.sheet}:${cell.row}:${cell.formula} of ${JSON.stringify(cell.input)}`;
    if (shown === null) return this.fail(`${at} is not answered`);
    const expected = expectedIn(cell);
    const isRight = typeof expected === 'string' ? shown === expected : expected.test(shown);
    const identifier = identifierOf(cell.input);
    const { lookup } = FORMULAS[cell.formula];
    const isTold = [...askers].some((asker) => this.answeredTo.has(asker, lookup, identifier ?? ''));
    if (shown === expected && identifier !== null && !isTold) this.fail(`${at} shows what was told to others`);
    if (!isRight && !this.excuses.allow(shown, nowMs)) this.fail(`${at} shows ${JSON.stringify(shown)}`);
  }

  /** Takes steps one after the other. Throws what was broken, with the step. */
  async follow(steps: readonly Step[], take: (step: Step) => void | Promise<void>): Promise<void> {
    for (const [index, step] of steps.entries()) {
      try {
        await take(step);
        if (this.broken !== null) throw new Error(this.broken);
      } catch (thrown) {
        throw new Error(`step ${index} (${JSON.stringify(step).slice(0, 200)}): ${String(thrown)}`, { cause: thrown });
      }
    }
  }
}
