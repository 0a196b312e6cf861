import {
  type Cell,
  type CompanyCard,
  type FunctionId,
  isCard,
  isDay,
  runAsync,
  serialOf,
  type Table,
  toTraceError,
} from '../../shared/formulas';
import type { Async, FormulaPorts } from '../../shared/ports';
import { callFunction, countColumns } from '../../shared/runs';
import { domainOfCard, toCardCell } from './company-card';
import { areDaysDecided, decideDays, learnDateShift, shiftOfCells } from './date-shift';
import { inTime } from './last-deadline';
import { supportsCards, supportsFormattedNumbers, toErrorCell, type Invocation } from '../office';
import { noteProblems } from '../problems/told-problems';

/** Excel counts 29 February 1900, which never existed. */
const FIRST_EXACT_SERIAL = 61;
/** Excel becomes slow with more in a sheet: https://github.com/OfficeDev/office-js/issues/4654. */
const MOST_CARDS = 1_000;
const NO_COLUMNS: ReadonlySet<number> = new Set();

/** The core's ports for one invocation. */
export type PerformersFor = (invocation: Invocation) => Async<FormulaPorts>;

/**
 * Answers one formula with a table, whatever happens: for a rejected promise Excel shows `#VALUE!` without our
 * sentence, and a promise that never settles leaves `#BUSY!` forever.
 *
 * @param received the arguments and, always last, the invocation object
 */
export function answer(
  id: FunctionId,
  received: readonly unknown[],
  performersFor: PerformersFor,
): Promise<unknown[][]> {
  const invocation = toInvocation(received[received.length - 1]);
  let given: readonly unknown[] = [];
  const show = (table: Table): unknown[][] => {
    noteProblems(invocation, table);
    return toMatrix(table, () => countColumns(id, given));
  };
  const showError = (thrown: unknown): unknown[][] => show([[toTraceError(thrown)]]);
  try {
    given = received.slice(0, -1).map(readArgument);
    const answered = runAsync(callFunction(id, given), performersFor(invocation));
    return inTime(mayShowNumbers() ? untilDaysAreDecided(answered) : answered, show, showError);
  } catch (thrown) {
    return Promise.resolve(showError(thrown));
  }
}

/**
 * Whether dates may become numbers, which is not decided yet. Excel is asked right away, while the formula waits for
 * its answer.
 */
function mayShowNumbers(): boolean {
  if (areDaysDecided() || !supportsFormattedNumbers()) return false;
  void learnDateShift();
  return true;
}

async function untilDaysAreDecided(answered: Promise<Table>): Promise<Table> {
  const table = await answered;
  if (
    !areDaysDecided() &&
    table.some((row) => row.some((cell) => typeof cell === 'object' && cell !== null && (isDay(cell) || isCard(cell))))
  )
    await decideDays();
  return table;
}

/** Excel may leave the invocation out. It then becomes an object without properties. */
function toInvocation(received: unknown): Invocation {
  return Object(received) as Invocation;
}

/**
 * One argument as Excel passes it: rows of cells, one cell, or `null` if it is omitted. Rows of plain values are
 * passed on without a copy.
 * @internal tests pass every kind of cell
 */
export function readArgument(received: unknown): unknown {
  if (!Array.isArray(received)) return readCell(received);
  const cells: readonly unknown[] = received;
  return cells.every(isPlain) ? cells : cells.map(readArgument);
}

/**
 * Converts the core's table into values that Excel's runtime accepts.
 *
 * @param counts returns the columns whose numbers are counts
 * @internal tests pass it cells that no formula returns
 */
export function toMatrix(table: Table, counts: () => ReadonlySet<number> = () => NO_COLUMNS): unknown[][] {
  // Office compares versions as texts each time, and most tables have neither numbers nor cards.
  const counted = table.some((row) => row.some(hasSeparator)) && supportsFormattedNumbers() ? counts() : NO_COLUMNS;
  let cardsLeft: number | undefined;
  return table.map((row) =>
    row.map((cell, column) => {
      if (counted.has(column) && hasSeparator(cell)) return toCountCell(cell);
      if (typeof cell === 'object' && cell !== null && isCard(cell)) {
        cardsLeft ??= supportsCards() ? MOST_CARDS : 0;
        if (cardsLeft === 0) return cell.text;
        cardsLeft -= 1;
        return toCardCell(cell, toDayCell, pageOrigin());
      }
      return toExcelCell(cell);
    }),
  );
}

/**
 * Errors and rich values arrive as objects; the core gets the text that their cell shows: `#N/A`, the number behind a
 * format, the domain of a company card, the text of another entity (its basic value is only `#VALUE!`). Source:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-data-types-concepts.
 */
function readCell(received: unknown): unknown {
  if (typeof received !== 'object' || received === null) return received;
  const domain = domainOfCard(received);
  if (domain !== null) return domain;
  const { basicType, basicValue, code, text, type } = received as Readonly<Record<string, unknown>>;
  if (basicType === 'Error' && type !== 'Error' && typeof text === 'string') return text;
  return basicValue ?? code ?? received;
}

function isPlain(received: unknown): boolean {
  return typeof received !== 'object' || received === null;
}

/** `undefined` and `null` would show as 0, `NaN` as an error: https://github.com/OfficeDev/office-js/issues/1503. */
function toExcelCell(cell: Exclude<Cell, CompanyCard> | null | undefined): unknown {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : '';
  if (typeof cell !== 'object') return cell;
  return isDay(cell) ? toDayCell(cell.day) : toErrorCell(cell);
}

/** The address of the add-in, which serves this page. */
function pageOrigin(): string {
  return (globalThis as { readonly location?: { readonly origin: string } }).location?.origin ?? '';
}

/** Whether a number looks different with separators. */
function hasSeparator(cell: Cell | null | undefined): cell is number {
  return typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) >= 1_000;
}

function toCountCell(count: number): unknown {
  return { type: 'Double', basicType: 'Double', basicValue: count, numberFormat: '#,##0' };
}

function toDayCell(day: string): unknown {
  // Until the workbook's date system is known, there is no number, and the date is shown as text.
  const serial = serialOf(day) - shiftOfCells()!;
  if (!(serial >= FIRST_EXACT_SERIAL) || !supportsFormattedNumbers()) return day;
  return { type: 'Double', basicType: 'Double', basicValue: serial, numberFormat: 'yyyy-mm-dd' };
}
