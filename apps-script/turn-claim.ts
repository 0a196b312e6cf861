import { dropItems } from './document-cache';
import { sharedCache } from './shared-cache';

/**
 * Which run fetches for all where Google gives no lock: the one that wrote last. Two may still fetch the same, if Google is
 * slow. So where locks are only refused for a while, it decides who asks, and not what may be spent.
 */

/** `untold`: there is no cache to write it in, so others may fetch too. */
export type Claim = 'own' | 'taken' | 'untold';

const KEY = 'trace|!turn';
/** As long as a formula may run. */
const LASTS_MS = 30_000;
/** Longer than two calls of the cache take, so that all who saw no claim have written theirs. */
const SETTLES_MS = 400;

/** @param id of this run */
export function claimTurn(id: string): Claim {
  try {
    const cache = sharedCache();
    if (cache === null) return 'untold';
    const [, sinceMs = ''] = cache.get(KEY)?.split(' ') ?? [];
    const age = Date.now() - Number(sinceMs);
    if (sinceMs !== '' && age >= 0 && age < LASTS_MS) return 'taken';
    const own = `${id} ${Date.now()}`;
    cache.put(KEY, own, LASTS_MS / 1_000);
    Utilities.sleep(SETTLES_MS);
    return cache.get(KEY) === own ? 'own' : 'taken';
  } catch {
    // Each then fetches what is its own.
    return 'untold';
  }
}

export function endClaim(): void {
  dropItems([KEY]);
}
