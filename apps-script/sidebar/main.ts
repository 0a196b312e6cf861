import { makePractice } from '../../shared/panel';
import { STORES_CHECK } from '../formulas/stores-text';
import { ENRICH_PARTS } from '../../shared/panel/enrich';
import { EXPLORE_PARTS } from '../../shared/panel/explore';
import { LISTS_PARTS } from '../../shared/panel/lists';
import { openAtTab, startPage } from '../../shared/panel/page';
import type { BulkHost, PanelHost, PanelMessage } from '../../shared/ports';
import { withActions } from './act-in-page';
import { makeAsk, type ScriptRun } from './ask';
import { makeBulkHost } from './bulk-host';
import { toSelectedCell } from './selected-cell';

declare const google: { readonly script: { readonly run: ScriptRun } };

const PAYER = "Formulas spend the file owner's credits. Your key pays for what you do here.";
const COUNTED_NOTE = 'Counted in this file.';
const KEY_NOTE = 'Saved with your Google account, never in the file. It is not shown again.';

/** A log of requests needs a longer memory than one run of the script. */
const OFFERS: readonly PanelMessage[] = [
  'keyStatus',
  'tryKey',
  'setKey',
  'forgetKey',
  'testKey',
  'problems',
  'priceRetry',
  'retryProblems',
  'removeRefresh',
  'spending',
  'setPolicy',
  'setOwnerLimit',
  'fetchWaiting',
  'letFetch',
  'setListsAllowed',
  'act',
];

/** No event reports the selection, and polling would use up the time that formulas need. */
function onReturn(callback: () => void): () => void {
  addEventListener('focus', callback);
  return () => removeEventListener('focus', callback);
}

const ask = makeAsk(google.script.run);
const bulk: BulkHost = { ...makeBulkHost(ask), onSelection: onReturn, followsOnReturn: true };

/** Google has no event for a new selection, so the cell is read when the user returns to the panel. */
const onSelectedCell: PanelHost['onSelectedCell'] = (tell) => {
  const read = async (): Promise<void> => tell(await bulk.activeCell().then(toSelectedCell, () => null));
  void read();
  return onReturn(() => void read());
};

const host: PanelHost = {
  ask: withActions(ask),
  bulk: () => Promise.resolve(bulk),
  explore: () => Promise.resolve({ ...makeBulkHost(ask), onSelection: onReturn }),
  onSelectedCell,
  readPractice: async () => makePractice('texts', [STORES_CHECK]),
  offers: new Set(OFFERS),
  payer: PAYER,
  countedNote: COUNTED_NOTE,
  keyNote: KEY_NOTE,
};

// The menu sets where to start (`open-sidebar.ts`).
const { tab } = document.body.dataset;
if (tab === 'selfTest') openAtTab('settings', '#self-test-title', tab);
else if (tab !== undefined) openAtTab(tab);

// Google serves the sidebar as a single file, so there is nothing to load later.
startPage(document.body, host, {
  enrich: () => Promise.resolve(ENRICH_PARTS),
  explore: () => Promise.resolve(EXPLORE_PARTS),
  lists: () => Promise.resolve(LISTS_PARTS),
});
