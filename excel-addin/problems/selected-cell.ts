import { callsTrace, problemIn, readDisconnected, withoutPrefix } from '../../shared/panel';
import type { SelectedCell } from '../../shared/ports';
import { onWorkbook } from '../bulk/on-workbook';
import { toValue } from '../bulk/read-block';
import { onSelection } from '../bulk/selection';
import { onSpending } from '../panel/panel-spending';
import { findProblems } from './find-problems';
import { readGridPage } from './grid-page';
import { readToldProblem } from './told-problems';

/** Arrow keys pass over many cells, and answers come in bursts. */
const READ_AFTER_MS = 300;
/** A grid in the same page answers at once. */
const READ_IN_PAGE_AFTER_MS = 50;

/**
 * Calls back with the active cell, now and whenever it may show something else; `null`: there is none. Excel on the
 * desktop shows no message of an error: https://github.com/OfficeDev/office-js/issues/4971. Returns a function that
 * unsubscribes.
 */
export function followSelectedCell(tell: (cell: SelectedCell | null) => void): () => void {
  const page = readGridPage();
  const delayMs = page === undefined ? READ_AFTER_MS : READ_IN_PAGE_AFTER_MS;
  let isStopped = false;
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = async (): Promise<void> => {
    newest += 1;
    const own = newest;
    const cell = await readSelectedCell().catch(() => null);
    if (!isStopped && own === newest) tell(cell);
  };
  const readSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), delayMs);
  };
  const stops = [onSelection(readSoon), onSpending(readSoon), page?.onChange(readSoon)];
  void read();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    for (const stop of stops) stop?.();
  };
}

function readSelectedCell(): Promise<SelectedCell> {
  return onWorkbook(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load('rowIndex,columnIndex,formulas,values');
    const { worksheet } = cell;
    worksheet.load('id,name');
    const parent = cell.getSpillParentOrNullObject();
    parent.load('rowIndex,columnIndex,formulas');
    await context.sync();
    const from = parent.isNullObject ? cell : parent;
    const { id: sheet, name } = worksheet;
    const place = { row: cell.rowIndex, column: cell.columnIndex };
    const holder = { row: from.rowIndex, column: from.columnIndex };
    const [value, formula] = [cell.values[0]?.[0], from.formulas[0]?.[0]];
    const isProblem = findProblems(cell.formulas, cell.values).length > 0;
    const text = isProblem ? problemIn(value, true) : null;
    const told = isProblem && text === null ? readToldProblem(name, holder, place) : undefined;
    const problem = text === null ? (told?.sentence ?? '') : withoutPrefix(text);
    const disconnected = readDisconnected(String(cell.formulas[0]?.[0] ?? ''), value, 'excel');
    const explained = readGridPage()?.explain();
    return {
      sheet,
      ...place,
      value: toValue(value),
      formula: callsTrace(formula) ? formula : '',
      holder: { sheet, ...holder },
      problem,
      ...(told?.code === undefined ? {} : { code: told.code }),
      ...(disconnected === null || disconnected.is === 'other' ? {} : { disconnected: disconnected.is }),
      ...(explained === null || explained === undefined ? {} : { explained }),
    };
  });
}
