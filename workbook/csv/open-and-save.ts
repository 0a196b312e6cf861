import type { Workbook } from '@univerjs/core';
import { columnName } from '../../shared/freeze';
import { confirmInPage } from '../page/confirm';
import { openCsvFile, toCsvName, writeCsv } from './csv-file';
import { makeCsvWorkbook } from './csv-sheet';
import { toOpenedNotice } from './csv-words';
import { findCsvDomains, type DomainColumn } from './domain-column';
import type { Grid } from '../grid/grid';
import { showWarning } from '../page/notice';
import type { OpenWorkbook } from '../sheets/open-workbook';
import { replaceSaying } from '../sheets/replace-workbook';
import { focusGrid } from '../grid/focus-grid';
import { readShownCells } from './shown-cells';
import { firstRowBelowTitles } from './title-row';

/** Opens a file in place of the workbook, if the user agrees. */
export async function openCsv(file: File, open: OpenWorkbook): Promise<void> {
  const reading = await openCsvFile(file);
  if (!reading.ok) return showWarning(reading.sentence);
  const question = `Open ${file.name} in place of this workbook? "Undo open" brings it back.`;
  if (!open.isSample && !(await confirmInPage(question, 'Open'))) return;
  const domains = findCsvDomains(reading.rows);
  const sentence = toOpenedNotice(file.name, reading.rows, domains);
  const titles = domains?.firstRow ?? firstRowBelowTitles(reading.rows);
  const next = { isUntouched: false, workbook: makeCsvWorkbook(file.name, reading.rows, titles) };
  await replaceSaying(open, next, sentence, domains === null ? undefined : toAddress(domains));
}

/** With the title, which the panel reads too. */
function toAddress({ column, lastRow }: DomainColumn): string {
  const name = columnName(column);
  return `${name}1:${name}${lastRow + 1}`;
}

/** Downloads what the active sheet shows. */
export function saveCsv({ api, univer }: Grid): void {
  const shown = api.getActiveWorkbook();
  const sheet = shown?.getActiveSheet();
  if (!shown || !sheet) return;
  const workbook: Workbook = shown.getWorkbook();
  const csv = writeCsv(readShownCells(univer, workbook, sheet.getSheet()));
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = toCsvName(sheet.getSheetName());
  link.click();
  URL.revokeObjectURL(url);
  focusGrid();
}
