import type { FieldAnswer, RowAnswer } from '../cells/answers';
import { identifiersOf, type Input, type Inputs } from '../cells/inputs';
import type { AnsweredRow } from '../cells/table';
import { lookup, type MaxAge, type Task } from '../effects';
import { TraceError } from '../errors';
import type { LookupKind, LookupOutcome, Records } from '../lookup/outcome';

/**
 * One answered row for each input, in order: each company is asked for once, and a problem stays in its own row.
 *
 * @param toFields reads the fields asked for from one record
 * @param toAsked what is looked up for a company, where it is not the company itself
 */
export function* answerInputs<K extends LookupKind>(
  inputs: Inputs,
  kind: K,
  age: MaxAge,
  toFields: (record: Records[K], asOfMs: number) => readonly FieldAnswer[],
  toAsked: (identifier: string) => string = (identifier) => identifier,
): Task<readonly AnsweredRow[]> {
  const identifiers = identifiersOf(inputs);
  const outcomes: ReadonlyMap<string, LookupOutcome<Records[K]>> = identifiers.length > 0
    ? yield* lookup(kind, identifiers.map(toAsked), age)
    : new Map();
  const answerRow = (input: Input): RowAnswer => {
    if (input.is === 'blank') return { is: 'blank' };
    if (input.is === 'problem') return { is: 'problem', error: input.error };
    return toRowAnswer(outcomes.get(toAsked(input.identifier)), toFields);
  };
  return inputs.rows.map((input) => ({
    given: input.is === 'blank' ? '' : input.given,
    answer: answerRow(input),
  }));
}

/** What a looked-up outcome is in a row. */
export function toRowAnswer<R>(
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
    case 'notTracked':
    case 'notAsked':
      return { is: outcome.is };
  }
}
