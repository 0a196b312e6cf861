import type { GridValue } from '../../shared/ports';
import type { SentBlock, SentWriting } from '../bulk-messages';
import { isShown } from '../shown-cell';

type Held = SentBlock['columns'][number];

/** What tells a column, from 0: a mark of the run, or its title. */
export interface Sign {
  readonly name: string;
  readonly column: number;
}

/** How some columns of a sheet are before a write, or after it. Columns count from 0. */
interface ColumnsState {
  /** From the first written row to the last. */
  readonly columns: ReadonlyMap<number, Held>;
  /** What the title row holds; none: nobody knows. */
  readonly titles: readonly GridValue[];
  readonly signs: readonly Sign[];
}

/** A written cell that gets back what was there. Rows and columns count from 0. */
export interface BackCell {
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly value: GridValue;
  /** The column that held it before the write; `null`: the column is new. */
  readonly from: number | null;
}

interface Mending {
  readonly back: readonly BackCell[];
  /** Positions of values that do not stand beside their input once that is done. */
  readonly moved: readonly number[];
  /** Whether all is as it was: a formula that was written over only leaves its value. */
  readonly isWhole: boolean;
}

/**
 * Finds the cells that a write has hit by mistake, because columns moved right before or after it. A cell gets its
 * former value back only if it shows a written value, and is known to have held another one.
 *
 * @param first the row with which the columns of both states begin
 * @returns `null`: it cannot be told
 */
export function findOverwritten(
  writing: SentWriting,
  first: number,
  before: ColumnsState,
  now: ColumnsState,
): Mending | null {
  const seen = lookAt(writing, first, before, now);
  const astray = findAstray(writing, before, now, seen);
  return astray && toMending(writing, first, before, now, seen, astray);
}

/** Where the columns of a write are after it, and what they show. */
interface Seen {
  /** Where each written column is; `null`: it cannot be told. */
  readonly places: readonly (number | null)[];
  readonly inputNow: number | null;
  /** Which of the written columns stands where the input is; -1: none. */
  readonly onInput: number;
  held(state: ColumnsState, column: number | null, row: number): GridValue;
  hasInput(at: number): boolean;
  /** Whether a column shows what was written. */
  isAt(at: number, index: number, column: number | null): boolean;
}

function lookAt(
  { rows, columns, cells, guard: { input } }: SentWriting,
  first: number,
  before: ColumnsState,
  now: ColumnsState,
): Seen {
  const held = (state: ColumnsState, column: number | null, row: number): GridValue =>
    state.columns.get(column ?? -1)?.values[row - first] ?? '';
  const toNow = (column: number): number | null => placeOf(column, before.signs, now.signs);
  const inputNow = input && toNow(input.column);
  return {
    places: columns.map(toNow),
    inputNow,
    onInput: inputNow === null ? -1 : columns.indexOf(inputNow),
    held,
    hasInput: (at) => input === null || (inputNow !== null && held(now, inputNow, rows[at]!) === input.values[at]),
    isAt(at, index, column) {
      const cell = cells[at]![index] ?? null;
      return cell === null || (column !== null && isShown(cell, held(now, column, rows[at]!)));
    },
  };
}

/**
 * The written rows, as indexes into `rows`, with values that did not move along with their columns. `null`: the rows
 * may have moved too.
 */
function findAstray(
  { rows, columns, cells, guard }: SentWriting,
  before: ColumnsState,
  now: ColumnsState,
  { places, inputNow, onInput, hasInput, isAt }: Seen,
): readonly number[] | null {
  const written = [...rows.keys()].filter((at) => cells[at]!.some((cell) => cell !== null));
  const isWrittenOver = (at: number): boolean => (cells[at]![onInput] ?? null) !== null && isAt(at, onInput, inputNow);
  const haveRowsStayed =
    guard.input !== null && inputNow === null
      ? [...before.columns.keys()].some(
          (column) => isTelling(before, column) && isElsewhere(column, -1, columns, before, now),
        )
      : written.every((at) => hasInput(at) || isWrittenOver(at));
  // The columns moved after the write and took its values along: one shows where nothing was written.
  const hasCome = (at: number): boolean =>
    hasInput(at) &&
    columns.every((_column, index) => isAt(at, index, places[index]!)) &&
    cells[at]!.some(
      (cell, index) => cell !== null && !columns.includes(places[index]!) && !isShown(cell, guard.before[at]![index]!),
    );
  return haveRowsStayed ? written.filter((at) => !hasCome(at)) : null;
}

