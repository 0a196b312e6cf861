import { placesOf, toCalculated } from '../../shared/freeze';
import { callsTrace } from '../../shared/panel';
import { priceRecalculation } from '../../shared/runs';
import { readAccount } from '../stored/account';
import { findProblems } from './find-problems';
import { ledgerNow } from '../panel/panel-spending';
import { pageSpending } from '../stored/spending';
import { hasToldAt } from './told-problems';
import { onWorkbook } from '../bulk/on-workbook';
import { readSheets } from '../freeze/read-cells';

/**
 * The most that a retry costs, in credits; `null`: unknown. A retry reenters all Trace formulas that show or hide a
 * problem.
 */
export async function priceRetry(): Promise<number | null> {
  const account = readAccount();
  if (account === null) return 0;
  const sheets = await onWorkbook(readSheets);
  const formulas = sheets.flatMap(({ id: sheet, name, formulas: all, values, extents }) => {
    const isHidden = (row: number, column: number): boolean => hasToldAt(name, { row, column });
    const shown = new Set(findProblems(all, values, false, isHidden).map(({ row, column }) => `${row} ${column}`));
    return all.flatMap((line, row) =>
      line.flatMap((formula, column) => {
        const block = extents.get(`${row} ${column}`) ?? { row, column, rows: 1, columns: 1 };
        const isRetried = callsTrace(formula) && placesOf(block).some((place) => shown.has(place.join(' ')));
        return isRetried ? [{ sheet, formula, rows: block.rows }] : [];
      }),
    );
  });
  const nowMs = Date.now();
  const ledger = await ledgerNow(pageSpending(), account.id, nowMs);
  return priceRecalculation(toCalculated(formulas, sheets), account, ledger, nowMs);
}
