import { partitionKey } from '../office';

/** The names under which functions and panel find what the browser stores for this add-in. */
export const API_KEY = 'trace.apiKey';
/** The service for which the key was set. */
const KEY_SERVICE = 'trace.keyService';
export const ACCOUNT_ID = 'trace.accountId';
/** An id for the key, so that the key itself is written nowhere else. */
export const KEY_ID = 'trace.keyId';
/** The service's last verdict on the key. */
export const KEY_VERDICT = 'trace.keyVerdict';

/** Sets of columns that the user named, across files. */
export const PRESETS = 'trace.presets';

/** The functions that this Excel was last told about. */
export const FUNCTIONS_SEEN = 'trace.functionsSeen';

/** The workbooks for which this user has chosen a policy, the last one first: one address per line. */
export const POLICIES = 'trace.policies';

/** When old answers of workbooks were last looked for, the last one first: one time and address per line. */
export const LOOKED = 'trace.looked';

/** What earlier versions stored, which is no longer read. */
export type EarlierName = 'trace.seal' | `trace.${'run' | 'lease' | 'frozen'}|${string}`;

export type StoredName =
  | EarlierName
  | typeof API_KEY
  | typeof KEY_SERVICE
  | typeof ACCOUNT_ID
  | typeof KEY_ID
  | typeof KEY_VERDICT
  | typeof PRESETS
  | typeof FUNCTIONS_SEEN
  | typeof POLICIES
  | typeof LOOKED
  | `trace.lists|${string}`
  | `trace.policy|${string}`;

/** Hides the DOM's global, which throws if a browser forbids storage. */
declare const localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Used if storage is refused. It lives as long as the page, and both scripts of the page find it. */
const MEMORY = Symbol.for('trace.memory');
const page = globalThis as {
  [MEMORY]?: Map<string, string>;
  /** Absent if functions run without a page. */
  readonly document?: { querySelector?(selector: string): { readonly content?: string } | null };
};
const memory = (page[MEMORY] ??= new Map());

/**
 * Whether a name belongs to a workbook without an address. Such workbooks cannot be distinguished, so its value lasts
 * as long as the page.
 */
function isOfPage(name: StoredName): boolean {
  return name.endsWith('|');
}

/** Reads a value; `null`: there is none. Never cached, so that a key set in the panel serves the next calculation. */
export function readStored(name: StoredName): string | null {
  const key = partitionKey() + name;
  if (isOfPage(name)) return memory.get(key) ?? null;
  return tried(() => localStorage.getItem(key)) ?? memory.get(key) ?? null;
}

/** Whether stored values survive the page. */
export function canStore(): boolean {
  const key = `${partitionKey()}trace.check`;
  try {
    localStorage.setItem(key, '1');
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * The key, unless it was set for another service: a server at the same address may now forward to another one, which
 * must not get it. A key that an earlier version stored belongs to the service of the first page that finds it.
 */
export function readKey(): string | null {
  const apiKey = readStored(API_KEY);
  const service = pageService();
  if (!apiKey || service === null) return apiKey;
  const bound = readStored(KEY_SERVICE);
  if (bound === null) writeStored(KEY_SERVICE, service);
  return bound === null || bound === service ? apiKey : null;
}

/** Stores the key; `null` removes it. A key is never stored under the service of another one. */
export function writeKey(apiKey: string | null): void {
  writeStored(API_KEY, null);
  writeStored(KEY_SERVICE, apiKey && pageService());
  writeStored(API_KEY, apiKey);
}

/** API origin that this page's server forwards to; `null`: not given. */
export function pageService(): string | null {
  return page.document?.querySelector?.('meta[name=trace-service]')?.content ?? null;
}

/** @param value `null` removes it */
export function writeStored(name: StoredName, value: string | null): void {
  const key = partitionKey() + name;
  memory.delete(key);
  if (isOfPage(name)) return void (value !== null && memory.set(key, value));
  const isStored = tried(() => {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  });
  if (value === null || isStored === true) return;
  memory.set(key, value);
  // If there is no room for the new value, the old one must not be read as if it were the latest.
  tried(() => localStorage.removeItem(key));
}

function tried<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
