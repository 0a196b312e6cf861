import type { RecordRow } from './sheet/ports';
import { rowsWithoutInput, type Reading } from './reading';
import { isSame, toStood, valueIn, type Stood } from './record/before';
import { EnrichmentRecord } from './record/enrichment-record';
import { headToText, type Head } from './record/head';
import { ABOUT, COLUMN_TITLES, toRows, type Line } from './record/lines';

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
  const inputs = toLines(head, reading, new Set(selected));
  const known = [...texts].map(([name, text]): Line => ({ is: 'known', name, text }));
  const lines = [...inputs, ...known];
  // The other columns are needed, and were read, only if rows of one input differ.
  const isMixed = inputs.some(({ before }) => before.beside.length > 0);
  const told = isMixed ? head : { ...head, others: [] };
  const record = new EnrichmentRecord(told, lines);
  return { record, rows: [[headToText(told), ABOUT], COLUMN_TITLES, ...lines.flatMap(toRows)] };
}

type InputLine = Extract<Line, { readonly is: 'input' }>;

function toLines({ targets }: Head, reading: Reading, isSelected: ReadonlySet<number>): readonly InputLine[] {
  const areNew = targets.every(({ isNew }) => isNew);
  const stoodIn = (row: number): readonly Stood[] =>
    targets.map(({ isNew }, at) => {
      const { values, formulas, formats } = reading.targets[at]!;
      // A formula stays whatever happens, and its value may change.
      return isNew ? '' : toStood(formulas.has(row) ? '' : values[row]!, formats?.[row] ?? '');
    });
  const lines: InputLine[] = [];
  for (const [text, places] of reading.rowsByText) {
    const selected = places.filter((row) => isSelected.has(row)).length;
    const isPartial = selected > 0 && selected < places.length;
    if (areNew && selected === 0) continue;
    const isNothing = areNew && !isPartial;
    const rows = isNothing ? [] : places.map((row) => [...stoodIn(row), ...(isPartial ? [isSelected.has(row)] : [])]);
    const areAlike = rows.every((row) => row.every((stood, at) => isSame(stood, rows[0]![at]!)));
    const beside = areAlike ? [] : places.map((row) => reading.beside[row] ?? '');
    lines.push({ is: 'input', text, before: { selected, rows, beside } });
  }
  const unnamed = areNew ? [] : rowsWithoutInput(reading).map(stoodIn);
  const rows = unnamed.filter((row) => row.some((stood) => valueIn(stood) !== ''));
  if (rows.length > 0) lines.push({ is: 'input', text: '', before: { selected: 0, rows, beside: [] } });
  return lines;
}
