import { FUNCTIONS_SEEN, readStored, writeStored } from '../stored/key-store';
import { documentSettings } from '../office';

/** Excel rereads `functions.json` when it next opens the workbook, instead of up to 24 hours later. */
const REFRESH = 'Office.ForceRefreshCustomFunctionsCache';

declare const document:
  | { readonly documentElement: { readonly dataset: Readonly<Record<string, string | undefined>> } }
  | undefined;

/**
 * After an update Excel may still know the previous functions while this page is already new:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-troubleshooting. Refreshing them is
 * expensive, so it happens only once for each update.
 */
export function refreshFunctions(): void {
  const now = typeof document === 'undefined' ? undefined : document.documentElement.dataset['functions'];
  const settings = documentSettings();
  if (now === undefined || settings === undefined) return;
  const seen = readStored(FUNCTIONS_SEEN);
  if (seen !== now) writeStored(FUNCTIONS_SEEN, now);
  const isOld = seen !== null && seen !== now;
  if (isOld) settings.set(REFRESH, true);
  else if (settings.get(REFRESH) === true) settings.remove(REFRESH);
  else return;
  settings.saveAsync(() => undefined);
}
