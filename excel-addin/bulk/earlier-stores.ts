import { TraceError } from '../../shared/formulas';
import { changeSettings, JOURNAL_NAMES, readPartNames, partName } from '../change-settings';
import type { ExcelContext, ExcelXmlParts } from '../excel-api';
import { documentSettings, supportsExcelApi } from '../office';
import { outsideUndo } from './on-workbook';

/** Custom XML parts that earlier versions of Trace have added: https://learn.microsoft.com/javascript/api/excel/excel.customxmlpart. */
const NAMESPACE = 'urn:tracedata:sheets-excel:journal';

/** Whether the workbook holds a record of an earlier version, which nothing reads any more. */
export async function hasEarlierStores(): Promise<boolean> {
  const settings = documentSettings();
  if (settings === undefined) return false;
  if (settings.get(JOURNAL_NAMES) !== undefined && settings.get(JOURNAL_NAMES) !== null) return true;
  return withXmlParts(false, async (_context, { items }) => items.length > 0);
}

export async function removeEarlierStores(): Promise<void> {
  const settings = documentSettings();
  if (settings === undefined || !(await hasEarlierStores())) return;
  await changeSettings(
    settings,
    () => new Map([JOURNAL_NAMES, ...readPartNames(settings).map(partName)].map((name) => [name, null])),
    (message) => new TraceError('workbookRefused', { message }),
  );
  await withXmlParts(undefined, async (context, { items }) => {
    for (const part of items) part.delete();
    await context.sync();
  });
}

async function withXmlParts<T>(
  none: T,
  act: (context: ExcelContext, found: ReturnType<ExcelXmlParts['getByNamespace']>) => Promise<T>,
): Promise<T> {
  if (documentSettings()?.isPersonal === true || !supportsExcelApi('1.5')) return none;
  return outsideUndo(async (context) => {
    const parts = context.workbook.customXmlParts;
    if (parts === undefined) return none;
    const found = parts.getByNamespace(NAMESPACE);
    found.load('items/id');
    await context.sync();
    return act(context, found);
  });
}
