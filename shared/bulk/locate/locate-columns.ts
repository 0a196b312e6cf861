import type { RunPorts, SheetInfo } from '../sheet/ports';
import type { Head } from '../journal/journal';
import {
  isForeign,
  isWritten,
  lookedFor,
  sampleRows,
  scoreOf,
  type FoundColumns,
  type SampledRow,
  type Written,
} from './written-samples';

export type { FoundColumns } from './written-samples';
import { readColumns } from '../sheet/read-columns';
import { findShifted } from './locate-untitled';
import { resolveTitle, type Twins } from '../plan/same-titles';
import type { GridValue } from '../sheet/cell-values';

/** How far below its place a row of titles is looked for. */
const SEARCHED_ROWS = 200;
/** Columns that may have been added since the sheet told how many it has. */
const SPARE_COLUMNS = 2;

/**
 * Finds the columns of a run: by their titles, as many of which have to stand in the order of the plan, and where that is
 * not enough by what the run has written. What could be a person's own column is not taken. `null`: not even the input is
 * certain.
 */
export async function findColumns(
  ports: RunPorts,
  head: Head,
  info: SheetInfo,
  written: Written,
): Promise<FoundColumns | null> {
  const width = Math.max(info.columns, ...[head.input, ...head.targets].map(({ column }) => column + 1));
  if (head.headerRow === null) return await findShifted(ports, head, { ...info, columns: width }, written);
  const row = await findTitles(ports, head, head.headerRow, { ...info, columns: width });
  if (row === null) return null;
  const titles = [head.input, ...head.targets];
  const resolved = titles.map(({ title }, at) => resolveTitle(row.values, title, head.twins[at]!));
  const certain = resolved.map(({ column }) => column);
  const isPlain = titles.every(({ column }, at) => certain[at] === column && isAlone(head.twins[at]!));
  if (certain[0] === null) return null;
  if (!isPlain) {
    // A column may have come since the sheet told how many it has.
    const read = Math.max(width, row.values.length);
    const rows = await samplesAt(ports, head, info.rows, read, written, certain[0]!);
    for (const [target, { columns }] of resolved.slice(1).entries()) {
      certain[target + 1] = judge(rows, target, columns, certain[target + 1]!, {
        place: head.targets[target]!.column,
        mayBeUndone: written.mayBeUndone,
      });
    }
  }
  const lost = new Set<number>();
  const targets = head.targets.map((target, at) => {
    const column = certain[at + 1] ?? null;
    if (column === null) lost.add(at);
    return { ...target, column: column ?? target.column };
  });
  const found = { ...head, headerRow: row.row, input: { ...head.input, column: certain[0]! }, targets };
  return { head: found, lost, header: { row: row.row, titles: row.texts } };
}

function isAlone({ before, after }: Twins): boolean {
  return before + after === 0;
}

interface TitleRow {
  readonly row: number;
  readonly values: readonly GridValue[];
  /** Those that no formula makes, which could change by themselves. */
  readonly texts: ReadonlyMap<number, string>;
}

/** The row of titles at its place if its input is there, else the nearest one that has all of them. */
async function findTitles(ports: RunPorts, head: Head, headerRow: number, info: SheetInfo): Promise<TitleRow | null> {
  const { sheet, input, targets, twins } = head;
  const all = Array.from({ length: info.columns + SPARE_COLUMNS }, (_column, index) => index);
  const [first] = await readTitles(ports, sheet.id, headerRow, 1, all);
  if (first?.values.slice(info.columns).some((value) => value !== '') === true) {
    return await findTitles(ports, head, headerRow, { ...info, columns: info.columns + SPARE_COLUMNS });
  }
  if (first !== undefined && resolveTitle(first.values, input.title, twins[0]!).columns.length > 0) return first;
  const rows = await readTitles(ports, sheet.id, 0, Math.min(info.rows, headerRow + SEARCHED_ROWS), all);
  const countOf = ({ values }: TitleRow): number =>
    [input, ...targets].filter(({ title }, at) => resolveTitle(values, title, twins[at]!).column !== null).length;
  const whole = rows.filter((row) => countOf(row) === 1 + targets.length);
  whole.sort((a, b) => Math.abs(a.row - headerRow) - Math.abs(b.row - headerRow));
  return whole[0] ?? null;
}

export async function readTitles(
  ports: RunPorts,
  sheet: string,
  from: number,
  rows: number,
  columns: readonly number[],
): Promise<readonly TitleRow[]> {
  const block = await readColumns(ports, sheet, from, rows, columns);
  return Array.from({ length: rows }, (_row, offset) => {
    const values = block.columns.map((column) => column.values[offset] ?? '');
    // The first blank one after them tells that none has come in on their left.
    const last = values.reduce((most: number, value, index) => (value === '' ? most : index), -1);
    const isText = (value: GridValue, index: number): boolean =>
      typeof value === 'string' && (value !== '' || index === last + 1) && !block.columns[index]!.formulas.has(offset);
    const texts = values.flatMap((value, index) => (isText(value, index) ? [[columns[index]!, String(value)]] : []));
    return { row: from + offset, values, texts: new Map(texts as [number, string][]) };
  });
}

/** @param input where the inputs stand */
async function samplesAt(
  ports: RunPorts,
  { sheet }: Head,
  rows: number,
  width: number,
  written: Written,
  input: number,
): Promise<readonly SampledRow[]> {
  const samples = await sampleRows(ports, sheet.id, width, written, input);
  if (samples.length > 0 || !written.records.some(isWritten)) return samples;
  return await sampleRows(ports, sheet.id, width, await lookedFor(ports, sheet.id, rows, written, input), input);
}

/**
 * @param columns that have the title
 * @param column the one that it is by their order; `null`: there are more of them than there were
 * @param place where it stood
 * @param mayBeUndone then what is left of what the run wrote says little
 */
function judge(
  rows: readonly SampledRow[],
  target: number,
  columns: readonly number[],
  column: number | null,
  { place, mayBeUndone }: { readonly place: number; readonly mayBeUndone: boolean },
): number | null {
  const scores = new Map(
    columns.map((each) => [
      each,
      scoreOf(rows.map(({ cells, values }) => ({ intent: cells[target] ?? null, value: values[each] ?? '' }))),
    ]),
  );
  const heldBy = (each: number): number => scores.get(each)!.held;
  if (column !== null) {
    const hasRival = !mayBeUndone && columns.some((each) => heldBy(each) > heldBy(column));
    const { held, others } = scores.get(column)!;
    return isForeign({ held, others }) || (column !== place && held < others) || hasRival ? null : column;
  }
  const [best, next] = [...columns].sort((a, b) => heldBy(b) - heldBy(a));
  if (best === undefined || next === undefined || mayBeUndone) return null;
  const isCertain = heldBy(best) > 0 && heldBy(best) > scores.get(best)!.others && heldBy(next) * 2 < heldBy(best);
  return isCertain ? best : null;
}
