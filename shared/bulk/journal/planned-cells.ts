/**
 * Which cells a plan skips, target by target and in each row by row: five to a number, of which the first counts 1, the
 * second 2, and so on to 16. Empty: not known.
 */
export type SkippedCells = readonly number[];

/** So many fit one digit of the journal. */
const CELLS_IN_NUMBER = 5;

export function toSkippedCells(isSkipped: readonly boolean[]): SkippedCells {
  const numbers: number[] = [];
  for (const [at, is] of isSkipped.entries()) {
    const place = Math.floor(at / CELLS_IN_NUMBER);
    numbers[place] = (numbers[place] ?? 0) + Number(is) * 2 ** (at % CELLS_IN_NUMBER);
  }
  return numbers;
}

/** Whether the plan was to fill a cell; `false` where nobody knows. */
export function wasPlanned(skipped: SkippedCells, at: number): boolean {
  const number = skipped[Math.floor(at / CELLS_IN_NUMBER)] ?? -1;
  return Math.floor(number / 2 ** (at % CELLS_IN_NUMBER)) % 2 === 0;
}
