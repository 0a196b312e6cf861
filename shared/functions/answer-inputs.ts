import type { FieldAnswer, RowAnswer } from '../cells/answers';
import { identifiersOf, type Input, type Inputs } from '../cells/inputs';
import type { AnsweredRow } from '../cells/table';
import { lookup, type Task } from '../effects';
import { TraceError } from '../errors';
import type { LookupKind, LookupOutcome, Records } from '../lookup/outcome';

/**
 * One answered row for each input, in order: each company is asked for once, and a problem stays in its own row.
 *
 * @param toFields reads the fields asked for from one record
 */
export function* answerInputs<K extends LookupKind>(
  inputs: Inputs,
  kind: K,
  maxAgeMs: number,
  toFields: (record: Records[K], asOfMs: number) => readonly FieldAnswer[],
): Task<readonly AnsweredRow[]> {
  const identifiers = identifiersOf(inputs);
  const outcomes: ReadonlyMap<string, LookupOutcome<Records[K]>> = identifiers.length > 0
    ? yield* lookup(kind, identifiers, maxAgeMs)
    : new Map();
  return inputs.rows.map((input) => ({
    given: input.is === 'blank' ? '' : input.given,
    answer: toRowAnswer(input, outcomes, toFields),
  }));
}

function toRowAnswer<R>(
  input: Input,
  outcomes: ReadonlyMap<string, LookupOutcome<R>>,
  toFields: (record: R, asOfMs: number) => readonly FieldAnswer[],
): RowAnswer {
  if (input.is === 'blank') return { is: 'blank' };
  if (input.is === 'problem') return { is: 'problem', error: input.error };
  const outcome = outcomes.get(input.identifier);
  if (outcome === undefined) return { is: 'problem', error: new TraceError('leftOut', {}) };
  if (outcome.is === 'failed') return { is: 'problem', error: outcome.error };
  if (outcome.is !== 'found') return { is: outcome.is };
  return { is: 'values', fields: toFields(outcome.record, outcome.asOfMs) };
}
