import { withoutMore } from '../../functions/shared-partners';

export interface Bar {
  readonly name: string;
  readonly rows: number;
}

/**
 * The most common values of a column of lists, for a bar chart. Each cell counts a value once. Cells such as `none` do
 * not count.
 *
 * @param cells values joined with commas, as the run writes them
 * @param known values that may contain commas, as the service returned them
 */
export function mostCommon(
  cells: readonly unknown[],
  most = 20,
  known: ReadonlySet<string> = new Set(),
): readonly Bar[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell === 'none' || cell === 'not tracked') continue;
    const names = valuesIn(withoutMore(cell), known);
    for (const name of new Set(names)) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, rows]) => ({ name, rows }))
    .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}

/** A legal form alone is no company: it is the end of the name before it. */
const FORM_ALONE = /^(inc|llc|ltd|limited|corp|co|gmbh|plc|lp|llp|s\.?a|b\.?v|n\.?v|a\.?g|s\.?p\.?a|s\.?r\.?l)\.?$/i;
const MOST_PARTS = 6;

/** Splits a cell into values: as many neighboring parts as possible that form one known value stay together. */
function valuesIn(list: string, known: ReadonlySet<string>): readonly string[] {
  const parts = list.split(', ');
  const values: string[] = [];
  for (let at = 0; at < parts.length;) {
    let count = Math.min(MOST_PARTS, parts.length - at);
    while (count > 1 && !known.has(parts.slice(at, at + count).join(', '))) count -= 1;
    if (count === 1 && !known.has(parts[at]!)) while (FORM_ALONE.test(parts[at + count] ?? '')) count += 1;
    values.push(parts.slice(at, at + count).join(', '));
    at += count;
  }
  return values;
}
