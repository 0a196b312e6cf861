import { TraceError, type ErrorCode, type ErrorFacts } from './trace-error';
import type { LookupOutcome } from '../records/outcome';
import { RUN_WORDS } from './run-sentences';

/** An error with what it means for a run: some sentences are written for a formula in a cell. */
export function toRunError(error: TraceError): TraceError {
  const say = RUN_WORDS[error.code] as ((facts: ErrorFacts[ErrorCode]) => string) | undefined;
  if (say === undefined) return error;
  return Object.assign(new TraceError(error.code, error.facts), { message: say(error.facts) });
}

export function inRunWords(outcome: LookupOutcome): LookupOutcome {
  return outcome.is === 'failed' ? { is: 'failed', error: toRunError(outcome.error) } : outcome;
}
