import { parseJson, readArray } from '../../client/json';
import { GENERAL } from '../number-format';
import type { GridValue } from '../sheet/cell-values';
import { isFormat, isGridValue } from '../sheet/read-cell';

/** The earlier value of a cell, with its number format unless that is the general one. */
export type Stood = GridValue | readonly [value: GridValue, format: string];

/** The rows of one input before the enrichment, in the order of the sheet. */
export interface Before {
  /** How many of them were selected. */
  readonly selected: number;
  /**
   * For each row, the earlier value of each target: blank in a new column. If only some rows were selected, one more
   * value says whether this row was. There are no rows if every column is new and every row was selected.
   */
  readonly rows: readonly (readonly Stood[])[];
  /** For each row, a digest of its other cells; empty if these were the same in all rows. */
  readonly beside: readonly string[];
}

export function toStood(value: GridValue, format: string): Stood {
  return format === GENERAL ? value : [value, format];
}

export function valueIn(stood: Stood): GridValue {
  return typeof stood === 'object' ? stood[0] : stood;
}

export function formatIn(stood: Stood): string {
  return typeof stood === 'object' ? stood[1] : GENERAL;
}

export function isSame(one: Stood, other: Stood): boolean {
  return one === other || (valueIn(one) === valueIn(other) && formatIn(one) === formatIn(other));
}

/** The cells of a line of the record. */
export function toBeforeCells({ selected, rows, beside }: Before): readonly [string, string, string] {
  return [String(selected), toListCell(rows), toListCell(beside)];
}

/** `null`: damaged. */
export function readBefore(selected: number, rowsCell: string, besideCell: string): Before | null {
  const rows = readListCell(rowsCell);
  const beside = readListCell(besideCell);
  if (rows === null || beside === null) return null;
  if (!rows.every(isRow) || !beside.every((digest): digest is string => typeof digest === 'string')) return null;
  return beside.length === 0 || beside.length === rows.length ? { selected, rows, beside } : null;
}

/** Most lists are empty, and a file has many. */
function toListCell(list: readonly unknown[]): string {
  return list.length === 0 ? '' : JSON.stringify(list);
}

function readListCell(cell: string): readonly unknown[] | null {
  return cell === '' ? [] : readArray(parseJson(cell));
}

function isRow(value: unknown): value is readonly Stood[] {
  return Array.isArray(value) && value.every(isStood);
}

function isStood(value: unknown): value is Stood {
  if (!Array.isArray(value)) return isGridValue(value);
  return value.length === 2 && isGridValue(value[0]) && isFormat(value[1]);
}
