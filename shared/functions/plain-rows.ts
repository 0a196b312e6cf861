import { toPath } from '../client/request';
import { lists as LISTS } from '../client/resources/lists';
import { showJob } from '../client/resources/jobs';
import { readText, type JsonObject } from '../client/json';
import type { RowsRecord } from '../client/rows';
import { searchTechnologies } from '../client/resources/technologies';
import type { FieldSpec } from '../catalogue/types';
import type { FieldAnswer } from '../cells/answers';
import { TraceError } from '../errors';
import type { FunctionBody } from './body';
import { requireOwnLists } from './own-lists';
import { asOfOf, readRows, showRows, type RowsOutcome } from './read-rows';
import { readRecordField } from './record-field';

/** Lists whose rows are shown as the API gives them. */

/** A job changes while it runs, and looking at it is free. */
const JOB_AGE = { maxAgeMs: 60_000, isAgeAsked: true };
/** Of a list or a job; what else is typed is known to be none without asking. */
const ID = /^[A-Za-z0-9][\w.~-]{0,99}$/;

export const techSearch: FunctionBody = function* (received) {
  const { text, options } = received;
  const request = searchTechnologies(text, options.given.get('category') ?? null);
  const outcome = yield* readRows(request, 'page', options.top, received);
  return yield* showRows(received, outcome, rowField(received.spec.fields, outcome));
};

export const lists: FunctionBody = function* (received) {
  const { options } = received;
  yield* requireOwnLists();
  const { name: operation, method, path } = LISTS.index;
  const outcome = yield* readRows({ operation, method, path }, 'page', options.top, received);
  return yield* showRows(received, outcome, rowField(received.spec.fields, outcome));
};

export const listMembers: FunctionBody = function* (received) {
  const { text, options } = received;
  if (!ID.test(text)) throw new TraceError('listUnknown', { listId: text });
  yield* requireOwnLists();
  const { name: operation, method, path: pattern } = LISTS.members;
  const query = {
    tier: options.given.get('tier') ?? null,
    search_name_or_domain: options.given.get('search') ?? null,
  };
  const path = toPath(pattern, { list_id: text }, query);
  const outcome = yield* readRows({ operation, method, path }, 'offset', options.top, received);
  const unknown = new TraceError('listUnknown', { listId: text });
  return yield* showRows(received, outcome, rowField(received.spec.fields, outcome), unknown);
};

/** A job that names no domains yet is one row with its own state. */
export const job: FunctionBody = function* (received) {
  const { text, options } = received;
  if (!ID.test(text)) throw new TraceError('jobUnknown', { jobId: text });
  const outcome = yield* readRows(showJob(text), 'none', options.top, received, JOB_AGE);
  const unknown = new TraceError('jobUnknown', { jobId: text });
  return yield* showRows(received, withOwnRow(outcome), rowField(received.spec.fields, outcome), unknown);
};

function withOwnRow(outcome: RowsOutcome): RowsOutcome {
  if (outcome.is !== 'found' || outcome.record.rows.length > 0) return outcome;
  const { status, detail } = outcome.record.about;
  return { ...outcome, record: { ...outcome.record, rows: [{ domain: '', status: readText(status), detail }] } };
}

function rowField(
  fields: readonly FieldSpec[],
  outcome: RowsOutcome,
): (row: JsonObject, field: string, record: RowsRecord) => FieldAnswer {
  return (row, field) => readRecordField(row, field, fields, asOfOf(outcome));
}
