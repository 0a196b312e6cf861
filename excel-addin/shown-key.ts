import { keyStatus } from '../shared/panel';
import type { KeyStatus } from '../shared/ports';
import { KEY_STORE } from './account';
import { API_KEY, readStored } from './key-store';

/** The key as the panel shows it. One that is kept for another service is none, and is said to be there. */
export function readShownKey(): KeyStatus {
  const status = keyStatus(KEY_STORE);
  return status.hasKey || !readStored(API_KEY) ? status : { hasKey: false, isForOther: true };
}
