import { toA1, type Place } from './a1';
import type { GridCell } from './moved-cells';
import { fromKey, toKey } from './place-key';

/** A range such as `A2:A`. */
const OPEN_RANGE = /[A-Z]+\d*:[A-Z]+(?!\d)/;
const SEMICOLON = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|;/g;

/** Google writes the argument separator of the spreadsheet's language, whatever was entered. */
export function withSeparator(formula: string, separator: ',' | ';'): string {
  return formula.replace(SEMICOLON, (part) => (part === ';' ? separator : part));
}

export function hasOpenRange(formula: string): boolean {
  return OPEN_RANGE.test(formula);
}

/** The cells that a table fills, and their values. @param from the table's first cell */
export function toSpill(
  from: Place,
  table: readonly (readonly unknown[])[],
): readonly (readonly [key: string, value: unknown])[] {
  return table.flatMap((cells, row) =>
    cells.map((value, column) => [toKey({ row: from.row + row, column: from.column + column }), value] as const),
  );
}

/** The last row and column with content; 0 if there is none. */
export function reachOf(keys: Iterable<string>): Place {
  let [row, column] = [0, 0];
  for (const key of keys) {
    const place = fromKey(key);
    row = Math.max(row, place.row);
    column = Math.max(column, place.column);
  }
  return { row, column };
}

export function formulasOf(cells: Iterable<readonly [string, GridCell]>): Readonly<Record<string, string>> {
  const found = [...cells]
    .filter(([, { formula }]) => formula !== '')
    .map(([at, { formula }]): readonly [string, string] => [toA1(fromKey(at)), formula]);
  return Object.fromEntries([...found].sort(([a], [b]) => a.localeCompare(b)));
}
