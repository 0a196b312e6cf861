import { callsTrace, problemIn, readDisconnected, withoutPrefix } from '../../shared/panel';
import type { ActiveCell, SelectedCell } from '../../shared/ports';

/** The active cell as the panel explains it. In Google Sheets every problem is a text, which says its own sentence. */
export function toSelectedCell(cell: ActiveCell | 'object'): SelectedCell | null {
  if (cell === 'object') return null;
  const { sheet, row, column, value, formula } = cell;
  const isOwn = callsTrace(formula);
  const problem = problemIn(value, isOwn);
  const disconnected = readDisconnected(formula, value, 'sheets');
  return {
    ...{ sheet, row, column, value },
    formula: isOwn ? formula : '',
    holder: { sheet, row, column },
    problem: problem === null ? '' : withoutPrefix(problem),
    ...(disconnected === null || disconnected.is === 'other' ? {} : { disconnected: disconnected.is }),
  };
}
