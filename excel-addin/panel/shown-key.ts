import { keyStatus } from '../../shared/panel';
import type { KeyStatus } from '../../shared/ports';
import { KEY_STORE } from '../stored/account';
import { wasKeySaved } from '../stored/key-place';
import { API_KEY, readStored } from '../stored/key-store';

/**
 * The key as the panel shows it. A key for another service counts as missing, and the panel says so; the same applies
 * to a key that the browser has cleared, as some do when Excel closes
 * (https://github.com/OfficeDev/office-js-docs-pr/issues/3066).
 */
export async function readShownKey(): Promise<KeyStatus> {
  const status = keyStatus(KEY_STORE);
  if (status.hasKey) return status;
  if (readStored(API_KEY)) return { hasKey: false, isForOther: true };
  return (await wasKeySaved()) ? { hasKey: false, isLost: true } : status;
}
