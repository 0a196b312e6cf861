import { CODE_LENGTH, toCode } from './paid-companies';

/** As many codes as are stored with the counters; what is in doubt besides counts again when it is asked for again. */
const MOST_DOUBTS = 800;

/** The codes of companies that were counted without being known to be charged, with one more. */
export function withDoubt(doubts: string, company: string): string {
  return doubts.length < MOST_DOUBTS * CODE_LENGTH ? doubts + toCode(company) : doubts;
}

/** Whether it was counted today without being known to be charged: it does not count twice. */
export function isInDoubt(doubts: string, company: string): boolean {
  if (doubts === '') return false;
  const code = toCode(company);
  let at = doubts.indexOf(code);
  while (at >= 0 && at % CODE_LENGTH !== 0) at = doubts.indexOf(code, at + 1);
  return at >= 0;
}
