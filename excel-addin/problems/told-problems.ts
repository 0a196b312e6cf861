import { type ErrorCode, type Table, TraceError } from '../../shared/formulas';
import type { Invocation } from '../office';
import { onPage } from '../functions/on-page';

/** By the cell of the formula, and within its table by row and column. */
type Told = Map<string, ReadonlyMap<string, ToldProblem>>;

/** What a cell says, and which problem it is; `undefined`: none with a page of its own. */
interface ToldProblem {
  readonly sentence: string;
  readonly code?: ErrorCode;
}

/**
 * The sentences behind error cells: Excel shows them to users, but tells an add-in only that a cell shows an error.
 * Formulas that were calculated before the page was opened are missing.
 */
const told = onPage('toldProblems', (): Told => new Map());

/**
 * Notes the problems in a formula's table, in place of earlier ones. A preview says nothing about its cell, and
 * neither does an Excel that provides no address.
 */
export function noteProblems(
  { address, isInValuePreview }: Pick<Invocation, 'address' | 'isInValuePreview'>,
  table: Table,
): void {
  if (typeof address !== 'string' || isInValuePreview) return;
  const problems = new Map<string, ToldProblem>();
  table.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell instanceof Error) problems.set(`${row}:${column}`, { sentence: cell.message, ...codeOf(cell) });
    }),
  );
  if (problems.size === 0) told.delete(toPlace(address));
  else told.set(toPlace(address), problems);
}

/** A cell of a sheet. Rows and columns count from 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Returns what the formula in a cell says in a cell of its table; `''`: unknown, also if the formula's cell has moved since.
 */
export function readTold(sheetName: string, formula: Place, cell: Place): string {
  return readToldProblem(sheetName, formula, cell)?.sentence ?? '';
}

/** The same with the problem's code; `undefined`: unknown. */
export function readToldProblem(sheetName: string, formula: Place, cell: Place): ToldProblem | undefined {
  return told.get(placeOf(sheetName, formula))?.get(`${cell.row - formula.row}:${cell.column - formula.column}`);
}

function codeOf(error: Error): Pick<ToldProblem, 'code'> {
  return error instanceof TraceError ? { code: error.code } : {};
}

/** Whether the formula in a cell has reported a problem, in any cell of its table. */
export function hasToldAt(sheetName: string, formula: Place): boolean {
  return told.has(placeOf(sheetName, formula));
}

function placeOf(sheetName: string, { row, column }: Place): string {
  return `${sheetName}!${columnName(column)}${row + 1}`;
}

/** A local copy, because the core's own is behind a door that the panel's first paint does not wait for. */
function columnName(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before < 0 ? '' : columnName(before)) + String.fromCharCode(65 + (column % 26));
}

/** Turns `'[Book 1.xlsx]Bob''s'!$B$2` into `Bob's!B2`. */
function toPlace(address: string): string {
  const end = address.lastIndexOf('!');
  const sheet = address
    .slice(0, Math.max(0, end))
    .replace(/^'(.*)'$/, '$1')
    .replace(/''/g, "'")
    .replace(/^\[[^\]]*\]/, '');
  return `${sheet}!${address.slice(end + 1).replace(/\$/g, '')}`;
}
