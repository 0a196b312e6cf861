import { cachePut, now, reserve, settle, type Account, type Task } from '../effects';
import { costOf } from './charges';
import { fetchRecords, STOPS_ALL, type Fetched, type FetchLimits } from './fetch-records';
import type { LookupKind, LookupOutcome } from './outcome';
import { pauseToText, readPause, toPause } from './pauses';
import type { SpendRequest } from './spend-book';
import { remember, type Recalled } from './store';
import { pauseKey } from './stored';

export interface PaidFetched extends Fetched {
  readonly pauseText: string | undefined;
}

/** What earlier requests have taught, of {@link Recalled}. */
export type Known = Pick<Recalled, 'missingRoutes' | 'pauseText'>;

/**
 * Asks the API for what may be paid for, remembers and books it. What is refused has its sentence as an outcome; what is
 * only wanted if it is free, and is not, has none. While a failure lasts that would meet every request, nothing is sent.
 *
 * @param toLimits from the time at which the fetch begins, in milliseconds since 1970
 */
export function* fetchPaid(
  payer: Account,
  request: SpendRequest,
  known: Known,
  toLimits: (startMs: number) => FetchLimits,
): Task<PaidFetched> {
  const { kind, needed } = request;
  const startMs = yield* now();
  const pause = readPause(known.pauseText, payer.keyId, startMs);
  if (pause !== null) {
    const failed: LookupOutcome = { is: 'failed', error: pause.error };
    return {
      outcomes: new Map(needed.map((each) => [each, failed])),
      missingRoutes: new Map(),
      pauseText: known.pauseText,
    };
  }
  const grant = yield* reserve(request);
  let unsettled = grant.credits;
  try {
    const fetched = yield* fetchRecords(
      kind,
      grant.granted,
      known.missingRoutes,
      toLimits(startMs),
      function* (brought) {
        const credits = Math.min(unsettled, creditsFor(kind, brought.outcomes));
        unsettled -= credits;
        // Booked before it is remembered: a host that is stopped in between asks again, at no cost, and counts no less.
        yield* settle({ ...grant, credits }, kind, brought.outcomes);
        yield* remember(payer.id, kind, brought);
      },
    );
    const pauseText = yield* keepPause(payer, fetched.outcomes);
    const outcomes = new Map(fetched.outcomes);
    for (const [identifier, error] of grant.refused) outcomes.set(identifier, { is: 'failed', error });
    return { ...fetched, outcomes, pauseText };
  } finally {
    if (unsettled > 0) yield* settle({ ...grant, credits: unsettled }, kind, new Map());
  }
}

function creditsFor(kind: LookupKind, outcomes: ReadonlyMap<string, LookupOutcome>): number {
  return [...outcomes.keys()].reduce((sum, identifier) => sum + costOf(kind, identifier), 0);
}

function* keepPause(payer: Account, outcomes: ReadonlyMap<string, LookupOutcome>): Task<string | undefined> {
  const failed = [...outcomes.values()].find((outcome) => outcome.is === 'failed' && STOPS_ALL.has(outcome.error.code));
  const nowMs = yield* now();
  const pause = failed?.is === 'failed' ? toPause(failed.error, nowMs) : null;
  if (pause === null) return undefined;
  const text = pauseToText(pause, payer.keyId);
  try {
    yield* cachePut(new Map([[pauseKey(payer.id), text]]), Math.ceil((pause.untilMs - nowMs) / 1_000));
  } catch {
    // Without it the service is asked again, and says the same.
  }
  return text;
}
