import { withoutPlace } from '../../shared/panel';
import { onSelection } from '../bulk/selection';
import { onWorkbook } from '../bulk/on-workbook';
import { findProblems } from './find-problems';
import { onSpending } from '../panel/panel-spending';
import { readTold } from './told-problems';

/** Arrow keys pass over many cells, and answers come in bursts. */
const READ_AFTER_MS = 300;

/**
 * Calls back with the sentence behind the active cell's error, now and whenever it may change; `''`: the cell shows
 * no error, or its sentence is unknown. Desktop Excel shows no message of an error:
 * https://github.com/OfficeDev/office-js/issues/4971. Returns a function that unsubscribes.
 */
export function followSelectedProblem(tell: (sentence: string) => void): () => void {
  let isStopped = false;
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = async (): Promise<void> => {
    newest += 1;
    const own = newest;
    const sentence = await readActiveProblem().catch(() => '');
    if (!isStopped && own === newest) tell(sentence);
  };
  const readSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), READ_AFTER_MS);
  };
  const stops = [onSelection(readSoon), onSpending(readSoon)];
  void read();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

function readActiveProblem(): Promise<string> {
  return onWorkbook(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load('rowIndex,columnIndex,formulas,values');
    const { worksheet } = cell;
    worksheet.load('name');
    const parent = cell.getSpillParentOrNullObject();
    parent.load('rowIndex,columnIndex');
    await context.sync();
    if (findProblems(cell.formulas, cell.values).length === 0) return '';
    const { rowIndex: row, columnIndex: column } = parent.isNullObject ? cell : parent;
    return withoutPlace(readTold(worksheet.name, { row, column }, { row: cell.rowIndex, column: cell.columnIndex }));
  });
}
