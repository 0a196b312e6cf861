import type { RetryPolicy } from '../client/retry';
import { sendAll } from '../client/send';
import { now, type Task } from '../effects';
import { TraceError, type ErrorCode } from '../errors';
import { kindSpec } from './kinds';
import type { LookupKind, LookupOutcome } from './outcome';
import { askOne, split, toQuestions, type Question } from './questions';
import { fail, settle } from './settle';

/** How far one look-up may go. */
export interface FetchLimits {
  /** No request is started after it; milliseconds since 1970. */
  readonly deadlineMs: number;
  /** Requests handed to the host together. */
  readonly requestsAtOnce: number;
  readonly retry: RetryPolicy;
}

export interface Fetched {
  /** One for each identifier asked for, and one more for each company asked for by slug, by its domain. */
  readonly outcomes: ReadonlyMap<string, LookupOutcome>;
  /** Whether the batch route turned out to be missing. */
  readonly batchIsMissing: boolean;
}

/** After one of these, every further request of this key would fail alike. */
export const STOPS_ALL: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'noKey',
  'keyRefused',
  'keyHasNoOrganization',
  'notAllowed',
  'creditsOut',
  'rateLimited',
  'hostQuota',
]);

/**
 * Asks the API for records: domains a hundred to a request where there is a batch route, slugs one by one. Every
 * identifier gets an outcome. Domains are joined by name, never by position; a batch route that is missing is
 * answered by the documented route, company by company.
 *
 * @param usesBatch `false` where the batch route is known to be missing
 * @param keep is handed what each wave brought: a host that is stopped in the middle then loses one wave at most
 */
export function* fetchRecords(
  kind: LookupKind,
  identifiers: readonly string[],
  usesBatch: boolean,
  limits: FetchLimits,
  keep: (brought: Fetched) => Task<void> = keepNothing,
): Task<Fetched> {
  const spec = kindSpec(kind);
  const outcomes = new Map<string, LookupOutcome>();
  let questions = usesBatch
    ? toQuestions(spec, identifiers)
    : identifiers.map((identifier) => askOne(spec, identifier));
  let batchIsMissing = false;
  let stop: TraceError | null = null;
  while (questions.length > 0 && stop === null) {
    if ((yield* now()) > limits.deadlineMs) {
      stop = new TraceError('outOfTime', {});
      break;
    }
    const wave = questions.slice(0, limits.requestsAtOnce);
    const replies = yield* sendAll(
      wave.map(({ request }) => request),
      limits.retry,
      limits.deadlineMs,
    );
    const nowMs = yield* now();
    const further: Question[] = [];
    const wasMissing = batchIsMissing;
    const brought = new Map<string, LookupOutcome>();
    for (const [index, question] of wave.entries()) {
      const reply = replies[index] ?? { is: 'failed', error: new TraceError('unreadable', {}) };
      if (reply.is === 'failed' && STOPS_ALL.has(reply.error.code)) stop = reply.error;
      if (reply.is === 'missingRoute' && question.page === null) {
        batchIsMissing = true;
        further.push(...question.identifiers.map((identifier) => askOne(spec, identifier)));
      } else further.push(...settle(spec, question, reply, nowMs, brought));
    }
    for (const [identifier, outcome] of brought) outcomes.set(identifier, outcome);
    yield* keep({ outcomes: brought, batchIsMissing: batchIsMissing && !wasMissing });
    questions = [...questions.slice(wave.length), ...further];
    if (batchIsMissing) questions = questions.flatMap((question) => split(spec, question));
  }
  for (const { identifiers: unanswered } of questions) {
    for (const identifier of unanswered) fail(outcomes, identifier, stop ?? new TraceError('leftOut', {}));
  }
  return { outcomes, batchIsMissing };
}

function* keepNothing(): Task<void> {}
