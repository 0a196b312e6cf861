import { now, random, sleep } from '../client/ports';
import type { FetchPorts } from '../lookup/ports';
import { cacheGet } from '../records/ports';
import { ask, type Task } from '../task';
import type { ColumnPorts } from './ports';

type Cached = ReadonlyMap<string, string>;

/** How long a host that refuses its turn is asked again. */
const ASKS_FOR_MS = 15_000;
/** Up to twice as long, so that those who wait do not all come at once. */
const LOOKS_EVERY_MS = 350;
/** A turn is scarcer than a look into the cache. */
const LOOKS_BETWEEN_TURNS = 2;
/** How much longer than it may still fetch itself: another formula may be about to save the answer. */
const LOOKS_ON_MS = 6_000;

/**
 * Waits for the turn to fetch, or until another formula that had it has saved the answer.
 *
 * @param keys of the cache to look at meanwhile
 * @param isAnswered whether these answers are enough, or nothing is to be asked
 * @param untilMs when it is too late to fetch; since 1970
 * @returns what the cache had last; `null`: it was not looked at
 */
export function* awaitTurn(
  keys: readonly string[],
  isAnswered: (cached: Cached, nowMs: number) => Task<boolean, FetchPorts & ColumnPorts>,
  untilMs: number,
): Task<{ readonly mayFetch: boolean; readonly cached: Cached | null }, FetchPorts & ColumnPorts> {
  const startMs = yield* now();
  let cached: Cached | null = null;
  for (let look = 0; ; look += 1) {
    const isLate = (yield* now()) > untilMs;
    const asksTurn = look % LOOKS_BETWEEN_TURNS === 0 && !isLate;
    const turn = asksTurn ? yield* ask<ColumnPorts, 'takeTurn'>({ ask: 'takeTurn' }) : 'taken';
    const nowMs = yield* now();
    const isGivenUp = turn === 'missing' || (turn === 'refused' && nowMs - startMs >= ASKS_FOR_MS);
    const mayFetch = turn === 'own' || (isGivenUp && (yield* ask<ColumnPorts, 'claimTurn'>({ ask: 'claimTurn' })));
    if (mayFetch) return { mayFetch, cached: yield* readCache(keys) };
    const waitMs = Math.round(LOOKS_EVERY_MS * (1 + (yield* random())));
    if (nowMs + waitMs > untilMs + LOOKS_ON_MS) return { mayFetch: false, cached };
    yield* sleep(waitMs);
    cached = yield* readCache(keys);
    if (yield* isAnswered(cached, yield* now())) return { mayFetch: false, cached };
    // Another formula may have taken the place of the call that was left.
    if (look % LOOKS_BETWEEN_TURNS === 0) yield* ask<ColumnPorts, 'leaveRequest'>({ ask: 'leaveRequest' });
  }
}

/** One cache call; one that fails returns nothing. */
export function* readCache(keys: readonly string[]): Task<Cached, Pick<FetchPorts, 'cacheGet'>> {
  try {
    return yield* cacheGet([...new Set(keys)]);
  } catch {
    return new Map();
  }
}
