import { ACCOUNT, KEY } from './excel-ledgers';
import type { Device } from './excel-page';

const SAME_ORGANIZATION: ReadonlySet<string> = new Set(['trace_demo', 'trace_org_demo']);

/** Sets or, with `''`, removes the key, as the panel does. */
export function storeKey({ storage }: Device, key: string): void {
  const before = storage.getItem(KEY) ?? '';
  const keepsAccount = before === key || (SAME_ORGANIZATION.has(before) && SAME_ORGANIZATION.has(key));
  if (key === '') for (const name of [KEY, ACCOUNT, 'trace.keyId']) storage.removeItem(name);
  else {
    if (!keepsAccount) storage.removeItem(ACCOUNT);
    storage.removeItem('trace.keyId');
    storage.setItem(KEY, key);
  }
}
