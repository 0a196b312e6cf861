import type { Reply } from '../client/response';
import { sendAll, type RetryPolicy } from '../client/send';
import { now } from '../client/ports';
import type { FetchTask } from './ports';
import { TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import { isReplaceable, kindSpec, type KindSpec } from './kinds';
import type { AnyRecord, LookupKind, LookupOutcome } from '../records/outcome';
import { isOfCredits, withSize } from './refusals';
import { askOne, leaveUnanswered, noteReply, type Question, split, toQuestions } from './read-replies';

/** Limits on one lookup. */
export interface FetchLimits {
  /** No request starts after this time (milliseconds since 1970). */
  readonly deadlineMs: number;
  /** How many requests are passed to the host together. */
  readonly requestsAtOnce: number;
  readonly retry: RetryPolicy;
}

export interface Fetched {
  /** One outcome for each identifier, and one more by domain for each company asked for by slug. */
  readonly outcomes: ReadonlyMap<string, LookupOutcome>;
  /** Operations whose route turned out to be missing, and when (milliseconds since 1970). */
  readonly missingRoutes: ReadonlyMap<string, number>;
}

/** Everything that was fetched. The caller may add to it. */
export interface AllFetched extends Fetched {
  readonly outcomes: Map<string, LookupOutcome>;
}

/**
 * @param stop an error that every other request would get too; `null`: none is known
 * @param brought everything that the requests brought; the newest of it is not saved yet
 */
export type SentAll = (stop: TraceError | null, brought: ReadonlyMap<string, LookupOutcome>) => void;

/**
 * Asks the API for records: domains 100 to a request where a batch route exists, slugs one by one. Every identifier
 * gets an outcome. Results are joined by domain, never by position. If a batch route is missing, the documented route
 * answers company by company.
 *
 * @param missing operations whose route is known to be missing, and since when (milliseconds since 1970)
 * @param keep receives the outcomes of each wave, so that a host that is stopped loses at most one wave
 * @param caps the most rows for some lists
 * @param sentAll called once nothing more will be sent, before the last outcomes are kept; receives the error that
 * every request would get, if any
 */
export function* fetchRecords(
  kind: LookupKind,
  identifiers: readonly string[],
  missing: ReadonlyMap<string, number>,
  limits: FetchLimits,
  keep: (brought: Fetched) => FetchTask<void> = keepNothing,
  caps: ReadonlyMap<string, number> = new Map(),
  sentAll: SentAll = () => undefined,
): FetchTask<AllFetched> {
  const spec = kindSpec(kind);
  let outcomes = new Map<string, LookupOutcome>();
  const missingRoutes = new Map<string, number>();
  const isMissing = (operation: string): boolean => missing.has(operation) || missingRoutes.has(operation);
  const withoutBatch = (): boolean => spec.batch !== null && isMissing(spec.batch.operation);
  let questions = withoutBatch()
    ? identifiers.map((identifier) => askOne(spec, identifier, caps.get(identifier)))
    : toQuestions(spec, identifiers, caps);
  /** Whether the route exists, as far as known. If not, the caller uses another one. */
  const isOffered = ({ request: { operation }, identifiers: asked }: Question): boolean => {
    const asOfMs = missing.get(operation) ?? missingRoutes.get(operation);
    if (!spec.hasFallback || asOfMs === undefined) return true;
    for (const identifier of asked) outcomes.set(identifier, { is: 'noRoute', operation, asOfMs });
    return false;
  };
  questions = questions.filter(isOffered);
  let stop: TraceError | null = null;
  while (questions.length > 0 && stop === null) {
    if ((yield* now()) > limits.deadlineMs) {
      stop = new TraceError('outOfTime', {});
      break;
    }
    const wave = questions.slice(0, limits.requestsAtOnce);
    const { brought, missingNow, further, ends, refused } = yield* askWave(spec, wave, limits);
    stop = ends;
    // Most lookups take a single wave, to which nothing is added before it is kept.
    const isAll = outcomes.size === 0 && wave.length === questions.length && further.length === 0;
    if (isAll) outcomes = brought;
    else for (const [identifier, outcome] of brought) outcomes.set(identifier, outcome);
    for (const [operation, foundMs] of missingNow) missingRoutes.set(operation, foundMs);
    questions = [...questions.slice(wave.length), ...further];
    if (withoutBatch()) questions = questions.flatMap((question) => split(spec, question));
    questions = questions.filter(isOffered);
    // When credits run short, smaller requests may follow.
    if (stop === null ? questions.length === 0 : !isOfCredits(stop)) sentAll(stop, outcomes);
    yield* keep({ outcomes: brought, missingRoutes: missingNow });
    if (refused !== null) throw refused;
  }
  if (questions.length === 0) return { outcomes, missingRoutes };
  const nowMs = yield* now();
  const left = new Map<string, LookupOutcome>();
  const error = stop ?? new TraceError('leftOut', {});
  for (const question of questions) leaveUnanswered(spec, question, error, nowMs, left, false);
  for (const [identifier, outcome] of left) outcomes.set(identifier, outcome);
  yield* keep({ outcomes: left, missingRoutes: new Map() });
  return { outcomes, missingRoutes };
}

/** The results of requests that were sent together. */
interface Wave {
  readonly brought: Map<string, LookupOutcome>;
  readonly missingNow: ReadonlyMap<string, number>;
  readonly further: readonly Question[];
  /** An error that every other request would get too. */
  readonly ends: TraceError | null;
  /** Why the host stopped sending. */
  readonly refused: TraceError | null;
}

/** A separate task, so that response bodies are freed while their records are saved. */
function* askWave(spec: KindSpec<AnyRecord>, wave: readonly Question[], limits: FetchLimits): FetchTask<Wave> {
  const replies = yield* sendAll(
    wave.map(({ request }) => request),
    limits.retry,
    limits.deadlineMs,
  );
  const nowMs = yield* now();
  const further: Question[] = [];
  const missingNow = new Map<string, number>();
  const brought = new Map<string, LookupOutcome>();
  let ends: TraceError | null = null;
  let refused: TraceError | null = null;
  for (const [index, question] of wave.entries()) {
    const said: Reply = replies[index] ?? { is: 'failed', error: new TraceError('unreadable', {}), isInDoubt: true };
    const size = question.identifiers.length;
    const reply: Reply = said.is === 'failed' ? { ...said, error: withSize(said.error, size) } : said;
    if (reply.is === 'failed' && traitsOf(reply.error).ends === 'all') ends = reply.error;
    if (reply.is === 'failed' && reply.isOfHost === true) refused = reply.error;
    const { operation } = question.request;
    if (reply.is === 'missingRoute' && isReplaceable(spec, operation)) missingNow.set(operation, nowMs);
    if (reply.is === 'missingRoute' && question.page === null) {
      further.push(...question.identifiers.map((identifier) => askOne(spec, identifier)));
    } else further.push(...noteReply(spec, question, reply, nowMs, brought));
  }
  return { brought, missingNow, further, ends, refused };
}

function* keepNothing(): FetchTask<void> {}
