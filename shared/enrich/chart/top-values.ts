import { NONE, NOT_TRACKED } from '../../cells/table';
import { withoutMore } from '../../functions/bodies/shared-partners';

export interface Bar {
  readonly name: string;
  readonly rows: number;
}

/** How to split a column's cells into values. */
export interface CellReader {
  /** Whether cells contain lists, joined with commas as enrichments write them; otherwise each is one value. */
  readonly isList: boolean;
  /** Values that may contain commas, as the service returned them. */
  readonly known: ReadonlySet<string>;
}

const LISTS: CellReader = { isList: true, known: new Set() };

/** The values of a cell, each once; empty for cells such as `none`. */
export function valuesOf(cell: unknown, { isList, known }: CellReader): ReadonlySet<string> {
  if (typeof cell !== 'string' || cell === NONE || !isAnswered(cell)) return new Set();
  return new Set((isList ? valuesIn(withoutMore(cell), known) : [cell]).filter((name) => name !== ''));
}

/** Whether the cell says something about its company. */
export function isAnswered(cell: unknown): boolean {
  return cell !== '' && cell !== NOT_TRACKED;
}

/** The most common values of a column, for a bar chart. */
export function mostCommon(cells: readonly unknown[], most = 20, reader = LISTS): readonly Bar[] {
  const counts = new Map<string, number>();
  for (const cell of cells) for (const name of valuesOf(cell, reader)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, rows]) => ({ name, rows }))
    .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}

/** A legal form alone is not a company: it ends the name before it. */
const FORM_ALONE = /^(inc|llc|ltd|limited|corp|co|gmbh|plc|lp|llp|s\.?a|b\.?v|n\.?v|a\.?g|s\.?p\.?a|s\.?r\.?l)\.?$/i;
const MOST_PARTS = 6;

/** Splits a cell into values: as many neighboring parts as possible that form one known value stay together. */
function valuesIn(list: string, known: ReadonlySet<string>): readonly string[] {
  const pieces = list.split(', ');
  const values: string[] = [];
  for (let at = 0; at < pieces.length;) {
    let count = Math.min(MOST_PARTS, pieces.length - at);
    while (count > 1 && !known.has(pieces.slice(at, at + count).join(', '))) count -= 1;
    if (count === 1 && !known.has(pieces[at]!)) while (FORM_ALONE.test(pieces[at + count] ?? '')) count += 1;
    values.push(pieces.slice(at, at + count).join(', '));
    at += count;
  }
  return values;
}
