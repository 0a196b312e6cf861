import type { ColumnRead, GridBlock, SheetPort, RunMarks } from './ports';
import type { GridValue } from './cell-values';

/** Excel takes 5 MB in one call: https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization. */
const CELLS_AT_ONCE = 50_000;

/** What to read besides the cells' values. */
interface Besides {
  readonly formats?: boolean;
  readonly hidden?: boolean;
  readonly rich?: boolean;
  /** Marks to find with each part; `null`: none. */
  readonly marks?: RunMarks | null;
}

/**
 * Reads whole columns, in parts that every host can handle, together with marks. Looking for these before and after is
 * not enough: a column that is moved and moved back meanwhile leaves no trace, but the cells were read from another
 * one. Rows and columns count from 0.
 */
export async function readColumns(
  { sheet: cells }: { readonly sheet: Pick<SheetPort, 'read'> },
  sheet: string,
  row: number,
  rows: number,
  columns: readonly number[],
  { formats: withFormats = false, hidden: withHidden = false, rich: withRich = false, marks = null }: Besides = {},
): Promise<GridBlock> {
  const most = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, columns.length)));
  const blocks: GridBlock[] = [];
  for (let start = 0; start < rows; start += most) {
    const count = Math.min(most, rows - start);
    const part = { sheet, row: row + start, rows: count, columns };
    blocks.push(await cells.read({ ...part, withFormats, withHidden, withRich, marks }));
  }
  return joinBlocks(columns.length, blocks);
}

/**
 * The cells of the same columns in rows below each other.
 *
 * @param count how many columns
 */
export function joinBlocks(count: number, blocks: readonly GridBlock[]): GridBlock {
  if (blocks.length === 1) return blocks[0]!;
  const join = (offsetsIn: (block: GridBlock) => ReadonlySet<number> | undefined): ReadonlySet<number> => {
    const joined = new Set<number>();
    let start = 0;
    for (const block of blocks) {
      for (const offset of offsetsIn(block) ?? []) joined.add(start + offset);
      start += block.columns[0]?.values.length ?? 0;
    }
    return joined;
  };
  const columns = Array.from({ length: count }, (_column, at): ColumnRead => {
    const formats = blocks.map((block) => block.columns[at]!.formats);
    return {
      // Much quicker than cell by cell.
      values: ([] as GridValue[]).concat(...blocks.map((block) => block.columns[at]!.values)),
      formulas: join((block) => block.columns[at]!.formulas),
      merged: join((block) => block.columns[at]!.merged),
      formats: formats.every((each) => each !== null) ? ([] as string[]).concat(...formats) : null,
      rich: join((block) => block.columns[at]!.rich),
    };
  });
  return { columns, hidden: join(({ hidden }) => hidden), isInPlace: blocks.every(({ isInPlace }) => isInPlace) };
}
