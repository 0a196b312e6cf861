import type { Block } from '../../shared/freeze';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { cutOut, filledCells, type CellPlace, type Piece } from './write/piece';

/** Excel's answer has about 60 bytes for a cell, and Excel on the web carries 5 MB. */
const CELLS_AT_ONCE = 20_000;
const RANGES_AT_ONCE = 1_000;

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
  let asked: { readonly row: number; readonly column: number; readonly told: Told }[] = [];
  let cells = 0;
  const read = async (): Promise<void> => {
    await context.sync();
    for (const { row, column, told } of asked) {
      told.value.forEach((line, down) =>
        line.forEach(({ format }, right) => {
          if (format?.protection?.locked === true) locked.add(`${row + down} ${column + right}`);
        }),
      );
    }
    [asked, cells] = [[], 0];
  };
  for (const { row, column, rows, columns } of blocks.flatMap(cut)) {
    if (asked.length === RANGES_AT_ONCE || cells + rows * columns > CELLS_AT_ONCE) await read();
    const range = sheet.getRangeByIndexes(row, column, rows, columns);
    asked.push({ row, column, told: range.getCellProperties({ format: { protection: true } }) });
    cells += rows * columns;
  }
  if (asked.length > 0) await read();
  return locked;
}

type Told = ReturnType<ReturnType<ExcelWorksheet['getRangeByIndexes']>['getCellProperties']>;

/** Cuts a block by rows. */
function cut({ row, column, rows, columns }: Block): readonly Block[] {
  const most = Math.max(1, Math.floor(CELLS_AT_ONCE / columns));
  return Array.from({ length: Math.ceil(rows / most) }, (_part, at) => ({
    ...{ row: row + at * most, column, columns },
    rows: Math.min(most, rows - at * most),
  }));
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
