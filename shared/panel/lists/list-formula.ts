import { toFormulaText, toOptionsText } from '../explore/formula-text';
import type { MembersFilter } from './fetch-members';

/** As many rows as the function shows unless it is told otherwise. */
const USUAL_ROWS = 25;

/** The formula for the members that are shown. @param rows at most, each at up to a credit */
export function toListFormula(listId: string, { tier, search }: MembersFilter, rows: number): string {
  const options = toOptionsText({ top: rows === USUAL_ROWS ? '' : rows, tier: tier ?? '', search });
  return toFormulaText({ id: 'TRACE_LIST', args: options === '' ? [listId] : [listId, '', options] });
}
