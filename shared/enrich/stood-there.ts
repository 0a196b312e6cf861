import type { GridValue } from './sheet/cell-values';
import { isSame, valueIn, type Before, type Stood } from './record/before';

/** The earlier values of one column beside one input. */
export interface StoodThere {
  /** The earlier value of one of the present rows of this input; `null`: unknown. */
  in(row: number): Stood | null;
  /** Whether any row of this input held the value. */
  has(value: GridValue): boolean;
}

/**
 * The value that all rows of an input had. If they differed, each row's own value, identified by the digest of its
 * other cells. Failing that, the values that are left over, if these do not differ.
 * @param before `undefined`: the input is new
 * @param at the target; after the last one: whether the row was selected
 * @param rows the present rows of this input
 * @param beside for each row of the sheet, a digest of its other cells
 */
export function stoodThere(
  before: Before | undefined,
  at: number,
  rows: readonly number[],
  beside: readonly string[],
): StoodThere {
  if (before === undefined) return UNKNOWN;
  if (before.rows.length === 0) return BLANK;
  const first = before.rows[0]![at]!;
  if (before.rows.every((row) => isSame(row[at]!, first))) return new OneValue(first);
  return new SeveralValues(before, at, rows, beside);
}

/** The value that all rows had; `null`: the input is new. */
class OneValue implements StoodThere {
  constructor(private readonly stood: Stood | null) {}

  in(): Stood | null {
    return this.stood;
  }

  has(value: GridValue): boolean {
    return this.stood !== null && valueIn(this.stood) === value;
  }
}

const UNKNOWN = new OneValue(null);
const BLANK = new OneValue('');

class SeveralValues implements StoodThere {
  private readonly held: ReadonlySet<GridValue>;
  private readonly own = new Map<string, Stood | null>();

  constructor(
    { rows: then, beside: besideThen }: Before,
    at: number,
    now: readonly number[],
    private readonly beside: readonly string[],
  ) {
    this.held = new Set(then.map((row) => valueIn(row[at]!)));
    const placesThen = groupBy([...then.keys()], (index) => besideThen[index] ?? '');
    const placesNow = groupBy(now, (row) => this.besideOf(row));
    const toEach = (places: readonly number[], count: number): Stood | null =>
      count <= places.length ? onlyOf(places.map((index) => then[index]![at]!)) : null;
    for (const [digest, { length }] of placesNow) this.own.set(digest, toEach(placesThen.get(digest) ?? [], length));
    const left = [...placesThen].flatMap(([digest, places]) => (placesNow.has(digest) ? [] : places));
    const strangers = now.filter((row) => !placesThen.has(this.besideOf(row)));
    const leftOver = toEach(left, strangers.length);
    for (const row of strangers) this.own.set(this.besideOf(row), leftOver);
  }

  in(row: number): Stood | null {
    return this.own.get(this.besideOf(row)) ?? null;
  }

  has(value: GridValue): boolean {
    return this.held.has(value);
  }

  private besideOf(row: number): string {
    return this.beside[row] ?? '';
  }
}

/** `null`: the values differ, or there are none. */
function onlyOf(values: readonly Stood[]): Stood | null {
  const [first] = values;
  return first !== undefined && values.every((value) => isSame(value, first)) ? first : null;
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
