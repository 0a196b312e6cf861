import type { FieldAnswer, RowAnswer } from '../cells/answers';
import { identifiersOf } from '../cells/inputs';
import type { AnsweredRow } from '../cells/table';
import { readObject } from '../client/json';
import { lookup, type Alongside } from '../lookup/ports';
import type { FormulaTask } from './ports';
import { TraceError } from '../errors/trace-error';
import type { LookupKind, LookupOutcome, Records } from '../records/outcome';
import type { FunctionArguments } from './arguments';

/** The companies of some inputs and their outcomes, without repeats, by the identifier that was looked up. */
export type InputOutcomes<K extends LookupKind> = ReadonlyMap<string, LookupOutcome<Records[K]>>;

/**
 * One answered row for each input, in order. Each company is asked for once, and a problem stays in its own row.
 *
 * @param toFields reads the requested fields from one record
 * @param toAsked the identifier to look up for a company, where it is not the company's own
 */
export function* answerInputs<K extends LookupKind>(
  received: FunctionArguments,
  kind: K,
  toFields: (record: Records[K], asOfMs: number) => readonly FieldAnswer[],
  toAsked: (identifier: string) => string = itself,
): FormulaTask<readonly AnsweredRow[]> {
  const outcomes = yield* lookUpInputs(received, kind, toAsked);
  return toAnsweredRows(received, outcomes, toFields, toAsked);
}

/**
 * @param alongside what is asked for next, unless the answers show it
 * @param needsBatch whether only the batch has what is asked for
 */
export function* lookUpInputs<K extends LookupKind>(
  { inputs, options, signature }: FunctionArguments,
  kind: K,
  toAsked: (identifier: string) => string = itself,
  alongside: readonly Alongside[] = [],
  needsBatch = false,
): FormulaTask<InputOutcomes<K>> {
  const identifiers = identifiersOf(inputs);
  if (identifiers.length === 0) return new Map();
  const { maxAgeMs, isAgeAsked } = options;
  const wish = { maxAgeMs, isAgeAsked, needsBatch };
  return yield* lookup(kind, identifiers.map(toAsked), wish, signature, alongside);
}

/** The inputs with their outcomes, in order. */
export function toAnsweredRows<K extends LookupKind>(
  { inputs }: FunctionArguments,
  outcomes: InputOutcomes<K>,
  toFields: (record: Records[K], asOfMs: number) => readonly FieldAnswer[],
  toAsked: (identifier: string) => string = itself,
): readonly AnsweredRow[] {
  return inputs.rows.map((input): AnsweredRow => {
    if (input.is === 'blank') return { given: '', answer: { is: 'blank' } };
    if (input.is === 'problem') return { given: input.given, answer: { is: 'problem', error: input.error } };
    const key = toAsked(input.identifier);
    return { given: input.given, ...answerOne(key, outcomes.get(key), toFields) };
  });
}

const itself = (identifier: string): string => identifier;

/** One look-up as a row, with its source where that is worth keeping. */
export function answerOne<R>(
  key: string,
  outcome: LookupOutcome<R> | undefined,
  toFields: (record: R, asOfMs: number) => readonly FieldAnswer[],
): Omit<AnsweredRow, 'given'> {
  const answer = toRowAnswer(outcome, toFields);
  // A list that was not read to its end is shown, and asked for again.
  return (outcome?.is === 'found' && !isPartial(outcome.record)) || outcome?.is === 'notTracked'
    ? { answer, source: { key, asOfMs: outcome.asOfMs } }
    : { answer };
}

function isPartial(record: unknown): boolean {
  return readObject(record)?.['isPartial'] === true;
}

/** An outcome as a row. */
function toRowAnswer<R>(
  outcome: LookupOutcome<R> | undefined,
  toFields: (record: R, asOfMs: number) => readonly FieldAnswer[],
): RowAnswer {
  switch (outcome?.is) {
    case undefined:
      return { is: 'problem', error: new TraceError('leftOut', {}) };
    case 'failed':
      return { is: 'problem', error: outcome.error };
    case 'noRoute':
      return { is: 'problem', error: new TraceError('routeMissing', { operation: outcome.operation }) };
    case 'found':
      return { is: 'values', fields: toFields(outcome.record, outcome.asOfMs) };
    case 'shown':
      return { is: 'shown', lines: outcome.lines };
    case 'notTracked':
    case 'notAsked':
      return { is: outcome.is };
  }
}
