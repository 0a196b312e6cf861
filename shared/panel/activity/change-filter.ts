import type { Change } from './compare-answers';

/** The changes of one technology, category of technologies, or partner. */
export interface ChangeFilter {
  readonly by: 'technology' | 'category' | 'partner';
  readonly name: string;
}

/** Filters of one kind, with how many changes each leaves. The ones that leave most come first. */
interface FilterGroup {
  readonly by: ChangeFilter['by'];
  readonly filters: readonly { readonly name: string; readonly changes: number }[];
}

/** A longer list is slow to open; the sheet has all of them. */
const MOST_OF_A_KIND = 200;

/** The filters that leave something of these changes. */
export function filtersOf(changes: readonly Change[]): readonly FilterGroup[] {
  return (['technology', 'category', 'partner'] as const).flatMap((by) => {
    const counts = new Map<string, number>();
    for (const change of changes) {
      const name = nameOf(change, by);
      if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    if (counts.size === 0) return [];
    const filters = [...counts]
      .map(([name, each]) => ({ name, changes: each }))
      .sort((one, other) => other.changes - one.changes || (one.name < other.name ? -1 : 1));
    return [{ by, filters: filters.slice(0, MOST_OF_A_KIND) }];
  });
}

/** @param filter `null`: all changes */
export function filterChanges(changes: readonly Change[], filter: ChangeFilter | null): readonly Change[] {
  return filter === null ? changes : changes.filter((change) => nameOf(change, filter.by) === filter.name);
}

/** `''`: it has no such name. */
function nameOf({ kind, what, category }: Change, by: ChangeFilter['by']): string {
  if (by === 'category') return category;
  return kind === by ? what : '';
}
