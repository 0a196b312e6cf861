import type { RecordRow } from './sheet/ports';
import { rowsByText, type Reading } from './reading';
import { EnrichmentRecord } from './record/enrichment-record';
import { headToText, type Head } from './record/head';
import { ABOUT, COLUMN_TITLES, toRows, type Line, type Stood } from './record/lines';
import { areEqual } from './stood-there';

/**
 * A record of what was selected and of what existing columns contain, for every input of the whole column, because
 * rows may get the same input later.
 *
 * @param selected rows of the sheet
 * @param texts answers that are known
 */
export function newRecord(
  head: Head,
  reading: Reading,
  selected: readonly number[],
  texts: ReadonlyMap<string, string> = new Map(),
): { readonly record: EnrichmentRecord; readonly rows: readonly RecordRow[] } {
  const { lines: read, isMixed } = toLines(head, reading, selected);
  const known = [...texts].map(([name, text]): Line => ({ is: 'known', name, text }));
  const lines = [...read, ...known];
  // The other columns are needed, and were read, only if rows of one input differ.
  const told = isMixed || head.others.length === 0 ? head : { ...head, others: [] };
  const record = new EnrichmentRecord(told, lines);
  return { record, rows: [[headToText(told), ABOUT], COLUMN_TITLES, ...lines.flatMap(toRows)] };
}

function toLines(
  { targets }: Head,
  reading: Reading,
  selected: readonly number[],
): { readonly lines: readonly Line[]; readonly isMixed: boolean } {
  const isSelected = new Set(selected);
  const planned: Line[] = [];
  const before: Line[] = [];
  let isMixed = false;
  for (const [text, rows] of rowsByText(reading)) {
    const note = (target: number, values: readonly Stood[]): void => {
      const isEqual = areEqual(values);
      isMixed ||= !isEqual;
      const beside = isEqual ? [] : rows.map((row) => reading.beside[row] ?? '');
      before.push({ is: 'before', text, target, before: { values, beside } });
    };
    for (const [at, { isNew }] of targets.entries()) {
      const { values, formats } = reading.targets[at]!;
      if (!isNew) {
        note(
          at,
          rows.map((row): Stood => [values[row]!, formats?.[row] ?? '']),
        );
      }
    }
    const count = rows.filter((row) => isSelected.has(row)).length;
    if (count > 0) planned.push({ is: 'planned', text, count });
    if (count > 0 && count < rows.length) {
      note(
        targets.length,
        rows.map((row): Stood => [isSelected.has(row), '']),
      );
    }
  }
  return { lines: [...planned, ...before], isMixed };
}
