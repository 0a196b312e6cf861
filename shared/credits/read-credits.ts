import { TraceError } from '../errors/trace-error';

/** A number of credits from a panel, which has already refused likely typos. Throws `actionMalformed`. */
export function readCredits(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new TraceError('actionMalformed', { expected: 'a whole number of credits' });
}
