import { dropItems } from '../stored/document-cache';
import type { DocumentLock } from '../stored/document-lock';
import { sharedCache } from '../stored/shared-cache';
import { LEFT_FOR_SECONDS, readLeftCalls, toLeftCall } from '../../shared/runs';
import type { KnownFormula } from '../../shared/ports';

const KEY = 'trace|!turn';
/** Longer than Google waits for an answer. A run that Google ends gives nothing back, and others wait 17 s for the turn. */
const LASTS_MS = 16_000;
/** Longer than two calls of the cache take, so that all who saw no claim have written theirs. */
const SETTLES_MS = 400;

/**
 * Which formula fetches for all: an item of the cache says so. It is written under the document's lock. Where Google gives
 * or answers none, the one that wrote last has it: two may then fetch the same, if Google is slow. So it decides who asks,
 * and not what may be spent.
 */
export class TurnClaim {
  private claimedAtMs: number | null = null;

  constructor(private readonly lock: DocumentLock) {}

  /** Whether this run has claimed the turn. */
  get isOwn(): boolean {
    return this.claimedAtMs !== null;
  }

  /** Claims it, unless another run has it. @returns whether this run may fetch; also where there is no cache for a claim */
  take(): boolean {
    if (this.isOwn) return true;
    try {
      const cache = sharedCache();
      if (cache === null) return true;
      if (isLive(cache.get(KEY))) return false;
      const asked = this.lock.take();
      if (asked === 'taken') return false;
      try {
        if (asked === 'own' && isLive(cache.get(KEY))) return false;
        const own = this.write(cache);
        if (asked === 'own') return true;
        Utilities.sleep(SETTLES_MS);
        if (cache.get(KEY) !== own) this.claimedAtMs = null;
        return this.isOwn;
      } finally {
        this.lock.release();
      }
    } catch {
      // Each then fetches what is its own.
      return true;
    }
  }

  /** Keeps it for what comes next. @param ageMs a younger one lasts long enough for that */
  renew(ageMs: number): void {
    if (this.claimedAtMs === null || Date.now() - this.claimedAtMs < ageMs) return;
    try {
      const cache = sharedCache();
      if (cache !== null) this.write(cache);
    } catch {
      // Another formula may then ask the same.
    }
  }

  end(): void {
    // Otherwise it is another one's by now.
    if (this.claimedAtMs !== null && Date.now() - this.claimedAtMs < LASTS_MS) dropItems([KEY]);
    this.claimedAtMs = null;
  }

  private write(cache: NonNullable<ReturnType<typeof sharedCache>>): string {
    const nowMs = Date.now();
    const claim = `${Utilities.getUuid()} ${nowMs}`;
    cache.put(KEY, claim, Math.ceil(LASTS_MS / 1_000));
    this.claimedAtMs = nowMs;
    return claim;
  }
}

function isLive(claim: string | null): boolean {
  const [, sinceMs = ''] = claim?.split(' ') ?? [];
  const ageMs = Date.now() - Number(sinceMs);
  return sinceMs !== '' && ageMs >= 0 && ageMs < LASTS_MS;
}

/** Where a formula that waits leaves its call for the one that fetches: in items of the cache. */

/** With the items of answers fewer than the thousand that Google keeps. */
const PLACES = 96;

/** The call of one formula, which stands where {@link readLeft} finds it while the formula waits. */
interface LeftRequest {
  /** Leaves it, or leaves it again. */
  readonly leave: () => void;
  /** So that nobody pays for it once nobody waits: its input may be corrected, or the limit raised that it met. */
  readonly takeBack: () => void;
}

export function makeLeft(call: KnownFormula): LeftRequest {
  const keys = new Set<string>();
  let own: number | null = null;
  let left: string | null = null;
  return {
    leave() {
      const text = (left ??= toLeftCall(call, Date.now()));
      if (text === null) return;
      // One of these places may be taken, rarely all. They differ each time: otherwise the same formula takes them all again.
      const places = [(own ??= ownPlace()), anyPlace(), anyPlace()].map(toKey);
      for (const place of places) keys.add(place);
      try {
        const entries = Object.fromEntries(places.map((key) => [key, text]));
        sharedCache()?.putAll(entries, LEFT_FOR_SECONDS);
      } catch {
        // It is then fetched by itself.
      }
    },
    takeBack() {
      try {
        const values = readAt([...keys]);
        // Another formula may have taken one of its places.
        dropItems([...keys].filter((key) => values[key] === left));
      } catch {
        // It lapses within half a minute.
      }
    },
  };
}

/** The calls that were left within the last half minute, each once. */
export function readLeft(): readonly KnownFormula[] {
  try {
    return readLeftCalls(Object.values(readAt(allKeys())), Date.now());
  } catch {
    return [];
  }
}

/** For a key that changes: the next one does not pay for what formulas wanted before. Those that still wait ask again. */
export function forgetLeft(): void {
  dropItems(allKeys());
}

function readAt(keys: string[]): Readonly<Record<string, unknown>> {
  return (sharedCache()?.getAll(keys) ?? {}) as Readonly<Record<string, unknown>>;
}

/** Neighbors calculate at the same time, so each row has a place of its own. */
function ownPlace(): number {
  try {
    const cell = SpreadsheetApp.getActiveRange();
    return cell === null ? 0 : (cell.getRow() + 37 * cell.getColumn()) % PLACES;
  } catch {
    return 0;
  }
}

function anyPlace(): number {
  return Math.floor(Math.random() * PLACES);
}

function allKeys(): string[] {
  return [...Array(PLACES).keys()].map(toKey);
}

function toKey(place: number): string {
  return `trace|!left${place}`;
}
