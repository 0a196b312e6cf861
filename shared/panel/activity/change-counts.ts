import type { LastCheck, TechnologyCount } from '../common/file-notes';
import type { Change } from './compare-answers';
import type { Updated } from './update-answers';

/** More would fill the card. */
const MOST_COUNTED = 5;

/** How many companies an update compared, how many of these changed, and how many it could not compare. */
export function countCompanies({
  changes,
  compared,
  answered,
}: Pick<Updated, 'changes' | 'compared' | 'answered'>): Pick<LastCheck, 'changed' | 'compared' | 'others'> {
  const changed = new Set(changes.map(({ domain }) => domain)).size;
  return { changed, compared, others: answered - compared };
}

/** What the file keeps of an update. @param account the start of its id @param atMs milliseconds since 1970 */
export function toLastCheck(account: string, atMs: number, updated: Updated): LastCheck {
  const technologies = countTechnologies(updated.changes);
  return { account, atMs, ...countCompanies(updated), technologies };
}

/** The counts of a technology in words, such as `4 adopted, 1 dropped`. */
export function toCountText({ adopted, dropped }: TechnologyCount): string {
  const counts = [[adopted, 'adopted'] as const, [dropped, 'dropped'] as const].filter(([companies]) => companies > 0);
  return counts.map(([companies, word]) => `${companies.toLocaleString('en-US')} ${word}`).join(', ');
}

/** The technologies that changed at most companies. */
export function countTechnologies(changes: readonly Change[]): readonly TechnologyCount[] {
  const counts = new Map<string, TechnologyCount>();
  for (const { kind, what, is } of changes) {
    if (kind !== 'technology' || is === 'changed') continue;
    const count = counts.get(what) ?? { name: what, adopted: 0, dropped: 0 };
    counts.set(what, { ...count, [is]: count[is] + 1 });
  }
  const total = ({ adopted, dropped }: TechnologyCount): number => adopted + dropped;
  return [...counts.values()]
    .sort((one, other) => total(other) - total(one) || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
    .slice(0, MOST_COUNTED);
}

/** Newest first; changes of one day stay in the order of the companies. */
export function newestFirst(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((one, other) => (one.seenOn === other.seenOn ? 0 : one.seenOn < other.seenOn ? 1 : -1));
}
