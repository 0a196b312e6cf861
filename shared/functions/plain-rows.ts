import { toPath } from '../client/request';
import { lists as LISTS } from '../client/resources/lists';
import { showJob } from '../client/resources/jobs';
import { readText } from '../client/json';
import { searchTechnologies } from '../client/resources/technologies';
import { TraceError } from '../errors/trace-error';
import type { FunctionBody } from './body';
import { questionsOf } from './check-names';
import { requireOwnLists } from './own-lists';
import { reachOf, readRows, rowsAlongside, showRows, type RowsOutcome } from './read-rows';
import { problemOfName } from './typed-names';
import { INDEX_QUESTION, toUnknownList } from './unknown-list';
import { requireKnown } from './unknown-name';

/** Lists whose rows are shown as the API returns them. */

/** A job changes while it runs, and checking it is free. */
const JOB_AGE = { maxAgeMs: 60_000, isAgeAsked: true };
/** The shape of a list's or job's id. Other texts need no request. */
const ID = /^[A-Za-z0-9][\w.~-]{0,99}$/;

export const techSearch: FunctionBody = function* (received) {
  const { text, options } = received;
  const category = options.given.get('category') ?? null;
  const problem = category === null ? null : problemOfName(category, 'category', 'category=Analytics');
  if (problem !== null) throw problem;
  const names = category === null ? [] : [{ kind: 'category', text: category } as const];
  const request = searchTechnologies(text, category);
  const outcome = yield* readRows(request, 'page', reachOf(received), false, questionsOf(names));
  if (outcome.is === 'found' && outcome.record.rows.length === 0) yield* requireKnown(names);
  return yield* showRows(received, outcome);
};

export const lists: FunctionBody = function* (received) {
  const { name: operation, method, path } = LISTS.index;
  const request = { operation, method, path };
  const reach = reachOf(received);
  yield* requireOwnLists(rowsAlongside([request], 'page', reach));
  return yield* showRows(received, yield* readRows(request, 'page', reach));
};

export const listMembers: FunctionBody = function* (received) {
  const { text, options } = received;
  if (!ID.test(text)) {
    yield* requireOwnLists();
    throw yield* toUnknownList(text);
  }
  const { name: operation, method, path: pattern } = LISTS.members;
  const query = {
    tier: options.given.get('tier') ?? null,
    search_name_or_domain: options.given.get('search') ?? null,
  };
  const path = toPath(pattern, { list_id: text }, query);
  const request = { operation, method, path };
  const reach = reachOf(received);
  const alongside = [{ kind: 'rows', identifiers: [INDEX_QUESTION], shownAs: '' } as const];
  yield* requireOwnLists([...rowsAlongside([request], 'offset', reach), ...alongside]);
  const outcome = yield* readRows(request, 'offset', reach, false, alongside);
  if (outcome.is === 'notTracked') throw yield* toUnknownList(text);
  return yield* showRows(received, outcome);
};

export const job: FunctionBody = function* (received) {
  const { text } = received;
  const unknown = new TraceError('jobUnknown', { jobId: text });
  if (!ID.test(text)) throw unknown;
  const outcome = yield* readRows(showJob(text), 'none', { ...reachOf(received), ...JOB_AGE }, true);
  return yield* showRows(received, withOwnRow(outcome), unknown);
};

/** A job without domains is one row with its own state. Throws `unreadable` where it has no state. */
function withOwnRow(outcome: RowsOutcome): RowsOutcome {
  if (outcome.is !== 'found' || outcome.record.rows.length > 0) return outcome;
  const { status, detail } = outcome.record.about;
  if (readText(status) === null) throw new TraceError('unreadable', {});
  return { ...outcome, record: { ...outcome.record, rows: [{ status, detail }] } };
}
