import type { CompanyFacts, SavedCompany, Shared } from './company-facts';

/** What the companies of a column have in common. Each company counts once. */
export interface Overview {
  readonly companies: number;
  readonly withData: number;
  /** Trace tracks them, but their saved answers say nothing that is counted here. */
  readonly withoutData: number;
  readonly notTracked: number;
  readonly unsaved: number;
  /** Without those that would be empty. */
  readonly tables: readonly OverviewTable[];
}

export interface OverviewTable {
  readonly is: 'technologies' | 'categories' | 'countries' | 'employees' | 'partners';
  /** The companies whose answers say something about this, of which the rows are shares. */
  readonly of: number;
  readonly rows: readonly { readonly name: string; readonly companies: number }[];
}

/** More than a chart shows well. */
const MOST_ROWS = 10;
/** A partner of one company is not in common. */
const FEWEST_WITH_PARTNER = 2;

/** Counts companies by what their saved answers say. */
export function countOverview(companies: readonly SavedCompany[]): Overview {
  const found = companies.flatMap((company) => (company.is === 'found' ? [company.facts] : []));
  const withData = found.filter(hasData);
  const tables: readonly OverviewTable[] = [
    { is: 'technologies', ...count(withData, ({ technologies }) => technologies, byCompanies) },
    { is: 'categories', ...count(withData, ({ categories }) => categories, byCompanies) },
    { is: 'countries', ...count(withData, ({ country }) => country && [country], byCompanies) },
    { is: 'employees', ...count(withData, ({ employees }) => employees && [employees], bySize) },
    { is: 'partners', ...count(withData, ({ partners }) => partners, byCompanies, FEWEST_WITH_PARTNER) },
  ];
  return {
    companies: companies.length,
    withData: withData.length,
    withoutData: found.length - withData.length,
    notTracked: companies.filter(({ is }) => is === 'notTracked').length,
    unsaved: companies.filter(({ is }) => is === 'unsaved').length,
    tables: tables.filter(({ rows }) => rows.length > 0),
  };
}

function hasData({ technologies, country, employees, partners }: CompanyFacts): boolean {
  return [technologies, partners].some((list) => list !== null && list.length > 0) || (country ?? employees) !== null;
}

type Row = OverviewTable['rows'][number];

function count(
  companies: readonly CompanyFacts[],
  read: (facts: CompanyFacts) => readonly Shared[] | null,
  inOrder: (a: Row, b: Row) => number,
  fewest = 1,
): Pick<OverviewTable, 'of' | 'rows'> {
  const counts = new Map<string, { readonly name: string; companies: number }>();
  let of = 0;
  for (const facts of companies) {
    const values = read(facts);
    if (values === null) continue;
    of += 1;
    for (const [key, name] of new Map(values.map((value) => [value.key, value.name]))) {
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { name, companies: 1 });
      else known.companies += 1;
    }
  }
  const most = [...counts.values()].filter((row) => row.companies >= fewest).sort(byCompanies);
  return { of, rows: most.slice(0, MOST_ROWS).sort(inOrder) };
}

function byCompanies(a: Row, b: Row): number {
  return b.companies - a.companies || (a.name < b.name ? -1 : 1);
}

/** Ranges of employees from the smallest. */
function bySize(a: Row, b: Row): number {
  return smallestIn(a.name) - smallestIn(b.name) || byCompanies(a, b);
}

/** A range that begins with no number comes last. */
function smallestIn(range: string): number {
  return Number(/^\d[\d,]*/.exec(range)?.[0].replace(/,/g, '') ?? Number.MAX_SAFE_INTEGER);
}
