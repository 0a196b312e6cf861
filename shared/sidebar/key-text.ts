import type { KeyState } from './key-state';
import type { KeyStatus } from './protocol';

/** What is set and what was just done, in a sentence or two. */
export function toStatusText({ key, isBusy, done }: KeyState): string {
  if (key === null) return isBusy ? 'Looking for a key…' : '';
  const did = done === 'saved' ? 'Saved. ' : done === 'tested' ? 'Trace takes this key. ' : '';
  return did + toKeyText(key);
}

function toKeyText(key: KeyStatus): string {
  if (!key.hasKey) return 'No key is set.';
  const keyClass = key.keyClass === 'user' ? 'a personal key' : 'an organization key';
  return `The key ${key.masked} is set (${keyClass}, account ${key.account}…).`;
}
