import type { Block } from '../../shared/freeze';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { cutBlock, inCalls } from './in-portions';
import { cutOut, filledCells, type CellPlace, type Piece } from './write/piece';

/** What remains of pieces without their locked cells. */
interface Unlocked {
  readonly open: readonly Piece[];
  /** The locked cells among those to write. */
  readonly locked: readonly CellPlace[];
}

/**
 * Which cells are locked, as `row column`. This only matters in a protected sheet. Cells that only some users may
 * edit count too.
 */
export async function readLocked(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  blocks: readonly Block[],
): Promise<ReadonlySet<string>> {
  const locked = new Set<string>();
  for (const some of inCalls(blocks.flatMap(cutBlock))) {
    const asked = some.map(({ row, column, rows, columns }) => {
      const range = sheet.getRangeByIndexes(row, column, rows, columns);
      return { row, column, told: range.getCellProperties({ format: { protection: true } }) };
    });
    await context.sync();
    for (const { row, column, told } of asked) {
      told.value.forEach((line, down) =>
        line.forEach(({ format }, right) => {
          if (format?.protection?.locked === true) locked.add(`${row + down} ${column + right}`);
        }),
      );
    }
  }
  return locked;
}

export async function splitByLock(context: ExcelContext, id: string, pieces: readonly Piece[]): Promise<Unlocked> {
  const areas = pieces.map(({ row, column, entries }) => ({
    ...{ row, column, rows: entries.length, columns: entries[0]!.length },
  }));
  const found = await readLocked(context, context.workbook.worksheets.getItem(id), areas);
  const isLockedAt = ({ row, column }: CellPlace): boolean => found.has(`${row} ${column}`);
  const open = pieces.flatMap((piece) =>
    cutOut(
      piece,
      piece.entries.map((cells, down) =>
        cells.map((_entry, right) => isLockedAt({ row: piece.row + down, column: piece.column + right })),
      ),
    ),
  );
  return { open, locked: pieces.flatMap(filledCells).filter(isLockedAt) };
}
