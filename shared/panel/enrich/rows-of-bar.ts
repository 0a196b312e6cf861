import type { FoundRows } from '../../enrich/chart/column-chart';
import { readRows } from '../../enrich/chart/copied-rows';
import type { BulkEngine } from '../common/bulk-engine';
import { insertRowsOnSheet } from '../common/insert-rows';
import { count, isolated } from '../common/words';

/** What can be done with the rows of a bar. Each returns what happened, as a sentence, or throws. */

/** @param value of the bar */
export async function selectRows(engine: BulkEngine, found: FoundRows, _title: string, value: string): Promise<string> {
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
