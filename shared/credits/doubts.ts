import { PAID_CODE_LENGTH, toCode } from './paid-companies';

/** As many codes as are stored with the counters. Doubts beyond that count again when asked for again. */
const MOST_DOUBTS = 800;

/** Codes of companies that were counted without a confirmed charge, with one more added. */
export function withDoubt(doubts: string, company: string): string {
  return doubts.length < MOST_DOUBTS * PAID_CODE_LENGTH ? doubts + toCode(company) : doubts;
}

/** As many of them as there is room for. */
export function firstDoubts(doubts: string, most: number): string {
  return doubts.slice(0, most * PAID_CODE_LENGTH);
}

/** Whether it was already counted today without a confirmed charge, so that it does not count twice. */
export function isInDoubt(doubts: string, company: string): boolean {
  if (doubts === '') return false;
  const code = toCode(company);
  let at = doubts.indexOf(code);
  while (at >= 0 && at % PAID_CODE_LENGTH !== 0) at = doubts.indexOf(code, at + 1);
  return at >= 0;
}
