import { newestShown } from '../../shared/formulas';
import { addNamed } from '../../shared/runs';
import { readStoredAccount } from '../stored/account';
import { DocumentStore } from '../stored/document-store';
import { readGridSheets } from '../grid-sheets';
import { trySheet } from '../try-sheet';

/**
 * The companies whose answers formulas of this file show to the user's own account. Formulas that were deleted may have
 * shown others, so that cells or formulas have to name them still.
 */
export function readAnswered(): readonly string[] {
  const payer = readStoredAccount();
  if (payer === null) return [];
  const shown = newestShown(new DocumentStore().read('TRACE_SHOWN'), payer.id);
  if (shown.size === 0) return [];
  const named = new Set<string>();
  trySheet(() => {
    for (const sheet of readGridSheets()) {
      const range = sheet.getDataRange();
      for (const value of range.getValues().flat()) addNamed(named, value);
      for (const formula of range.getFormulas().flat()) if (formula !== '') addNamed(named, '', formula);
    }
  });
  return [...named].filter((company) => shown.has(company));
}
