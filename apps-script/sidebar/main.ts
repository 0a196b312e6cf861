import { makePractice } from '../../shared/panel';
import { startPage } from '../../shared/panel/page';
import type { PageMessage } from '../../shared/ports';
import { withActions } from './act-in-page';
import { makeAsk, type ScriptRun } from './ask';
import { makeBulkHost } from './bulk-host';

declare const google: { readonly script: { readonly run: ScriptRun } };

const PAYER = "Formulas spend the file owner's credits. Your key pays for what you do here.";
const KEY_NOTE = 'Saved with your Google account, never in the file. It is not shown again.';

/** A log of requests needs a longer memory than one run of the script. */
const OFFERS: readonly PageMessage[] = [
  'keyStatus',
  'tryKey',
  'setKey',
  'forgetKey',
  'testKey',
  'problems',
  'retryProblems',
  'restoreFormulas',
  'spending',
  'setPolicy',
  'setOwnerLimit',
  'fetchWaiting',
  'setListsAllowed',
  'act',
];

const ask = makeAsk(google.script.run);

startPage(document.body, {
  ask: withActions(ask),
  bulk: makeBulkHost(ask),
  readPractice: async () => makePractice(),
  offers: new Set(OFFERS),
  payer: PAYER,
  keyNote: KEY_NOTE,
});
