import type { FieldAnswer } from '../cells/answers';
import { toCutNote, toRowsTable } from '../cells/rows-table';
import type { Table } from '../cells/values';
import type { HttpRequest } from '../client/exchange';
import type { JsonObject } from '../client/json';
import { MAX_ROWS, toQuestionText, type Paging, type RowsRecord } from '../client/rows';
import { lookup, type MaxAge, type Task } from '../effects';
import { TraceError } from '../errors';
import type { LookupOutcome } from '../lookup/outcome';
import type { FunctionArguments } from './arguments';

export type RowsOutcome = LookupOutcome<RowsRecord>;

/** Reads a list of the API, as far as `top`. */
export function* readRows(request: HttpRequest, paging: Paging, top: number | null, age: MaxAge): Task<RowsOutcome> {
  const { operation, path } = request;
  const question = toQuestionText({ operation, path, paging, top: top ?? MAX_ROWS });
  const outcomes = yield* lookup('rows', [question], age);
  return outcomes.get(question) ?? { is: 'failed', error: new TraceError('leftOut', {}) };
}

/**
 * The rows of a list as the function's table. Throws why there are none.
 *
 * @param toField reads one field of one row
 * @param unknown the problem of a list, a company or a job that does not exist; `null`: "not tracked"
 */
export function rowsToTable(
  { fields, options, spec }: FunctionArguments,
  outcome: RowsOutcome,
  toField: (row: JsonObject, field: string, record: RowsRecord) => FieldAnswer,
  unknown: TraceError | null = null,
): Table {
  switch (outcome.is) {
    case 'failed':
      throw outcome.error;
    case 'noRoute':
      throw new TraceError('routeMissing', { operation: outcome.operation });
    case 'notTracked':
      if (unknown !== null) throw unknown;
      return toRowsTable('notTracked', options);
    case 'notAsked':
      return toRowsTable('notAsked', options);
    case 'found': {
      const { record } = outcome;
      const rows = record.rows.map((row) => fields.map((field) => toField(row, field, record)));
      const note = toCutNote(rows.length, record, options, spec.top.most);
      return toRowsTable({ titles: fields, rows, note }, options);
    }
  }
}

/** When an outcome was answered; milliseconds since 1970. */
export function asOfOf(outcome: RowsOutcome): number {
  return 'asOfMs' in outcome ? outcome.asOfMs : 0;
}
