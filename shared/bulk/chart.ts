import { withoutMore } from './shared-partners';

export interface Bar {
  readonly name: string;
  readonly companies: number;
}

/**
 * The most common values of a column of lists, for a bar chart. Each cell counts a value once; cells that say that there is
 * nothing count nothing.
 *
 * @param cells joined with commas, as the run has written them
 */
export function mostCommon(cells: readonly unknown[], most = 20): readonly Bar[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell === 'none' || cell === 'not tracked') continue;
    const names = withoutMore(cell).split(', ');
    for (const name of new Set(names)) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, companies]) => ({ name, companies }))
    .sort((a, b) => b.companies - a.companies || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}
