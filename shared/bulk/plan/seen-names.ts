import { readTechnologies } from '../../client/resources/companies';
import { namesOf, type NameKind } from '../../functions/name-verdict';
import { peek } from '../../lookup/ports';
import type { CompanyRecord } from '../../client/resources/companies';
import type { RunPorts } from '../sheet/ports';

/** Names in saved answers, the most frequent first. */
export type SeenNames = Readonly<Record<NameKind, readonly string[]>>;

export const NOTHING_SEEN: SeenNames = { technology: [], category: [], vendor: [] };

/** One look into the store, and enough to know what companies of a column use. */
const MOST_COMPANIES = 200;
const KINDS = ['technology', 'category', 'vendor'] as const;

/** What saved answers for companies of a column show of names. Sends no request. */
export async function readSeenNames(ports: RunPorts, identifiers: readonly string[]): Promise<SeenNames> {
  const some = [...new Set(identifiers)].slice(0, MOST_COMPANIES);
  const counts = { technology: new Map<string, number>(), category: new Map(), vendor: new Map() } as const satisfies {
    readonly [K in NameKind]: Map<string, number>;
  };
  for (const outcome of (await ports.perform(peek('company', some))).values()) {
    if (outcome.is !== 'found') continue;
    const technologies = readTechnologies(outcome.record as CompanyRecord) ?? [];
    for (const kind of KINDS) {
      for (const name of new Set(technologies.flatMap((technology) => namesOf(kind, technology)[0] ?? []))) {
        counts[kind].set(name, (counts[kind].get(name) ?? 0) + 1);
      }
    }
  }
  const { technology, category, vendor } = counts;
  return { technology: inOrder(technology), category: inOrder(category), vendor: inOrder(vendor) };
}

function inOrder(counts: ReadonlyMap<string, number>): readonly string[] {
  const byName = (one: string, other: string): number => (one.toLowerCase() < other.toLowerCase() ? -1 : 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || byName(one, other)).map(([name]) => name);
}

/**
 * Seen names that contain what was typed, and after them those of the catalogue.
 *
 * @param most how many seen ones
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
