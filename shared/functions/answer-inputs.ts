import type { FieldAnswer, RowAnswer } from '../cells/answers';
import { identifiersOf } from '../cells/inputs';
import { type AnsweredRow, toLines, toTable } from '../cells/table';
import { type Alongside, keepShown, lookup, type ShownAnswer } from '../lookup/ports';
import type { FormulaTask } from './ports';
import { TraceError } from '../errors/trace-error';
import {
  isPartial,
  type LookupKind,
  type LookupOutcome,
  type ReadFields,
  type ReadOutcome,
  type Records,
} from '../records/outcome';
import type { FunctionArguments } from './arguments';
import { type Cell, dayOf, type Table } from '../cells/values';
import { toPath } from '../client/request';
import { FREE_FOR_MS } from '../days';

/** The outcomes of some inputs, by the identifier that was looked up, without repeats. */
export type InputOutcomes<K extends LookupKind> = ReadonlyMap<string, LookupOutcome<Records[K]>>;

/**
 * Returns one answered row for each input, in order. Each company is asked for once, and a problem stays in its own
 * row.
 *
 * @param toFields reads the requested fields from one record
 * @param toAsked the identifier to look up for a company, if it is not the company's own
 */
export function* answerInputs<K extends LookupKind>(
  received: FunctionArguments,
  kind: K,
  toFields: ReadFields<Records[K]>,
  toAsked: (identifier: string) => string = itself,
): FormulaTask<readonly AnsweredRow[]> {
  const { inputs, options, signature } = received;
  const identifiers = identifiersOf(inputs).map(toAsked);
  const outcomes = yield* lookup(kind, identifiers, options, signature, [], toFields);
  return toAnsweredRows(received, outcomes, toFields, toAsked);
}

/**
 * @param alongside what is asked for next, unless the answers show it
 * @param needsBatch whether only the batch has what the formula shows
 */
export function lookUpInputs<K extends LookupKind>(
  { inputs, options, signature }: FunctionArguments,
  kind: K,
  toAsked: (identifier: string) => string = itself,
  alongside: readonly Alongside[] = [],
  needsBatch = false,
): FormulaTask<InputOutcomes<K>> {
  const { maxAgeMs, isAgeAsked } = options;
  const wish = { maxAgeMs, isAgeAsked, needsBatch };
  return lookup(kind, identifiersOf(inputs).map(toAsked), wish, signature, alongside);
}

/** The inputs with their outcomes, in order. */
export function toAnsweredRows<R>(
  { inputs }: FunctionArguments,
  outcomes: ReadonlyMap<string, LookupOutcome<R> | ReadOutcome>,
  toFields: ReadFields<R>,
  toAsked: (identifier: string) => string = itself,
): readonly AnsweredRow[] {
  return inputs.rows.map((input): AnsweredRow => {
    if (input.is === 'blank') return { given: '', answer: { is: 'blank' } };
    if (input.is === 'problem') return { given: input.given, answer: { is: 'problem', error: input.error } };
    const key = toAsked(input.identifier);
    const { answer, source } = answerOne(key, outcomes.get(key), toFields);
    return { given: input.given, answer, source };
  });
}

const itself = (identifier: string): string => identifier;

/** One lookup as a row, with its source if the row is worth keeping. */
export function answerOne<R>(
  key: string,
  outcome: LookupOutcome<R> | ReadOutcome | undefined,
  toFields: ReadFields<R>,
): Omit<AnsweredRow, 'given'> {
  const answer = toRowAnswer(outcome, toFields);
  // A list that was read only in part is shown, and asked for again next time.
  return (outcome?.is === 'found' && !isPartial(outcome.record)) ||
    outcome?.is === 'read' ||
    outcome?.is === 'notTracked'
    ? { answer, source: { key, asOfMs: outcome.asOfMs } }
    : { answer };
}

/** Turns an outcome into a row. */
function toRowAnswer<R>(outcome: LookupOutcome<R> | ReadOutcome | undefined, toFields: ReadFields<R>): RowAnswer {
  switch (outcome?.is) {
    case undefined:
      return { is: 'problem', error: new TraceError('leftOut', {}) };
    case 'failed':
      return { is: 'problem', error: outcome.error };
    case 'noRoute':
      return { is: 'problem', error: new TraceError('routeMissing', { operation: outcome.operation }) };
    case 'found':
      return { is: 'values', fields: toFields(outcome.record, outcome.asOfMs) };
    case 'read':
      return { is: 'values', fields: outcome.fields };
    case 'shown':
      return { is: 'shown', lines: outcome.lines };
    case 'notTracked':
    case 'notAsked':
      return { is: outcome.is };
  }
}

/** The source, date and price of an answer. */
export interface AnswerReceipt {
  /** Milliseconds since 1970. */
  readonly asOfMs: number;
  /** A path below `/v1`, as TRACE_GET takes it; `null`: unknown. */
  readonly source: string | null;
  /** The most that the answer cost, if none of it was free. */
  readonly credits: number;
}

/**
 * Reads a field of a receipt; `null` if the field is not one.
 * @param receipt called only for such a field: most formulas show none
 */
export function receiptAnswer(field: string, receipt: () => AnswerReceipt): FieldAnswer | null {
  const toCell = CELLS.get(field);
  return toCell === undefined ? null : { is: 'one', cell: toCell(receipt()) };
}

const CELLS = new Map<string, (receipt: AnswerReceipt) => Cell>([
  ['as_of', ({ asOfMs }) => dayOf(asOfMs)],
  ['free_until', ({ asOfMs }) => dayOf(asOfMs + FREE_FOR_MS)],
  ['source', ({ source }) => source ?? ''],
  ['credits', ({ credits }) => credits],
]);

/** The path of a company, or of its list of partners. */
export function sourceOf(domain: string | null, slug: string | null, list: '' | '/partnerships' = ''): string | null {
  const identifier = domain ?? slug;
  return identifier === null ? null : toPath(`/companies/{identifier}${list}`, { identifier });
}

/**
 * Lays answered rows out as the function's table, and offers them to the host's store.
 *
 * @param kept further answers worth keeping
 */
export function* showInputs(
  { inputs, otherInputs, options, signature }: FunctionArguments,
  rows: readonly AnsweredRow[],
  titles: readonly string[],
  kept: readonly ShownAnswer[] = [],
): FormulaTask<Table> {
  const table = toTable(rows, titles, options, inputs.isRange || otherInputs.isRange);
  const toShown = ({ answer, source }: AnsweredRow): readonly ShownAnswer[] =>
    source === undefined
      ? []
      : [{ ...source, signature, lines: answer.is === 'notTracked' ? [] : toLines(answer, titles, options) }];
  if (kept.length > 0 || rows.some(({ source }) => source !== undefined))
    yield* keepShown(() => [...kept, ...rows.flatMap(toShown)]);
  return table;
}
