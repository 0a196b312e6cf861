import { makeGridWorkbook } from '../grid/grid-sheets';
import type { Grid } from '../grid/grid';
import type { Invocations } from '../functions/invocations';
import { makeExcelApi, type ExcelGlobal } from '../office/excel-api';
import type { OpenWorkbook } from '../sheets/open-workbook';

declare global {
  interface Window {
    /** Set before the panel's script. */
    Excel: ExcelGlobal;
  }
}

/** Built by the add-in, in the same folder. */
const STYLE = 'taskpane.css';
const SCRIPT = './taskpane.js';

/** Loads the panel into its place on the page, which has its size already. */
export async function startPanel(grid: Grid, open: OpenWorkbook, invocations: Invocations): Promise<void> {
  const workbook = makeGridWorkbook(grid, (cell) => invocations.retry(cell));
  window.Excel = makeExcelApi({ ...workbook, keep: () => open.saveWithRecord() });
  await addStyle(STYLE);
  await import(SCRIPT);
}

function addStyle(href: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const added = new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${href} was not loaded`)));
  });
  document.head.append(link);
  return added;
}
