import type { Before, Stood } from './record/lines';

/**
 * What stood in each row of one input before the enrichment: the value that all of its rows had; else each row's own, told
 * by what else stands in it; else what is left over, where that is all the same. `null`: it cannot be told.
 *
 * @param before `undefined`: the input is new
 * @param rows of this input, as they are now
 * @param beside for each row of the sheet, a digest of what else stands in it
 */
export function stoodThere(
  before: Before | undefined,
  rows: readonly number[],
  beside: readonly string[],
): ReadonlyMap<number, Stood | null> {
  if (before === undefined) return new Map(rows.map((row) => [row, null]));
  const { values } = before;
  if (areEqual(values)) return new Map(rows.map((row) => [row, values[0]!]));
  const besideOf = (row: number): string => beside[row] ?? '';
  const then = groupBy([...values.keys()], (at) => before.beside[at] ?? '');
  const now = groupBy(rows, besideOf);
  const left = [...then].flatMap(([digest, places]) => (now.has(digest) ? [] : places)).map((at) => values[at]!);
  const strangers = rows.filter((row) => !then.has(besideOf(row))).length;
  const leftOver = onlyOf(left, strangers);
  return new Map(
    rows.map((row) => {
      const own = then.get(besideOf(row));
      if (own === undefined) return [row, leftOver];
      return [
        row,
        onlyOf(
          own.map((at) => values[at]!),
          now.get(besideOf(row))!.length,
        ),
      ];
    }),
  );
}

/** The one value that so many rows had; `null`: they are more rows than had it, or the values differ. */
function onlyOf(values: readonly Stood[], count: number): Stood | null {
  return values.length > 0 && count <= values.length && areEqual(values) ? values[0]! : null;
}

export function areEqual(values: readonly Stood[]): boolean {
  const [first] = values;
  return values.every(([value, format]) => value === first![0] && format === first![1]);
}

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
