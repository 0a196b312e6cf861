import type { KeyStatus } from './protocol';

/** What is set, in one sentence. */
export function toStatusText(key: KeyStatus): string {
  if (!key.hasKey) return 'No key is set.';
  const keyClass = key.keyClass === 'user' ? 'a personal key' : 'an organization key';
  return `The key ${key.masked} is set (${keyClass}, account ${key.account}…).`;
}

/** What *Retry problems* did. */
export function toRetryText(cells: number): string {
  if (cells === 0) return 'No Trace cell shows a problem.';
  return cells === 1 ? '1 cell is calculated again.' : `${cells} cells are calculated again.`;
}
