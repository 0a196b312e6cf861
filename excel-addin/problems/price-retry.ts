import { toCalculated } from '../../shared/freeze';
import { priceRecalculation } from '../../shared/runs';
import { readAccount } from '../stored/account';
import { findProblemFormulas, readProblemSheets } from './problem-formulas';
import { ledgerNow } from '../panel/panel-spending';
import { pageSpending } from '../stored/spending';
import { onWorkbook } from '../bulk/on-workbook';

/**
 * The most that a retry costs, in credits; `null`: unknown. A retry reenters all Trace formulas that show or hide a
 * problem.
 */
export async function priceRetry(): Promise<number | null> {
  const account = readAccount();
  if (account === null) return 0;
  const besides = { withLists: false, withHidden: true };
  const sheets = await onWorkbook((context) => readProblemSheets(context, besides));
  const formulas = sheets.flatMap((sheet) =>
    findProblemFormulas(sheet, besides).map(({ formula, rows }) => ({
      sheet: sheet.id,
      formula,
      rows,
    })),
  );
  const nowMs = Date.now();
  const ledger = await ledgerNow(pageSpending(), account.id, nowMs);
  return priceRecalculation(toCalculated(formulas, sheets), account, ledger, nowMs);
}
