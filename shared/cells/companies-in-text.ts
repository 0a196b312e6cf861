import type { TraceError } from '../errors/trace-error';
import { readInput } from './inputs';

/** The companies that a text names. */
interface NamedCompanies {
  /** By domain or slug, each once, in order. */
  readonly companies: readonly string[];
  /** What is wrong with each part that names no company. */
  readonly problems: readonly TraceError[];
}

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
