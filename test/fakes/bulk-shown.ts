import { toAnswerCell } from '../../shared/enrich/plan/column-answer';
import type { AskingChoice, Found } from '../../shared/enrich/plan/column-spec';
import { valueOf } from '../../shared/enrich/sheet/cell-values';
import { TraceError } from '../../shared/errors/trace-error';
import type { Cell } from '../../shared/formulas';

/** What a column shows of answers, as a formula's cell would. */
export function shownIn(choice: AskingChoice, found: Found): Cell {
  const cell = toAnswerCell(choice, found);
  if (cell instanceof TraceError) return cell;
  return cell.kind === 'date' ? { day: cell.day } : valueOf(cell);
}
