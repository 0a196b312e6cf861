import { TraceError } from '../errors/trace-error';

/** More than any account has: a slip of the keyboard. */
const MOST_CREDITS = 1_000_000;

/** A number of credits from a panel: 0 to a million. Throws `actionMalformed`. */
export function readCredits(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_CREDITS) return value;
  throw new TraceError('actionMalformed', { expected: 'a whole number of credits' });
}
