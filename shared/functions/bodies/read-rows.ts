import type { FieldAnswer } from '../../cells/answers';
import type { Options } from '../../cells/options';
import { toCutNote, toRowsTable } from '../../cells/rows-table';
import { toRectangle } from '../../cells/table';
import type { Table } from '../../cells/values';
import type { HttpRequest } from '../../client/exchange';
import type { JsonObject } from '../../client/json';
import { MAX_ROWS, toQuestionText, type Paging, type RowsRecord } from '../../client/rows';
import { keepShown, lookup, type Alongside } from '../../lookup/ports';
import type { MaxAge, LookupOutcome } from '../../records/outcome';
import type { FormulaTask } from '../ports';
import { TraceError } from '../../errors/trace-error';
import type { FunctionArguments } from '../arguments';
import { readRecordField } from './record-field';

/**
 * The longest path. With its origin and a page number, it must fit the 2 KB that Google's UrlFetch accepts. UrlFetch
 * refuses a longer address as if an answer had been lost:
 * https://developers.google.com/apps-script/guides/services/quotas.
 */
export const LONGEST_PATH = 1_800;

/** The outcome of a list, and the question by which it is saved. */
export type RowsOutcome = LookupOutcome<RowsRecord> & { readonly question: string };

/** How far to read a list, how old it may be, and what the formula shows of it. */
interface Reach extends MaxAge {
  readonly top: number | null;
  readonly signature: string;
}

/** Jobs and lists change often, and reading them is free. */
export const FREE_AGE = { maxAgeMs: 60_000, isAgeAsked: true };

export function reachOf({ options, signature }: FunctionArguments): Reach {
  const { top, maxAgeMs, isAgeAsked } = options;
  return { top, maxAgeMs, isAgeAsked, signature };
}

/** Other lists that may be read next, to be asked for together with the first. */
export function rowsAlongside(
  requests: readonly HttpRequest[],
  paging: Paging,
  reach: Reach,
  mayBeOne = false,
): readonly Alongside[] {
  const identifiers = requests.map((request) => toQuestion(request, paging, reach, mayBeOne));
  return identifiers.length === 0 ? [] : [{ kind: 'rows', identifiers, shownAs: reach.signature }];
}

/** Throws `queryTooLong`. */
function toQuestion(
  { operation, path }: Pick<HttpRequest, 'operation' | 'path'>,
  paging: Paging,
  { top }: Pick<Reach, 'top'>,
  mayBeOne = false,
): string {
  if (path.length > LONGEST_PATH) throw new TraceError('queryTooLong', { length: path.length });
  return toQuestionText({ operation, path, paging, top: top ?? MAX_ROWS, mayBeOne });
}

/**
 * Reads a list of the API, up to `top` rows.
 *
 * @param mayBeOne whether a single object is an answer too
 * @param alongside what is asked for next if the list is empty or its route is missing
 */
export function* readRows(
  { operation, path }: HttpRequest,
  paging: Paging,
  reach: Reach,
  mayBeOne = false,
  alongside: readonly Alongside[] = [],
): FormulaTask<RowsOutcome> {
  const question = toQuestion({ operation, path }, paging, reach, mayBeOne);
  const outcomes = yield* lookup('rows', [question], reach, reach.signature, alongside);
  const outcome = outcomes.get(question) ?? { is: 'failed', error: new TraceError('leftOut', {}) };
  return { ...outcome, question };
}

/**
 * Shows the rows of a list as the function's table, and offers it to the host's store. Throws why there are none.
 *
 * @param unknown the problem of a list, company or job that does not exist; `null`: "not tracked"
 * @param toField reads one field of one row, if the catalogue's name is not enough
 */
export function* showRows(
  received: FunctionArguments,
  outcome: RowsOutcome,
  unknown: TraceError | null = null,
  toField: (row: JsonObject, field: string, asOfMs: number) => FieldAnswer = (row, field, asOfMs) =>
    readRecordField(row, field, received.spec.fields, asOfMs),
): FormulaTask<Table> {
  const { fields, options, spec } = received;
  if (outcome.is !== 'found') return toEmptyTable(outcome, options, unknown);
  const { record, asOfMs } = outcome;
  const rows = record.rows.map((row) => fields.map((field) => toField(row, field, asOfMs)));
  const note = toCutNote(record, options, spec.top.most);
  return yield* keepTable(received, outcome, toRowsTable({ titles: fields, rows, note }, options));
}

/** Offers a complete table to the host's store. */
export function* keepTable(
  { signature }: FunctionArguments,
  { question: key, asOfMs, record }: Extract<RowsOutcome, { is: 'found' }>,
  lines: Table,
): FormulaTask<Table> {
  if (!record.isPartial) yield* keepShown(() => [{ signature, key, asOfMs, lines }]);
  return lines;
}

/** The table to show if no rows were read. Throws the reason. */
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
      return toRectangle(outcome.lines, outcome.lines[0]?.length ?? 1);
    case 'notTracked':
      if (unknown !== null) throw unknown;
      return toRowsTable('notTracked', options);
    case 'notAsked':
      return toRowsTable('notAsked', options);
  }
}
