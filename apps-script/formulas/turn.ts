import { dropItems } from '../stored/document-cache';
import type { DocumentLock } from '../stored/document-lock';
import { sharedCache } from '../stored/google-stores';
import { DEPOSITED_FOR_SECONDS, readDepositedCalls, toDepositedCall } from '../../shared/runs';
import type { KnownFormula } from '../../shared/ports';

const KEY = 'trace|!turn';
/**
 * Longer than Google waits for an answer. A run that Google ends releases nothing, and others wait 17 s for the turn.
 */
const LASTS_MS = 16_000;
/** Longer than two calls of the cache take, so that every run that saw no claim has written its own. */
const SETTLES_MS = 400;

/**
 * The claim of the formula that fetches for all, stored in an item of the cache and written under the document's
 * lock. If Google gives or answers no lock, the last writer has the turn: two may then fetch the same, if Google is
 * slow. So the claim decides who asks, not what may be spent.
 */
export class TurnClaim {
  private claimedAtMs: number | null = null;

  constructor(private readonly lock: DocumentLock) {}

  /** Whether this run has claimed the turn. */
  get isOwn(): boolean {
    return this.claimedAtMs !== null;
  }

  /**
   * Claims the turn, unless another run has it. @returns whether this run may fetch; true if there is no cache for a
   * claim
   */
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
      // Without a cache, each run fetches for itself.
      return true;
    }
  }

  /** Extends the claim for further work. @param ageMs a younger claim lasts long enough */
  renew(ageMs: number): void {
    if (this.claimedAtMs === null || Date.now() - this.claimedAtMs < ageMs) return;
    try {
      const cache = sharedCache();
      if (cache !== null) this.write(cache);
    } catch {
      // Another formula may then ask for the same.
    }
  }

  end(): void {
    // An older claim now belongs to another run.
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

/** The places where a waiting formula leaves its call for the one that fetches: items of the cache. */

/** Together with the items of answers, this stays below the 1,000 items that Google keeps. */
const PLACES = 96;

/** The call of one formula, which {@link readDeposited} finds while the formula waits. */
interface DepositedCall {
  /** Leaves the call, or leaves it again. */
  readonly leave: () => void;
  /**
   * Removes the call once the formula no longer waits, so that no one pays for it: its input may be corrected, or the
   * limit that it met raised.
   */
  readonly takeBack: () => void;
}

export function makeDeposit(call: KnownFormula): DepositedCall {
  const keys = new Set<string>();
  let own: number | null = null;
  let deposited: string | null = null;
  return {
    leave() {
      const text = (deposited ??= toDepositedCall(call, Date.now()));
      if (text === null) return;
      // One of these places may be taken, rarely all. They differ each time: otherwise the same formula would take
      // them all again.
      const places = [(own ??= ownPlace()), anyPlace(), anyPlace()].map(toKey);
      for (const place of places) keys.add(place);
      try {
        const entries = Object.fromEntries(places.map((key) => [key, text]));
        sharedCache()?.putAll(entries, DEPOSITED_FOR_SECONDS);
      } catch {
        // The formula then fetches for itself.
      }
    },
    takeBack() {
      try {
        const values = readAt([...keys]);
        // Another formula may have taken one of the places.
        dropItems([...keys].filter((key) => values[key] === deposited));
      } catch {
        // It expires within half a minute.
      }
    },
  };
}

/** The calls that were left within the last half minute, each once. */
export function readDeposited(): readonly KnownFormula[] {
  try {
    return readDepositedCalls(Object.values(readAt(allKeys())), Date.now());
  } catch {
    return [];
  }
}

/**
 * Removes all calls when the key changes: the next key must not pay for what formulas wanted before. Formulas that
 * still wait leave their call again.
 */
export function forgetDeposited(): void {
  dropItems(allKeys());
}

function readAt(keys: string[]): Readonly<Record<string, unknown>> {
  return (sharedCache()?.getAll(keys) ?? {}) as Readonly<Record<string, unknown>>;
}

/** Neighbors calculate at the same time, so each row has its own place. */
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
