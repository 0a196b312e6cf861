import {
  findDisconnected,
  freeze,
  reconnect,
  restore,
  toCalculated,
  toFrozenText,
  toRestoreTerms,
  type Block,
  type FreezePorts,
  type FreezeScope,
  type ReconnectPorts,
  type RestorePorts,
  type SheetCells,
} from '../../shared/freeze';
import { runAsync } from '../../shared/formulas';
import type { Asked, Async, DisconnectedFormulas, FreezeWhat, RestoreTerms, WaitingStatus } from '../../shared/ports';
import { priceCalculated } from '../../shared/runs';
import { readAccount } from '../stored/account';
import { inOneUndoStep, onWorkbook, outsideUndo } from '../bulk/on-workbook';
import { readAreas } from '../bulk/selection';
import { findProblems } from '../problems/find-problems';
import { ledgerNow } from '../panel/panel-spending';
import { pageSpending } from '../stored/spending';
import { appendList, clearLines, readList } from './list-sheet';
import { putFormulas } from './put-formulas';
import { putValues } from './put-values';
import { readSheets } from './read-cells';

const NO_CELLS = 'No cells are selected. Select cells, then freeze them.';

/** Turns Trace formulas into the values that they show. Returns what it did, in words. */
export async function freezeCells(what: FreezeWhat): Promise<string> {
  const asked = what === 'file' ? null : await readSelected();
  if (asked === 'object') return NO_CELLS;
  const isAsked = (row: number, column: number): boolean =>
    what !== 'selection' || asked === null || asked.areas.some((area) => holds(area, row, column));
  const toScope = (sheet: SheetCells): FreezeScope => {
    const problems = findProblems(sheet.formulas, sheet.values);
    const shown = new Set(problems.map(({ row, column }) => `${row} ${column}`));
    return { sheet, isAsked, isProblem: (row, column) => shown.has(`${row} ${column}`) };
  };
  const task = freeze((sheets) => sheets.filter(({ id }) => asked === null || id === asked.sheet).map(toScope));
  return toFrozenText(await runAsync(task, makePorts()));
}

/**
 * Restores listed formulas. Returns what it did, in words, or what the user must approve first.
 *
 * @param agreed the terms that the user approved, valid only for what was read then; `null`: none
 */
export function restoreFormulas(agreed: RestoreTerms | null = null): Promise<string | RestoreTerms> {
  return runAsync(restore<RestoreTerms>(), { ...makePorts(), toAgree: agreeTo(agreed) });
}

/**
 * Enters Trace formulas again that came from another program, such as Google Sheets. Returns what it did, in words, or
 * what the user must approve first.
 *
 * @param agreed as for {@link restoreFormulas}
 */
export function reconnectFormulas(agreed: RestoreTerms | null = null): Promise<string | RestoreTerms> {
  return runAsync(reconnect<RestoreTerms>('excel'), { ...makePorts(), toAgree: agreeTo(agreed) });
}

function agreeTo(agreed: RestoreTerms | null): Async<ReconnectPorts<RestoreTerms>>['toAgree'] {
  return async (asked) => toRestoreTerms(asked.enter, await priceEntered(asked), agreed);
}

/** Counts the formulas that {@link reconnectFormulas} is for. */
export async function countDisconnected(): Promise<DisconnectedFormulas> {
  return findDisconnected(await onWorkbook(readSheets), 'excel');
}

function makePorts(): Async<FreezePorts & Omit<RestorePorts, 'toAgree'>> {
  const known = new Map<string, SheetCells>();
  const undoStep = {};
  return {
    async cells() {
      const sheets = await onWorkbook(readSheets);
      for (const sheet of sheets) known.set(sheet.id, sheet);
      return sheets;
    },
    putValues: ({ sheet, cells }) => inOneUndoStep((context) => putValues(context, known.get(sheet)!, cells), undoStep),
    putFormulas: ({ sheet, cells }) =>
      inOneUndoStep((context) => putFormulas(context, known.get(sheet)!, cells), undoStep),
    readList: () => onWorkbook(readList),
    // Ctrl+Z restores the formulas, and a list that still contains them does no harm.
    appendList: ({ lines }) => outsideUndo((context) => appendList(context, lines)),
    clearLines: ({ lines }) => inOneUndoStep((context) => clearLines(context, lines), undoStep),
    now: () => Date.now(),
  };
}

/** The number and price of formulas that are entered and therefore calculated. `null`: there is no account that could pay. */
async function priceEntered({
  enter: formulas,
  sheets,
}: Asked<ReconnectPorts, 'toAgree'>): Promise<WaitingStatus | null> {
  const account = readAccount();
  if (account === null) return null;
  const nowMs = Date.now();
  const { paid } = await ledgerNow(pageSpending(), account.id, nowMs);
  return priceCalculated(toCalculated(formulas, sheets), account, paid, nowMs);
}

/** `object`: no cell is selected. */
function readSelected(): Promise<{ readonly sheet: string; readonly areas: readonly Block[] } | 'object'> {
  return readAreas(async (context, items) => {
    const [first] = items;
    if (first === undefined) return 'object';
    first.worksheet.load('id');
    await context.sync();
    const areas = items.map(({ rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns }) => ({
      ...{ row, column, rows, columns },
    }));
    return { sheet: first.worksheet.id, areas };
  });
}

function holds({ row, column, rows, columns }: Block, atRow: number, atColumn: number): boolean {
  return atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;
}
