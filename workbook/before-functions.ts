import { makeCustomFunctions } from './functions/custom-functions';
import { LIVE_PARTITION } from './office/live-partition';
import { makeOffice } from './office/office';
import { SANDBOX_SERVICE } from './page/page-settings';
import { readPageSettings } from './page/read-page-settings';

/** The sandbox's public key for trying things out. */
const SANDBOX_API_KEY = 'trace_demo';
/** The places where the functions look for the key, and for the account that owns its saved answers. */
const API_KEY_ITEM = 'trace.apiKey';
/** The service for which it was set, as the page names it. */
const SERVICE_ITEM = 'trace.keyService';
const ACCOUNT_ID_ITEM = 'trace.accountId';
/** The place of what is known about the key, which includes its id. */
const KEY_ID_ITEM = 'trace.keyId';
const VERDICT_ITEM = 'trace.keyVerdict';
/** Whether formulas of the workbook at this address may read lists. */
const LISTS_ITEM = `trace.lists|${location.origin}`;

/** The functions read here how many days later than usual this grid counts. */
const DATE_SHIFT = Symbol.for('trace.dateShift');

// Runs before functions.js, as Microsoft's own script does.
const { sandbox, switchable, live, demo = false } = readPageSettings();
const office = live ? makeOffice(LIVE_PARTITION) : makeOffice(undefined, demo);
Object.assign(window, { CustomFunctions: makeCustomFunctions(), Office: office, [DATE_SHIFT]: 0 });
if (sandbox) tryStorage(offerSandboxKey);
else if (!switchable) tryStorage(forgetSandbox);

/** A key that the user has set stays. */
function offerSandboxKey(): void {
  if (localStorage.getItem(API_KEY_ITEM) === null) {
    localStorage.setItem(SERVICE_ITEM, SANDBOX_SERVICE);
    localStorage.setItem(API_KEY_ITEM, SANDBOX_API_KEY);
    localStorage.setItem(KEY_ID_ITEM, 'sandbox');
    localStorage.setItem(VERDICT_ITEM, 'works sandbox');
  }
  // The sandbox's lists belong to no one, so formulas may read them.
  if (localStorage.getItem(API_KEY_ITEM) === SANDBOX_API_KEY) localStorage.setItem(LISTS_ITEM, '1');
}

/** The sandbox's made-up answers must never appear as the real service's: its account is removed with its key. */
function forgetSandbox(): void {
  if (localStorage.getItem(API_KEY_ITEM) !== SANDBOX_API_KEY) return;
  for (const item of [API_KEY_ITEM, SERVICE_ITEM, ACCOUNT_ID_ITEM, KEY_ID_ITEM, VERDICT_ITEM, LISTS_ITEM]) {
    localStorage.removeItem(item);
  }
}

/** A browser may forbid storage. The functions then ask for a key, in the cell. */
function tryStorage(action: () => void): void {
  try {
    action();
  } catch {
    // Nothing was stored, so there is nothing to remove.
  }
}
