import type { BulkMessages } from '../messages/bulk-messages';
import { forgetOwnFile, KEY_STORE, readStoredAccount } from '../stored/account';
import { forgetKey } from '../../shared/panel';
import { countCache, clearCache } from '../stored/document-cache';
import { DocumentStore } from '../stored/document-store';
import { forgetOwnerStore } from '../stored/owner-store';
import { readPayerId } from '../../shared/formulas';
import { trySheet } from '../try-sheet';
import { inFileStore, noneGiven } from '../stored/google-stores';
import { removeList } from '../freeze/list-sheet';
import { removeMarks } from './anchors';
import { underLock } from './under-lock';
import { removeEarlierStores } from './earlier-stores';
import { forgetOwnSpending } from './own-spending';
import { removeRecord } from './record-sheet';
import { forgetPanelTexts } from './panel-texts';

const LEDGER = /^TRACE_(SPENT|PAID)_/;

type Answer = BulkMessages['bulkForget']['value'];

/**
 * Reports how much is saved in the document, and removes either the answers, or everything that Trace keeps in it and
 * the user's key. The list of paid companies outlives the answers. Cells stay unchanged; the list of frozen formulas
 * is removed, which the panel announces. Spending on another person's key stays counted, or an editor could restart
 * the owner's daily limit. A running enrichment is not waited for: it finds its record gone, and ends.
 */
export function forget(what: unknown): Answer {
  if (what === 'everything') {
    return underLock(() => {
      const isOwn = isOwnLedger();
      forgetOwnSpending(removeRecord());
      removeEarlierStores();
      trySheet(() => removeMarks(''));
      trySheet(removeList);
      clearCache();
      forgetProperties((name) => isOwn || !LEDGER.test(name));
      forgetPanelTexts();
      forgetOwnFile();
      forgetOwnerStore();
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

/** Throws `storeRefused`: a ledger that cannot be read may belong to anyone. */
function isOwnLedger(): boolean {
  const store = new DocumentStore();
  if (!store.isReadable) throw noneGiven();
  const own = readStoredAccount()?.id ?? null;
  return [null, own].includes(readPayerId(store));
}

function forgetProperties(isForgotten: (name: string) => boolean): void {
  inFileStore((properties) => {
    for (const name of properties.getKeys()) if (isForgotten(name)) properties.deleteProperty(name);
  });
}
