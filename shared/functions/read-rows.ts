import type { FieldAnswer } from '../cells/answers';
import type { Options } from '../cells/options';
import { toCutNote, toRowsTable } from '../cells/rows-table';
import type { Table } from '../cells/values';
import type { HttpRequest } from '../client/exchange';
import type { JsonObject } from '../client/json';
import { MAX_ROWS, toQuestionText, type Paging, type RowsRecord } from '../client/rows';
import { lookup, type Task } from '../effects';
import { TraceError } from '../errors';
import type { LookupOutcome } from '../lookup/outcome';
import type { FunctionArguments } from './arguments';
import { readRecordField } from './record-field';

export type RowsOutcome = LookupOutcome<RowsRecord>;

/** How far a list is read, and how old it may be. */
export type Reach = Pick<Options, 'top' | 'maxAgeMs'>;

/** Reads a list of the API, as far as `top`. @param mayBeOne whether one thing is an answer too */
export function* readRows(
  { operation, path }: HttpRequest,
  paging: Paging,
  { top, maxAgeMs }: Reach,
  mayBeOne = false,
): Task<RowsOutcome> {
  const question = toQuestionText({ operation, path, paging, top: top ?? MAX_ROWS, mayBeOne });
  const outcomes = yield* lookup('rows', [question], maxAgeMs);
  return outcomes.get(question) ?? { is: 'failed', error: new TraceError('leftOut', {}) };
}

/**
 * The rows of a list as the function's table. Throws why there are none.
 *
 * @param unknown the problem of a list, a company or a job that does not exist; `null`: "not tracked"
 * @param toField reads one field of one row, where it is not as the catalogue says
 */
export function rowsToTable(
  { fields, options, spec }: FunctionArguments,
  outcome: RowsOutcome,
  unknown: TraceError | null = null,
  toField: (row: JsonObject, field: string, asOfMs: number) => FieldAnswer = (row, field, asOfMs) =>
    readRecordField(row, field, spec.fields, asOfMs),
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
      const { record, asOfMs } = outcome;
      const rows = record.rows.map((row) => fields.map((field) => toField(row, field, asOfMs)));
      return toRowsTable({ titles: fields, rows, note: toCutNote(record, options, spec.top.most) }, options);
    }
  }
}
