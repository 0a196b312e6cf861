import { readDomain } from '../../cells/identifier';
import type { SelectedColumn } from '../../enrich/plan/selection';
import { readInput } from '../../cells/inputs';
import type { TraceError } from '../../errors/trace-error';

/** The companies of a selection that can be sent as domains. */
interface ReadyDomains {
  /** Without repeats, in the order of the sheet. */
  readonly domains: readonly string[];
  /** How many companies are named by a slug, which only lookups accept. */
  readonly slugs: number;
}

export function domainsOf({ triage }: Pick<SelectedColumn, 'triage'>): ReadyDomains {
  const domains = new Set<string>();
  const slugs = new Set<string>();
  for (const { input } of triage.rows) {
    if (input.is !== 'company') continue;
    (readDomain(input.identifier) === null ? slugs : domains).add(input.identifier);
  }
  return { domains: [...domains], slugs: slugs.size };
}

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
