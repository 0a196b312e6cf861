import { TraceError } from '../../shared/formulas';
import { changeSettings } from '../stored/change-settings';
import type { ExcelContext, ExcelXmlParts } from '../excel-api';
import { findNames } from './anchors';
import { readStored, writeStored, type EarlierName } from '../stored/key-store';
import { documentSettings, documentUrl, supportsExcelApi } from '../office';

import { outsideUndo } from './on-workbook';

/**
 * Custom XML parts that earlier versions of Trace added:
 * https://learn.microsoft.com/javascript/api/excel/excel.customxmlpart.
 */
const NAMESPACE = 'urn:tracedata:sheets-excel:journal';
/** Settings of earlier versions: frozen formulas, and a list of the names of a journal's parts. */
const [FROZEN, JOURNAL] = ['trace.frozen', 'trace.journal'];
/** Names on columns with frozen formulas. */
const HIDDEN_NAMES = '_TraceFrozen.';
/** A browser database with copies of what workbooks stored. */
const COPIES = 'trace-documents';

/** Whether the workbook or the browser contains data of an earlier version, which is no longer read. */
export async function hasEarlierStores(): Promise<boolean> {
  if (storedNames().some((name) => readStored(name) !== null)) return true;
  const settings = documentSettings();
  if (settings !== undefined && [JOURNAL, FROZEN].some((name) => (settings.get(name) ?? null) !== null)) return true;
  return withXmlParts(false, async (_context, { items }) => items.length > 0);
}

export async function removeEarlierStores(): Promise<void> {
  for (const name of storedNames()) writeStored(name, null);
  try {
    globalThis.indexedDB.deleteDatabase(COPIES);
  } catch {
    // Browsers may refuse it.
  }
  await outsideUndo(async (context) => {
    for (const item of await findNames(context, HIDDEN_NAMES)) item.delete();
    await context.sync();
  });
  const settings = documentSettings();
  if (settings === undefined) return;
  const parts: unknown = settings.get(JOURNAL);
  const names = Array.isArray(parts) ? parts.map((part) => `${JOURNAL}.${part}`) : [];
  await changeSettings(
    settings,
    () => new Map([JOURNAL, FROZEN, ...names].map((name) => [name, null])),
    (message) => new TraceError('workbookRefused', { message }),
  );
  await withXmlParts(undefined, async (context, { items }) => {
    for (const part of items) part.delete();
    await context.sync();
  });
}

function storedNames(): readonly EarlierName[] {
  const url = documentUrl();
  return ['trace.seal', `trace.run|${url}`, `trace.lease|${url}`, `trace.frozen|${url}`];
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
