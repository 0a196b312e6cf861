import { accountKeys } from '../../shared/panel';
import { addNamed, storeKey } from '../../shared/runs';
import type { ExcelContext } from '../excel-api';
import { readSheets } from '../freeze/read-cells';
import { readAccount } from '../stored/account';
import { readAnswerKeys } from './kept-answers';
import { onWorkbook } from './on-workbook';

/** The companies that cells or formulas of this workbook name, and about which this browser has saved an answer. */
export async function readAnswered(): Promise<readonly string[]> {
  const account = readAccount();
  if (account === null) return [];
  const keys = await readAnswerKeys(accountKeys(account.id));
  if (keys.size === 0) return [];
  const named = await onWorkbook(readNamed);
  return [...named].filter((company) => keys.has(storeKey(account.id, 'company', company)));
}

async function readNamed(context: ExcelContext): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const { values, formulas } of await readSheets(context)) {
    values.forEach((line, row) =>
      line.forEach((value, column) => addNamed(named, value, formulas[row]?.[column] ?? '')),
    );
  }
  return named;
}
