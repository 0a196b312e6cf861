import type { RunPorts, SheetInfo } from '../sheet/ports';
import type { Head } from '../journal/journal';
import {
  isWritten,
  lookedFor,
  sampleRows,
  scoreOf,
  type FoundColumns,
  type SampledRow,
  type Written,
} from './written-samples';

/** Of the few cells that are looked at, so many may have been edited. */
const MOST_EDITED = 2;

/**
 * Finds the columns of a table that has no titles: by the inputs and by what the run has written beside them. Before it has
 * written anything they are taken to stand where they did. `null`: the input is not certain.
 */
export async function findShifted(
  ports: RunPorts,
  head: Head,
  info: SheetInfo,
  written: Written,
): Promise<FoundColumns | null> {
  if (!written.records.some(isWritten)) return { head, lost: new Set(), header: null };
  const found = await findInput(ports, head, info, written);
  if (found === null) return null;
  const { input, rows } = found;
  const lost = new Set<number>();
  const taken = new Set([input]);
  const targets = head.targets.map((target, at) => {
    const column = columnOf(rows, at, target.column, taken, info.columns, written.mayBeUndone);
    if (column === null) lost.add(at);
    else taken.add(column);
    return { ...target, column: column ?? target.column };
  });
  // Where the input has moved, a column without anything to tell it by has moved too, and nobody knows where to.
  if (input !== head.input.column) {
    for (const at of targets.keys()) if (!rows.some(({ cells }) => cells[at] !== null)) lost.add(at);
  }
  const moved = { ...head, input: { ...head.input, column: input }, targets };
  return { head: moved, lost, header: toWitness(moved, rows) };
}

async function findInput(
  ports: RunPorts,
  { sheet, input: { column } }: Head,
  info: SheetInfo,
  written: Written,
): Promise<{ readonly input: number; readonly rows: readonly SampledRow[] } | null> {
  const there = await sampleRows(ports, sheet.id, info.columns, written, column);
  if (there.length > 0) return { input: column, rows: there };
  const moved = await lookedFor(ports, sheet.id, info.rows, written, column);
  const rows = await sampleRows(ports, sheet.id, info.columns, moved, column);
  if (rows.length > 0) return { input: column, rows };
  let found: { readonly input: number; readonly rows: readonly SampledRow[] } | null = null;
  for (let each = 0; each < info.columns; each += 1) {
    const some = await sampleRows(ports, sheet.id, info.columns, written, each);
    if (some.length === 0) continue;
    if (found !== null) return null;
    found = { input: each, rows: some };
  }
  return found;
}

/**
 * The column that holds what the run wrote: at its place, or as the only one to the right of it. To the left nothing moves
 * but by the deletion of a column, which may have been the run's own.
 */
function columnOf(
  rows: readonly SampledRow[],
  target: number,
  place: number,
  taken: ReadonlySet<number>,
  width: number,
  mayBeUndone: boolean,
): number | null {
  const scores = Array.from({ length: width }, (_column, column) =>
    scoreOf(rows.map(({ cells, values }) => ({ intent: cells[target] ?? null, value: values[column] ?? '' }))),
  );
  const isLikely = (column: number): boolean => {
    const { held, others } = scores[column]!;
    return !taken.has(column) && held > 0 && held >= others && others <= MOST_EDITED;
  };
  const likely = scores.flatMap((_score, column) => (isLikely(column) ? [column] : []));
  if (likely.includes(place)) return place;
  if (likely.length > 0) return likely.length === 1 && likely[0]! > place ? likely[0]! : null;
  const isAsked = rows.some(({ cells }) => cells[target] !== null);
  return (mayBeUndone || !isAsked) && !taken.has(place) && scores[place]!.others === 0 ? place : null;
}

/** A row in which the run's cells stand side by side: a host compares it as it would compare titles. */
function toWitness({ input, targets }: Head, rows: readonly SampledRow[]): FoundColumns['header'] {
  const heldIn = ({ cells, values }: SampledRow): readonly number[] =>
    targets.flatMap(({ column }, at) => {
      const { held } = scoreOf([{ intent: cells[at] ?? null, value: values[column] ?? '' }]);
      return held > 0 ? [column] : [];
    });
  let best: FoundColumns['header'] = null;
  for (const row of rows) {
    const columns = heldIn(row);
    if (columns.length + 1 <= (best?.titles.size ?? 1)) continue;
    const titles = [input.column, ...columns].map((column) => [column, String(row.values[column] ?? '')] as const);
    best = { row: row.row, titles: new Map(titles) };
  }
  return best;
}
