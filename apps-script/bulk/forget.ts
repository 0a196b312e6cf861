import type { BulkMessages } from '../../shared/sidebar/protocol';
import { forgetApiKey } from '../account';
import { countCache, clearCache } from '../document-cache';
import { restoreFormulas } from '../restore-formulas';
import { tryStore } from '../try-store';
import { holdFile, underLock } from './hold';
import { removeJournalSlots } from './journal';

type Answer = BulkMessages['bulkForget']['value'];

/**
 * Tells how much is remembered in the document, and forgets the answers or everything that Trace keeps of it, with the key
 * of the user. What was paid for stays known with the answers gone. Cells stay as they are; formulas that a retry has taken
 * out are put back first.
 */
export function forget(what: unknown): Answer {
  if (what === 'everything') {
    return underLock(() => {
      const elsewhere = holdFile({ holder: '', forMs: 0 });
      if (elsewhere !== null) return { elsewhere };
      restoreFormulas();
      removeJournalSlots();
      clearCache();
      tryStore(() => PropertiesService.getDocumentProperties().deleteAllProperties());
      forgetApiKey();
      return countCache();
    });
  }
  if (what === 'answers') {
    clearCache();
    tryStore(() => {
      const properties = PropertiesService.getDocumentProperties();
      for (const name of properties.getKeys()) if (name.startsWith('TRACE_SHOWN_')) properties.deleteProperty(name);
    });
  }
  return countCache();
}
