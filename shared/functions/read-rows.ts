import type { FieldAnswer } from '../cells/answers';
import type { Options } from '../cells/options';
import { toCutNote, toRowsTable } from '../cells/rows-table';
import type { Table } from '../cells/values';
import type { HttpRequest } from '../client/exchange';
import type { JsonObject } from '../client/json';
import { MAX_ROWS, toQuestionText, type Paging, type RowsRecord } from '../client/rows';
import { keepShown, lookup, type MaxAge, type Task } from '../effects';
import { TraceError } from '../errors';
import type { LookupOutcome } from '../lookup/outcome';
import type { FunctionArguments } from './arguments';

/** What became of a list, and by which question it is remembered. */
export type RowsOutcome = LookupOutcome<RowsRecord> & { readonly question: string };

/** Reads a list of the API, as far as `top`. */
export function* readRows(
  { operation, path }: HttpRequest,
  paging: Paging,
  top: number | null,
  { options, signature }: FunctionArguments,
  age: MaxAge = options,
): Task<RowsOutcome> {
  const question = toQuestionText({ operation, path, paging, top: top ?? MAX_ROWS });
  const outcomes = yield* lookup('rows', [question], age, signature);
  const outcome = outcomes.get(question) ?? { is: 'failed', error: new TraceError('leftOut', {}) };
  return { ...outcome, question };
}

/**
 * The rows of a list as the function's table, which is offered to the host's store. Throws why there are none.
 *
 * @param toField reads one field of one row
 * @param unknown the problem of a list, a company or a job that does not exist; `null`: "not tracked"
 */
export function* showRows(
  received: FunctionArguments,
  outcome: RowsOutcome,
  toField: (row: JsonObject, field: string, record: RowsRecord) => FieldAnswer,
  unknown: TraceError | null = null,
): Task<Table> {
  const { fields, options, spec } = received;
  if (outcome.is !== 'found') return toEmptyTable(outcome, options, unknown);
  const { record } = outcome;
  const rows = record.rows.map((row) => fields.map((field) => toField(row, field, record)));
  const note = toCutNote(rows.length, record, options, spec.top.most);
  return yield* keepTable(received, outcome, toRowsTable({ titles: fields, rows, note }, options));
}

/** Offers a table that is whole to the host's store. */
export function* keepTable(
  { signature }: FunctionArguments,
  { question: key, asOfMs, record }: Extract<RowsOutcome, { is: 'found' }>,
  lines: Table,
): Task<Table> {
  if (!record.isPartial && key !== '') yield* keepShown([{ signature, key, asOfMs, lines }]);
  return lines;
}

/** What is shown where no rows were read. Throws why. */
export function toEmptyTable(
  outcome: Exclude<RowsOutcome, { is: 'found' }>,
  options: Options,
  unknown: TraceError | null,
): Table {
  switch (outcome.is) {
    case 'failed':
      throw outcome.error;
    case 'noRoute':
      throw new TraceError('routeMissing', { operation: outcome.operation });
    case 'shown':
      return outcome.lines;
    case 'notTracked':
      if (unknown !== null) throw unknown;
      return toRowsTable('notTracked', options);
    case 'notAsked':
      return toRowsTable('notAsked', options);
  }
}

/** When an outcome was answered; milliseconds since 1970. */
export function asOfOf(outcome: RowsOutcome): number {
  return 'asOfMs' in outcome ? outcome.asOfMs : 0;
}
