/** Three bytes each at most, and Excel on the web carries 5 MB each way. */
const CHARACTERS_ASKED = 1_000_000;
/** Of formulas and values, which are told with the writing: a value twice, and one may be longer by then. */
const CHARACTERS_TOLD = 400_000;
const ROWS_AT_ONCE = 5_000;
/** The format, and what stands around each. */
const CHARACTERS_AROUND = 20;

interface Column {
  readonly formulas: readonly string[];
  readonly values: readonly unknown[];
}

/**
 * The rows of a column that one request writes, and tells as they were, from the first to before the last.
 *
 * @param entries what is written, by row
 * @param now what is there, by row
 */
export function* columnParts(
  entries: readonly (string | null)[],
  now: Column,
): Generator<readonly [from: number, to: number]> {
  let [from, asked, told] = [0, 0, 0];
  for (let row = 0; row < entries.length; row += 1) {
    const [ask, tell] = [(entries[row]?.length ?? 0) + CHARACTERS_AROUND, charactersOf(now, row)];
    const isFull = asked + ask > CHARACTERS_ASKED || told + tell > CHARACTERS_TOLD || row - from === ROWS_AT_ONCE;
    if (isFull && row > from) {
      yield [from, row];
      [from, asked, told] = [row, 0, 0];
    }
    asked += ask;
    told += tell;
  }
  if (from < entries.length) yield [from, entries.length];
}

function charactersOf({ formulas, values }: Column, row: number): number {
  return (formulas[row] ?? '').length + 2 * String(values[row] ?? '').length + CHARACTERS_AROUND;
}
