import { dropItems } from './document-cache';
import type { DocumentLock } from './document-lock';
import { sharedCache } from './shared-cache';

const KEY = 'trace|!turn';
/** As long as a formula may run. */
const LASTS_MS = 30_000;
/** Longer than two calls of the cache take, so that all who saw no claim have written theirs. */
const SETTLES_MS = 400;

/**
 * Which formula fetches for all: an item of the cache says so. It is written under the document's lock. Where Google gives
 * or answers none, the one that wrote last has it: two may then fetch the same, if Google is slow. So it decides who asks,
 * and not what may be spent.
 */
export class TurnClaim {
  private own = '';

  constructor(private readonly lock: DocumentLock) {}

  /** Whether this run has claimed the turn. */
  get isOwn(): boolean {
    return this.own !== '';
  }

  /** Claims it, unless another run has it. @returns whether this run may fetch; also where there is no cache for a claim */
  take(): boolean {
    if (this.isOwn) return true;
    try {
      const cache = sharedCache();
      if (cache === null) return true;
      const read = (): string | null => cache.get(KEY);
      if (isLive(read())) return false;
      const asked = this.lock.take();
      if (asked === 'taken') return false;
      const isLocked = asked === 'own';
      const own = `${Utilities.getUuid()} ${Date.now()}`;
      try {
        if (isLocked && isLive(read())) return false;
        cache.put(KEY, own, LASTS_MS / 1_000);
      } finally {
        this.lock.release();
      }
      if (!isLocked) Utilities.sleep(SETTLES_MS);
      if (!isLocked && read() !== own) return false;
      this.own = own;
      return true;
    } catch {
      // Each then fetches what is its own.
      return true;
    }
  }

  end(): void {
    if (this.isOwn) dropItems([KEY]);
    this.own = '';
  }
}

function isLive(claim: string | null): boolean {
  const [, sinceMs = ''] = claim?.split(' ') ?? [];
  const ageMs = Date.now() - Number(sinceMs);
  return sinceMs !== '' && ageMs >= 0 && ageMs < LASTS_MS;
}
