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
 * @param queue asks for a part to be written at the next sync
 */
export async function writeParts(
  context: ExcelContext,
  parts: readonly Part[],
  queue: (part: Part) => void,
): Promise<void> {
  const tryParts = async (some: readonly Part[]): Promise<void> => {
    try {
      context.workbook.application.suspendApiCalculationUntilNextSync();
      some.forEach(queue);
      await context.sync();
    } catch (thrown) {
      if (excelCodeOf(thrown) === '' || isOfWorkbook(thrown)) throw thrown;
      for (const less of cut(some)) await tryParts(less);
    }
  };
  for (const some of inCalls(parts)) await tryParts(some);
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
