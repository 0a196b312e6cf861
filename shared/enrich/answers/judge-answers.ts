import type { TraceError } from '../../errors/trace-error';
import { traitsOf } from '../../errors/traits';
import { isOfLimit, type RunAnswer } from './run-answer';
import type { OpenRow } from '../may-fill';

/** If so many rows fail, the cause is not a single company. */
const MANY_ROWS = 20;

/** The rows of a block that may be written, in order, and why the enrichment has to pause after them; `null`: it need not. */
export interface JudgedBlock {
  readonly rows: readonly OpenRow[];
  readonly pause: TraceError | null;
}

/**
 * Rows finish in order, so the first one without an answer ends the block. A row that a limit has cut shows what was paid for.
 */
export function judgeAnswers(block: readonly OpenRow[], answers: ReadonlyMap<string, RunAnswer>): JudgedBlock {
  const rows: OpenRow[] = [];
  let pause: TraceError | null = null;
  let [asked, failures] = [0, 0];
  let firstError: TraceError | null = null;
  for (const row of block) {
    if (!row.isAsked) {
      rows.push(row);
      continue;
    }
    const answer = answers.get(row.name ?? '');
    if (answer === undefined) break;
    const { error, cells } = answer;
    const pauses = error === null ? undefined : traitsOf(error).pausesRun;
    if (error !== null && pauses === 'always') {
      // A problem of the account comes before the enrichment's own limit, and of the limit the first company tells most.
      if (pause === null || (isOfLimit(pause) && !isOfLimit(error))) pause = error;
      if (!isOfLimit(error) || cells.every((cell) => cell === null)) continue;
    } else if (pauses !== undefined) failures += 1;
    asked += 1;
    firstError ??= error;
    rows.push(row);
  }
  const isOfAnySize = firstError !== null && traitsOf(firstError).pausesRun === 'wholeBlock';
  if (failures > 0 && failures === asked && (failures >= MANY_ROWS || isOfAnySize)) {
    return { rows: rows.filter(({ isAsked }) => !isAsked), pause: pause ?? firstError };
  }
  return { rows, pause };
}
