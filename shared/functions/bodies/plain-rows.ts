import { toPath } from '../../client/request';
import { lists as LISTS } from '../../client/resources/lists';
import { showJob } from '../../client/resources/jobs';
import { readText } from '../../client/json';
import { searchTechnologies } from '../../client/resources/technologies';
import { TraceError } from '../../errors/trace-error';
import type { Alongside } from '../../lookup/ports';
import type { FunctionArguments, FunctionBody } from '../arguments';
import type { FormulaTask } from '../ports';
import { questionsOf, requireKnown } from '../names/check-names';
import { findListId, INDEX_QUESTION } from './find-list';
import { requireOwnLists } from './own-lists';
import { FREE_AGE, reachOf, readRows, rowsAlongside, showRows, type RowsOutcome } from './read-rows';
import { problemOfName } from '../names/typed-names';

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
  const { given, isAgeAsked } = received.options;
  const reach = { ...reachOf(received), ...(given.has('refresh') && !isAgeAsked && FREE_AGE) };
  yield* requireOwnLists(rowsAlongside([request], 'page', reach));
  return yield* showRows(received, yield* readRows(request, 'page', reach));
};

/** An id wins over the name of another list. A service may refuse a name that has not the form of its ids. */
export const listMembers: FunctionBody = function* (received) {
  const { text } = received;
  const outcome = ID.test(text) ? yield* readMembers(received, text) : null;
  const refusal = outcome?.is === 'failed' && outcome.error.code === 'requestRefused' ? outcome.error : null;
  if (outcome !== null && outcome.is !== 'notTracked' && refusal === null) return yield* showRows(received, outcome);
  yield* requireOwnLists([INDEX]);
  const listId = yield* findListId(text, refusal);
  return yield* showRows(received, yield* readMembers(received, listId), new TraceError('listUnknown', { listId }));
};

const INDEX: Alongside = { kind: 'rows', identifiers: [INDEX_QUESTION], shownAs: '' };

function* readMembers(received: FunctionArguments, listId: string): FormulaTask<RowsOutcome> {
  const { given } = received.options;
  const { name: operation, method, path: pattern } = LISTS.members;
  const query = { tier: given.get('tier') ?? null, search_name_or_domain: given.get('search') ?? null };
  const request = { operation, method, path: toPath(pattern, { list_id: listId }, query) };
  const reach = reachOf(received);
  yield* requireOwnLists([...rowsAlongside([request], 'offset', reach), INDEX]);
  return yield* readRows(request, 'offset', reach, false, [INDEX]);
}

export const job: FunctionBody = function* (received) {
  const { text } = received;
  const unknown = new TraceError('jobUnknown', { jobId: text });
  if (!ID.test(text)) throw unknown;
  const outcome = yield* readRows(showJob(text), 'none', { ...reachOf(received), ...FREE_AGE }, true);
  return yield* showRows(received, withOwnRow(outcome), unknown);
};

/** A job without domains becomes one row with its own state. Throws `unreadable` if it has no state. */
function withOwnRow(outcome: RowsOutcome): RowsOutcome {
  if (outcome.is !== 'found' || outcome.record.rows.length > 0) return outcome;
  const { status, detail } = outcome.record.about;
  if (readText(status) === null) throw new TraceError('unreadable', {});
  return { ...outcome, record: { ...outcome.record, rows: [{ status, detail }] } };
}
