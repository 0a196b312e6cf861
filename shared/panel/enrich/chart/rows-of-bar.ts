import type { FoundRows } from '../../../enrich/chart/column-chart';
import { readRows } from '../../../enrich/chart/copied-rows';
import type { BulkEngine } from '../../common/bulk-engine';
import { insertRowsOnSheet } from '../../common/insert/insert-rows';
import { count, isolated } from '../../common/words';

/** What can be done with the rows of a bar. Each function returns a sentence that says what happened, or throws. */

/** Shows only these rows, or selects them where the host cannot filter them. @param value of the bar */
export async function filterRows(engine: BulkEngine, found: FoundRows, value: string): Promise<string> {
  const { titleRow, ...filter } = found;
  const isFiltered = titleRow !== null && (await engine.host.filterRows?.({ ...filter, titleRow })) === true;
  if (isFiltered) return `Only rows with ${isolated(value)} are shown. Clear the filter in the sheet to see all rows.`;
  await engine.showCells(found.sheet, found.column, found.rows);
  return `Rows with ${isolated(value)} are selected instead: Trace cannot filter this column here.`;
}

export async function selectRows(engine: BulkEngine, found: FoundRows, value: string): Promise<string> {
  await engine.showCells(found.sheet, found.column, found.rows);
  return `Rows with ${isolated(value)} are selected.`;
}

/** @param title of the new sheet */
export async function copyRows(engine: BulkEngine, found: FoundRows, title: string): Promise<string> {
  const read = await engine.beside((ports) => readRows(ports, found));
  if (!read.ok) throw read.error;
  const placed = await insertRowsOnSheet(engine.host, title, read.value);
  const rows = count(found.rows.length, 'row is', 'rows are');
  return placed.is === 'done' ? `${rows} copied to the sheet “${isolated(placed.at.sheetName)}”.` : placed.sentence;
}
