import { readTechnologies } from '../../client/resources/companies';
import { namesOf, type NameKind } from '../../functions/names/name-verdict';
import { peek } from '../../lookup/ports';
import type { CompanyRecord } from '../../client/resources/companies';
import type { RunPorts } from '../sheet/ports';

/** The kinds of names that a company has. */
export type SeenKind = NameKind | 'country' | 'industry';

/** Names in saved answers, the most frequent first. */
export type SeenNames = Readonly<Record<SeenKind, readonly string[]>>;

export const NOTHING_SEEN: SeenNames = { technology: [], category: [], vendor: [], country: [], industry: [] };

/** A single read of the store, and enough to see what companies of a column use. */
const MOST_COMPANIES = 200;
const NAMES = ['technology', 'category', 'vendor'] as const;
const FIELDS = ['country', 'industry'] as const;

/** The names that saved answers for companies of a column contain. Sends no request. */
export async function readSeenNames(ports: RunPorts, identifiers: readonly string[]): Promise<SeenNames> {
  const some = [...new Set(identifiers)].slice(0, MOST_COMPANIES);
  const counts = new Map<SeenKind, Map<string, number>>([...NAMES, ...FIELDS].map((kind) => [kind, new Map()]));
  const add = (kind: SeenKind, name: string): void => {
    const own = counts.get(kind)!;
    own.set(name, (own.get(name) ?? 0) + 1);
  };
  for (const outcome of (await ports.perform(peek('company', some))).values()) {
    if (outcome.is !== 'found') continue;
    const company = outcome.record as CompanyRecord;
    const technologies = readTechnologies(company) ?? [];
    for (const kind of NAMES) {
      const names = new Set(technologies.flatMap((technology) => namesOf(kind, technology)[0] ?? []));
      for (const name of names) add(kind, name);
    }
    for (const field of FIELDS) {
      const value = company[field];
      if (typeof value === 'string' && value !== '') add(field, value);
    }
  }
  const of = (kind: SeenKind): readonly string[] => inOrder(counts.get(kind)!);
  return {
    technology: of('technology'),
    category: of('category'),
    vendor: of('vendor'),
    country: of('country'),
    industry: of('industry'),
  };
}

function inOrder(counts: ReadonlyMap<string, number>): readonly string[] {
  const byName = (one: string, other: string): number => (one.toLowerCase() < other.toLowerCase() ? -1 : 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || byName(one, other)).map(([name]) => name);
}

/**
 * Seen names that contain what was typed, followed by those of the catalogue.
 *
 * @param most the most seen names
 */
export function withSeen(
  seen: readonly string[],
  names: readonly string[],
  typed: string,
  most: number,
): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  const fitting = seen.filter((name) => name.toLowerCase().includes(wanted)).slice(0, most);
  const known = new Set(fitting.map((name) => name.toLowerCase()));
  return [...fitting, ...names.filter((name) => !known.has(name.toLowerCase()))];
}
