import { dropItems } from './document-cache';

/**
 * Which run fetches for all where Google gives no lock: the one that wrote last. That is no lock: two may still fetch
 * the same. So it decides who asks, never what may be spent.
 */

const KEY = 'trace|!turn';
/** As long as a formula may run. */
const LASTS_MS = 30_000;
/** Longer than two calls of the cache take, so that all who saw no claim have written theirs. */
const SETTLES_MS = 400;

/** Whether this run may fetch. @param id of this run */
export function claimTurn(id: string): boolean {
  try {
    const cache = CacheService.getDocumentCache();
    if (cache === null) return true;
    const [, sinceMs = ''] = cache.get(KEY)?.split(' ') ?? [];
    const age = Date.now() - Number(sinceMs);
    if (sinceMs !== '' && age >= 0 && age < LASTS_MS) return false;
    const own = `${id} ${Date.now()}`;
    cache.put(KEY, own, LASTS_MS / 1_000);
    Utilities.sleep(SETTLES_MS);
    return cache.get(KEY) === own;
  } catch {
    // Nobody can be told of it: each then fetches what is its own.
    return true;
  }
}

export function endClaim(): void {
  dropItems([KEY]);
}
