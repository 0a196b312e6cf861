import {
  type Cell,
  type FunctionId,
  isCard,
  isDay,
  PROBLEM_PREFIX,
  runSync,
  sentenceInSheets,
  type Table,
  TraceError,
} from '../../shared/formulas';
import { answerInColumn, ColumnLookup } from '../../shared/runs';
import { makeHost } from './host';
import { BUDGET } from '../stored/document-store';
import { inFormula } from '../stored/google-stores';

/**
 * Answers one formula. Google starts a new run for each one, and nothing of earlier runs remains.
 *
 * @param received as Sheets passes them: literals, dates, or rows of cells; `undefined` for omitted ones
 */
export function callFunction(id: FunctionId, received: readonly unknown[]): unknown {
  return inFormula(() => {
    const own = { id, args: received };
    const { performers, limits, end } = makeHost(undefined, own);
    const lookups = new ColumnLookup({ toLimits: () => limits, shownRoom: BUDGET.TRACE_SHOWN }, own);
    try {
      return toSheetsCells(runSync(answerInColumn(own, lookups), onlyInCells(performers)));
    } finally {
      end(lookups.isDeposited);
    }
  });
}

/** Ports that read what is saved, or ask nothing of the file and its stores. All others wait for the check. */
const FREE: ReadonlySet<string> = new Set(['openCache', 'cacheGet', 'now', 'random', 'sleep']);

/**
 * Restricts a formula's ports: saved answers are given anywhere, everything else only in a cell. `google.script.run`
 * can call any function by its name, with the properties of the user who has the page open: it would book under
 * another account than the owner's, so that the owner's daily count starts again, and leave answers that the owner's
 * formulas trust.
 */
function onlyInCells<P extends object>(ports: P): P {
  let isCell = false;
  const checked = Object.entries(ports).map(([name, port]: [string, (asked: unknown) => unknown]) => {
    if (FREE.has(name)) return [name, port] as const;
    const inCell = (asked: unknown): unknown => {
      if (!isCell) requireCell();
      isCell = true;
      return port(asked);
    };
    return [name, inCell] as const;
  });
  return Object.fromEntries(checked) as P;
}

/**
 * Google has a user interface everywhere except in cells:
 * https://developers.google.com/apps-script/guides/sheets/functions.
 */
function requireCell(): void {
  try {
    SpreadsheetApp.getUi();
  } catch {
    return;
  }
  throw new Error('Only a cell may calculate a formula.');
}

/**
 * A table as a custom function returns it: one cell as a bare value, more as rows.
 * @internal tests pass it cells that no formula returns
 */
export function toSheetsCells(table: Table): unknown {
  const toDate = makeDateReader();
  const cells = table.map((row) => row.map((cell) => toSheetsCell(cell, toDate)));
  const [first] = cells;
  return cells.length === 1 && first?.length === 1 ? first[0] : cells;
}

function toSheetsCell(cell: Cell, toDate: (day: string) => Date): string | number | boolean | Date {
  // A thrown error would lose the whole range and show `#ERROR!`; a text stays in its own cell.
  if (cell instanceof TraceError) return `${PROBLEM_PREFIX}${sentenceInSheets(cell)}`;
  if (typeof cell !== 'object') return cell;
  if (isDay(cell)) return toDate(cell.day);
  return isCard(cell) ? cell.text : '';
}

/**
 * Sheets shows dates in the spreadsheet's time zone, so a day becomes its midnight there. The time zone is read once,
 * and only if there is a day to show.
 */
function makeDateReader(): (day: string) => Date {
  const dates = new Map<string, Date>();
  let timeZone: string | null = null;
  return (day) => {
    const known = dates.get(day);
    if (known !== undefined) return known;
    timeZone ??= SpreadsheetApp.getActive().getSpreadsheetTimeZone();
    const date = Utilities.parseDate(day, timeZone, 'yyyy-MM-dd');
    dates.set(day, date);
    return date;
  };
}
