import type { Change } from './compare-answers';

/** How many companies adopted and dropped a technology. */
interface TechnologyCount {
  readonly name: string;
  readonly adopted: number;
  readonly dropped: number;
}

/** The technologies that changed at most companies first. */
export function countTechnologies(changes: readonly Change[]): readonly TechnologyCount[] {
  const counts = new Map<string, TechnologyCount>();
  for (const { kind, what, is } of changes) {
    if (kind !== 'technology' || is === 'changed') continue;
    const count = counts.get(what) ?? { name: what, adopted: 0, dropped: 0 };
    counts.set(what, { ...count, [is]: count[is] + 1 });
  }
  const total = ({ adopted, dropped }: TechnologyCount): number => adopted + dropped;
  return [...counts.values()].sort(
    (one, other) => total(other) - total(one) || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0),
  );
}

/** Newest first; changes of one day stay in the order of the companies. */
export function newestFirst(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((one, other) => (one.seenOn === other.seenOn ? 0 : one.seenOn < other.seenOn ? 1 : -1));
}