/**
 * Which cells get their former values back in these rows.
 *
 * @param astray from {@link findAstray}
 * @returns `null`: it cannot be told
 */
function toMending(
  { rows, columns, cells, guard }: SentWriting,
  first: number,
  before: ColumnsState,
  now: ColumnsState,
  { places, onInput, held, hasInput, isAt }: Seen,
  astray: readonly number[],
): Mending | null {
  const sources = sourcesOf(columns, before, now);
  const back = new Map<string, BackCell>();
  let isWhole = true;
  const putBack = (at: number, index: number, from: number | null): void => {
    const row = rows[at]!;
    const value = from === null ? '' : held(before, from, row);
    if (value === held(now, columns[index]!, row)) return;
    if (before.columns.get(from ?? -1)?.formulas.includes(row - first) === true) isWhole = false;
    back.set(`${at} ${index}`, { at, row, column: columns[index]!, value, from });
  };
  for (const at of astray) {
    for (const [index, column] of columns.entries()) {
      if (cells[at]![index] === null || column === places[index] || !isAt(at, index, column)) continue;
      const source = sources[index];
      if (source === undefined) return null;
      putBack(at, index, source);
    }
  }
  const isMended = (at: number, index: number): boolean =>
    [...columns.keys()].some((other) => columns[other] === places[index] && back.has(`${at} ${other}`));
  const stands = (at: number, index: number): boolean =>
    cells[at]![index] === null || (isAt(at, index, places[index]!) && !isMended(at, index));
  const moved = astray.filter(
    (at) => !hasInput(at) || back.has(`${at} ${onInput}`) || ![...columns.keys()].every((index) => stands(at, index)),
  );
  // What stands beside its input without the rest of its row is taken back too.
  for (const at of moved) {
    for (const [index, column] of columns.entries()) {
      if (cells[at]![index] === null || !stands(at, index)) continue;
      if (places[index] === column) putBack(at, index, column);
      else if (held(now, places[index]!, rows[at]!) !== guard.before[at]![index]) return null;
    }
  }
  return { back: [...back.values()], moved, isWhole };
}

/** For each written column the one that stood there before; `null`: a new one is there; `undefined`: nobody knows. */
function sourcesOf(
  columns: readonly number[],
  before: ColumnsState,
  now: ColumnsState,
): readonly (number | null | undefined)[] {
  const sources = columns.map((column): number | null | undefined => {
    const [sign, ...more] = now.signs.filter((each) => each.column === column);
    if (more.length > 0) return undefined;
    if (sign !== undefined) {
      const own = before.signs.find(({ name }) => name === sign.name);
      return own !== undefined && before.columns.has(own.column) ? own.column : undefined;
    }
    const near = [column - 1, column + 1].filter(
      (place) =>
        before.columns.has(place) &&
        !before.signs.some((each) => each.column === place) &&
        titleAt(before, place) === titleAt(now, column) &&
        !isElsewhere(place, column, columns, before, now),
    );
    if (near.length > 0) return near.length === 1 ? near[0] : undefined;
    return titleAt(now, column) === '' ? null : undefined;
  });
  const known = sources.filter((source) => typeof source === 'number');
  return new Set(known).size < known.length ? columns.map(() => undefined) : sources;
}

function placeOf(column: number, before: readonly Sign[], now: readonly Sign[]): number | null {
  const own = before.find((sign) => sign.column === column);
  const found = now.filter(({ name }) => name === own?.name);
  return found.length === 1 ? found[0]!.column : null;
}

/** Whether another column has the title and the values that this one had. */
function isElsewhere(
  column: number,
  except: number,
  written: readonly number[],
  before: ColumnsState,
  now: ColumnsState,
): boolean {
  return [...now.columns.keys()].some(
    (place) =>
      place !== except &&
      !written.includes(place) &&
      !now.signs.some((sign) => sign.column === place) &&
      titleAt(before, column) === titleAt(now, place) &&
      isSame(before, column, now, place),
  );
}

function isSame(before: ColumnsState, column: number, now: ColumnsState, place: number): boolean {
  const values = now.columns.get(place)?.values;
  return before.columns.get(column)!.values.every((value, at) => value === values?.[at]);
}

function isTelling(before: ColumnsState, column: number): boolean {
  return before.columns.get(column)!.values.some((value) => value !== '');
}

function titleAt({ titles }: ColumnsState, column: number): string {
  return String(titles[column] ?? '');
}
