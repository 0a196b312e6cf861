import { readDomain } from '../../cells/identifier';
import type { SelectedColumn } from '../../enrich/plan/selection';

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

/** The companies of a selection, each once, by domain or slug. */
export function companiesOf({ triage }: Pick<SelectedColumn, 'triage'>): readonly string[] {
  return [...new Set(triage.rows.flatMap(({ input }) => (input.is === 'company' ? [input.identifier] : [])))];
}
