import { del, get, set } from 'idb-keyval';
import { documentSettings, documentUrl } from './office';
import { PageDatabase } from './page-database';

const database = new PageDatabase('trace-documents', 'copies');

/**
 * Copies of what Excel keeps in this workbook, in this browser. Excel has reported settings as saved that were gone when
 * the workbook was opened again (https://github.com/OfficeDev/office-js/issues/6091), and Excel on the web has not read
 * those that a desktop had saved (https://github.com/OfficeDev/office-js/issues/5206). Another workbook at the same
 * address finds them too, so what is read must be checked against the cells.
 */
export async function keepCopy(what: 'journal' | 'frozen', value: unknown): Promise<void> {
  const key = keyOf(what);
  // Without it, the workbook still has its own.
  if (key !== null) await database.ask((store) => set(key, value, store)).catch(() => undefined);
}

/** `undefined`: there is none, or the browser does not say. */
export async function readCopy(what: 'journal' | 'frozen'): Promise<unknown> {
  const key = keyOf(what);
  return key === null ? undefined : await database.ask((store) => get<unknown>(key, store)).catch(() => undefined);
}

export async function forgetCopy(what: 'journal' | 'frozen'): Promise<void> {
  const key = keyOf(what);
  if (key !== null) await database.ask((store) => del(key, store)).catch(() => undefined);
}

/** `null`: a workbook that was never saved cannot be told from others, and settings of one browser need no copy. */
function keyOf(what: string): string | null {
  const url = documentUrl();
  return url === '' || documentSettings()?.isPersonal === true ? null : `${what}|${url}`;
}
