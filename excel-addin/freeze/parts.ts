import { mergeBlocks, type Block } from '../../shared/freeze';
import { excelCodeOf, isOfWorkbook } from '../bulk/on-workbook';
import type { ExcelContext } from '../excel-api';

const CELLS_AT_ONCE = 20_000;
const OBJECTS_PER_SYNC = 500;

export interface Part extends Block {
  /** One formula fills all of it. */
  readonly isTable: boolean;
}

/** Single cells below each other together, and tables each by itself. */
export function partsOf(blocks: readonly Block[]): readonly Part[] {
  const isTable = ({ rows, columns }: Block): boolean => rows * columns > 1;
  const toPart = ({ row, column, rows, columns }: Block, table: boolean): Part => ({
    ...{ row, column, rows, columns },
    isTable: table,
  });
  return [
    ...mergeBlocks(blocks.filter((block) => !isTable(block))).map((run) => toPart(run, false)),
    ...blocks.filter(isTable).map((block) => toPart(block, true)),
  ];
}

/** As many at a time as one request carries. */
export function* inCalls<T extends Block>(parts: readonly T[]): Generator<readonly T[]> {
  let open: T[] = [];
  let cells = 0;
  for (const part of parts) {
    const size = part.rows * part.columns;
    if (open.length > 0 && (open.length === OBJECTS_PER_SYNC || cells + size > CELLS_AT_ONCE)) {
      yield open;
      [open, cells] = [[], 0];
    }
    open.push(part);
    cells += size;
  }
  if (open.length > 0) yield open;
}

/**
 * Writes parts in few requests. Where Excel refuses one, its halves are tried, so that a refused cell takes no other
 * along. What was written is seen by reading it again.
 *
 * @param queue what writes a part at the next sync. Again: a request that was refused may have written it already, and
 *   told nothing of it
 * @returns what was queued for the parts that Excel has not refused
 */
export async function writeParts<T>(
  context: ExcelContext,
  parts: readonly Part[],
  queue: (part: Part, isAgain: boolean) => T,
): Promise<readonly T[]> {
  const done: T[] = [];
  const tryParts = async (some: readonly Part[], isAgain: boolean): Promise<void> => {
    try {
      context.workbook.application.suspendApiCalculationUntilNextSync();
      const queued = some.map((part) => queue(part, isAgain));
      await context.sync();
      done.push(...queued);
    } catch (thrown) {
      if (excelCodeOf(thrown) === '' || isOfWorkbook(thrown)) throw thrown;
      for (const less of cut(some)) await tryParts(less, true);
    }
  };
  for (const some of inCalls(parts)) await tryParts(some, false);
  return done;
}

/** Whether a block begins in a part. */
export function isWithin({ row, column }: Block, part: Block): boolean {
  return column >= part.column && column < part.column + part.columns && row >= part.row && row < part.row + part.rows;
}

/** Nothing where only one formula is left. */
function cut(parts: readonly Part[]): readonly (readonly Part[])[] {
  const [only] = parts;
  if (parts.length > 1) {
    const middle = Math.ceil(parts.length / 2);
    return [parts.slice(0, middle), parts.slice(middle)];
  }
  if (only === undefined || only.isTable || only.rows < 2) return [];
  const half = Math.ceil(only.rows / 2);
  return [[{ ...only, rows: half }], [{ ...only, row: only.row + half, rows: only.rows - half }]];
}
