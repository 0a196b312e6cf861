import type { ColumnRead } from '../../../shared/ports';
import type { ExcelContext, ExcelWorksheet } from '../../excel-api';
import { supportsExcelApi } from '../../office';

/** The answer contains the fonts of each text run, and Excel on the web carries 5 MB at once. */
const CELLS_AT_ONCE = 5_000;

/**
 * For each column, the offsets of texts with partly different fonts. Writing over such a text loses its fonts. Excel
 * reports them since ExcelApi 1.18, except in some builds (https://github.com/OfficeDev/office-js/issues/6131), where
 * no text counts as one.
 */
export async function findRich(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  { row, columns }: { readonly row: number; readonly columns: readonly number[] },
  reads: readonly ColumnRead[],
): Promise<readonly ReadonlySet<number>[]> {
  if (!supportsExcelApi('1.18')) return reads.map(() => new Set());
  const found: ReadonlySet<number>[] = [];
  for (const [at, { values, formulas }] of reads.entries()) {
    const texts = values.flatMap((value, offset) => (isText(value) && !formulas.has(offset) ? [offset] : []));
    const rich = new Set<number>();
    for (const { start, count } of askedSpans(texts)) {
      const asked = sheet.getRangeByIndexes(row + start, columns[at]!, count, 1).getCellProperties({ textRuns: true });
      await context.sync();
      for (const [offset, [cell]] of asked.value.entries()) {
        if ((cell?.textRuns?.length ?? 0) > 1) rich.add(start + offset);
      }
    }
    found.push(rich);
  }
  return found;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** Spans that cover some offsets, as few as one request may contain. */
function askedSpans(offsets: readonly number[]): readonly { readonly start: number; readonly count: number }[] {
  const spans: { start: number; count: number }[] = [];
  for (const offset of offsets) {
    const last = spans[spans.length - 1];
    if (last !== undefined && offset < last.start + CELLS_AT_ONCE) last.count = offset - last.start + 1;
    else spans.push({ start: offset, count: 1 });
  }
  return spans;
}
