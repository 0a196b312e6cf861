import type { Table } from '../../shared/formulas';
import type { Invocation } from '../office';
import { onPage } from '../functions/on-page';

/** By the cell of the formula, and within its table by row and column. */
type Told = Map<string, ReadonlyMap<string, string>>;

/**
 * The sentences behind error cells: Excel shows them to people, and tells an add-in no more than that a cell shows an error.
 * Formulas that were calculated before the page was opened are not there.
 */
const told = onPage('toldProblems', (): Told => new Map());

/**
 * Notes what a formula's table says of problems, in place of what it said before. A preview says nothing of its
 * cell; neither can an Excel that gives no address.
 */
export function noteProblems(
  { address, isInValuePreview }: Pick<Invocation, 'address' | 'isInValuePreview'>,
  table: Table,
): void {
  if (typeof address !== 'string' || isInValuePreview) return;
  const sentences = new Map<string, string>();
  table.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell instanceof Error) sentences.set(`${row}:${column}`, cell.message);
    }),
  );
  if (sentences.size === 0) told.delete(toPlace(address));
  else told.set(toPlace(address), sentences);
}

/** A cell of a sheet. Rows and columns count from 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * What the formula in a cell says in a cell of its table; `''`: nobody knows, also where its cell has moved since.
 */
export function readTold(sheetName: string, formula: Place, cell: Place): string {
  return told.get(placeOf(sheetName, formula))?.get(`${cell.row - formula.row}:${cell.column - formula.column}`) ?? '';
}

/** Whether the formula in a cell has told a problem, in whatever cell of its table. */
export function hasToldAt(sheetName: string, formula: Place): boolean {
  return told.has(placeOf(sheetName, formula));
}

function placeOf(sheetName: string, { row, column }: Place): string {
  return `${sheetName}!${columnName(column)}${row + 1}`;
}

/** The core's own is behind a door that the panel's first paint does not wait for. */
function columnName(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before < 0 ? '' : columnName(before)) + String.fromCharCode(65 + (column % 26));
}

/** `'[Book 1.xlsx]Bob''s'!$B$2` as `Bob's!B2`. */
function toPlace(address: string): string {
  const end = address.lastIndexOf('!');
  const sheet = address
    .slice(0, Math.max(0, end))
    .replace(/^'(.*)'$/, '$1')
    .replace(/''/g, "'")
    .replace(/^\[[^\]]*\]/, '');
  return `${sheet}!${address.slice(end + 1).replace(/\$/g, '')}`;
}
