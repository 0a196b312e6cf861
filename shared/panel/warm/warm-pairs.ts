import { readInput } from '../../cells/inputs';
import type { TraceError } from '../../errors/trace-error';

/** Two companies, each by domain or slug. */
export interface WarmPair {
  readonly account: string;
  readonly partner: string;
}

/** The companies that a text names. */
interface NamedCompanies {
  /** By domain or slug, each once, in order. */
  readonly companies: readonly string[];
  /** What names none: what is wrong with it. */
  readonly problems: readonly TraceError[];
}

/** Each is a request, and every host has room for so many companies. */
export const MOST_PAIRS = 2_000;

/** Reads companies, one in each line or separated by commas or semicolons. */
export function readCompanies(text: string): NamedCompanies {
  const companies = new Set<string>();
  const problems: TraceError[] = [];
  for (const part of text.split(/[\r\n\t,;]+/)) {
    const input = readInput(part);
    if (input.is === 'company') companies.add(input.identifier);
    else if (input.is === 'problem') problems.push(input.error);
  }
  return { companies: [...companies], problems };
}

/** All pairs but those of a company with itself: the partners of the first account, then those of the second one. */
export function toPairs(accounts: readonly string[], partners: readonly string[]): readonly WarmPair[] {
  return accounts.flatMap((account) =>
    partners.flatMap((partner) => (partner === account ? [] : [{ account, partner }])),
  );
}
