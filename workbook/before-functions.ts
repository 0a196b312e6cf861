import { makeCustomFunctions } from './custom-functions';
import { makeOffice } from './office';
import type { PageSettings } from './page-settings';

/** The sandbox's public key for trying things out. */
const SANDBOX_API_KEY = 'trace_demo';
/** Where the functions look for the key, and for the account that owns what they remember. */
const API_KEY_ITEM = 'trace.apiKey';
const ACCOUNT_ID_ITEM = 'trace.accountId';

// Runs before functions.js, as Microsoft's own script does.
Object.assign(window, { CustomFunctions: makeCustomFunctions(), Office: makeOffice() });
const { sandbox } = readPageSettings();
document.documentElement.toggleAttribute('data-sandbox', sandbox);
tryStorage(sandbox ? offerSandboxKey : forgetSandbox);

/** The server writes them into the page; what is in the page itself has no sandbox. */
function readPageSettings(): PageSettings {
  return JSON.parse(document.getElementById('page-settings')?.textContent ?? '') as PageSettings;
}

/** A key that the person has set stays. */
function offerSandboxKey(): void {
  if (localStorage.getItem(API_KEY_ITEM) === null) localStorage.setItem(API_KEY_ITEM, SANDBOX_API_KEY);
}

/** What the sandbox made up must not be shown as the real service's answers: its account goes with its key. */
function forgetSandbox(): void {
  if (localStorage.getItem(API_KEY_ITEM) !== SANDBOX_API_KEY) return;
  localStorage.removeItem(API_KEY_ITEM);
  localStorage.removeItem(ACCOUNT_ID_ITEM);
}

/** A browser may forbid storage; the functions then ask for a key, in the cell. */
function tryStorage(action: () => void): void {
  try {
    action();
  } catch {
    // Nothing was stored, so nothing has to be forgotten.
  }
}
