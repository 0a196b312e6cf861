import type { BulkMessages } from '../bulk-messages';
import { KEY_STORE, readStoredAccount } from '../account';
import { forgetKey } from '../../shared/panel';
import { countCache, clearCache } from '../document-cache';
import { DocumentStore } from '../document-store';
import { restoreUnderLock } from '../restore-formulas';
import { readPayerId } from '../spending';
import { trySheet } from '../try-sheet';
import { tryStore } from '../try-store';
import { removeMarks } from './anchors';
import { underLock } from './hold';
import { removeJournalSlots } from './journal';
import { keepSequence } from './run-seal';

const BOOKS = /^TRACE_(SPENT|PAID)_/;
/** Formulas of a retry that may still be going on; whoever opens the panel later has them put back. */
const KEPT = /^TRACE_RETRY_[0-9a-f]{8}_[0-2]$/;

type Answer = BulkMessages['bulkForget']['value'];

/**
 * Tells how much is remembered in the document, and forgets the answers or everything that Trace keeps of it, with the key
 * of the user. What was paid for stays known with the answers gone. Cells stay as they are; formulas that a retry has taken
 * out are put back first. What formulas have spent on somebody else's key stays counted, or an editor could begin the
 * owner's daily limit anew. Nobody who holds the file is waited for: a run that goes on finds its journal gone, and ends.
 */
export function forget(what: unknown): Answer {
  if (what === 'everything') {
    return underLock(() => {
      restoreUnderLock();
      removeJournalSlots();
      trySheet(() => removeMarks(''));
      clearCache();
      const isOwn = [null, readStoredAccount()?.id].includes(readPayerId(new DocumentStore()));
      forgetProperties((name) => !KEPT.test(name) && (isOwn || !BOOKS.test(name)));
      keepSequence(null);
      forgetKey(KEY_STORE);
      return countCache();
    });
  }
  if (what === 'answers') {
    clearCache();
    forgetProperties((name) => name.startsWith('TRACE_SHOWN_'));
  }
  return countCache();
}

function forgetProperties(isForgotten: (name: string) => boolean): void {
  tryStore(() => {
    const properties = PropertiesService.getDocumentProperties();
    for (const name of properties.getKeys()) if (isForgotten(name)) properties.deleteProperty(name);
  });
}
