import { inFormula, noteFormulas } from '../stored/google-stores';
import { missingStores, toStoresText, type StoreName } from './stores-text';

const OPENERS: Readonly<Record<StoreName, () => object | null>> = {
  properties: () => PropertiesService.getDocumentProperties(),
  cache: () => CacheService.getDocumentCache(),
  lock: () => LockService.getDocumentLock(),
};

/** Shows in a cell which stores of the document Google gives formulas there. */
export function tellStores(): string {
  return inFormula(() => {
    noteFormulas();
    return toStoresText(isGiven);
  });
}

/**
 * The content of the last such cell, which may come from the file that this one is a copy of; `null`: there is none.
 */
export function readStoresCell(): string | null {
  const cells = SpreadsheetApp.getActive().createTextFinder('TRACE_STORES(').matchFormulaText(true).findAll();
  const texts = cells.map((cell) => String(cell.getValue()));
  return texts.filter((text) => missingStores(text) !== null).pop() ?? null;
}

function isGiven(store: StoreName): boolean {
  try {
    return OPENERS[store]() !== null;
  } catch {
    return false;
  }
}
