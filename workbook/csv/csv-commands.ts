import type { Workbook } from '@univerjs/core';
import { columnName } from '../../shared/freeze';
import { reloadSaying } from '../page/carried-notice';
import { confirmInPage } from '../page/confirm';
import { openCsvFile, toCsvName, writeCsv } from './csv-file';
import { makeCsvWorkbook } from './csv-sheet';
import { toOpenedNotice } from './csv-words';
import { findCsvDomains, type DomainColumn } from './domain-column';
import { button, element } from '../page/element';
import type { Grid } from '../grid/grid';
import { hideNotice, showNotice, showWarning } from '../page/notice';
import type { OpenWorkbook } from '../sheets/open-workbook';
import { focusGrid } from '../grid/focus-grid';
import type { StoredWorkbook } from '../sheets/sheet-store';
import { readShownCells } from './shown-cells';
import { firstRowBelowTitles } from './title-row';

/** Open CSV and Save CSV: their buttons and keys. */
export function addCsvCommands(grid: Grid, open: OpenWorkbook): void {
  const chosen = element('csv-file', HTMLInputElement);
  const choose = (): void => chosen.click();
  const save = (): void => saveCsv(grid);
  button('open-csv').addEventListener('click', choose);
  button('save-csv').addEventListener('click', save);
  chosen.addEventListener('change', () => {
    const [file] = chosen.files ?? [];
    // Emptied, so that the same file can be chosen again.
    if (file !== undefined) void openCsv(file, open).finally(() => (chosen.value = ''));
  });
  addEventListener(
    'keydown',
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      const command = { o: choose, s: save }[event.key.toLowerCase()];
      if (command === undefined) return;
      event.preventDefault();
      command();
    },
    { capture: true },
  );
}

async function openCsv(file: File, open: OpenWorkbook): Promise<void> {
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

/** Replaces the open workbook, with a message. @param selects the cells that are selected then */
export async function replaceSaying(
  open: OpenWorkbook,
  next: StoredWorkbook,
  sentence: string,
  selects?: string,
): Promise<void> {
  const reloads = await open.replace(next);
  if (reloads === null) return;
  if (reloads) reloadSaying({ sentence, brings: 'Undo open', ...(selects === undefined ? {} : { selects }) });
  else showNotice(sentence);
}

/** One step back: what was open before the file, or before the sample. */
export function bringBack(open: OpenWorkbook): () => void {
  return () =>
    void (async () => {
      hideNotice();
      const isBack = await open.bringBack();
      if (isBack === null) return;
      if (isBack) reloadSaying({ sentence: BACK, brings: 'Switch back' });
      else showWarning('The workbook before this one was not kept by this browser.');
    })();
}

const BACK = 'The earlier workbook is back. The other one is kept until you open a file.';

function saveCsv({ api, univer }: Grid): void {
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
