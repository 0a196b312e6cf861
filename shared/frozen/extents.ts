import { reachOf } from './reach';
import { formulaAt, valueAt, type Block, type SheetCells } from './sheet-cells';

type Place = Pick<Block, 'row' | 'column'>;

/**
 * Finds which cells each formula fills, for hosts that do not say: the cells that are blank while the formulas are out.
 *
 * @param before with the formulas
 * @param after without them
 * @param cells where the formulas were
 * @returns one block for each formula; `null` where it is in doubt
 */
export function findExtents(before: SheetCells, after: SheetCells, cells: readonly Place[]): readonly (Block | null)[] {
  const hasGone = (row: number, column: number): boolean =>
    formulaAt(before, row, column) === '' && valueAt(before, row, column) !== '' && valueAt(after, row, column) === '';
  /** A table covers neither a formula nor a cell that kept its value. */
  const isFree = (row: number, column: number): boolean =>
    formulaAt(before, row, column) === '' && (valueAt(before, row, column) === '' || hasGone(row, column));
  /** The blank cells among those that a table starting here may fill. */
  const goneFrom = (cell: Place): readonly Place[] =>
    reachOf(before, cell, isFree).flatMap((step) => placesIn(step, hasGone));
  const isBlock = (block: Block): boolean =>
    placesIn(block, (row, column) => !isFree(row, column)).every((each) => keyOf(each) === keyOf(block));

  const gone = cells.map(goneFrom);
  const claims = new Map<string, number>();
  for (const each of gone.flat()) claims.set(keyOf(each), (claims.get(keyOf(each)) ?? 0) + 1);
  const blocks = cells.map((cell, at) => {
    const block = boxOf(cell, gone[at]!);
    return isBlock(block) && gone[at]!.every((each) => claims.get(keyOf(each)) === 1) ? block : null;
  });

  // Any other blank cell belongs to a formula that stayed and depends on these, or to an unknown one.
  const known = new Set(gone.flatMap((some, at) => (blocks[at] ? some.map(keyOf) : [])));
  const all: Block = { row: 0, column: 0, rows: before.values.length, columns: before.values[0]?.length ?? 0 };
  const others = placesIn(all, hasGone).filter((each) => !known.has(keyOf(each)));
  if (others.length === 0) return blocks;
  const areOut = new Set(cells.filter((_cell, at) => blocks[at]).map(keyOf));
  const staying = placesIn(
    all,
    (row, column) => formulaAt(before, row, column) !== '' && !areOut.has(`${row} ${column}`),
  );
  const theirs = new Set(staying.flatMap(goneFrom).map(keyOf));
  const unclear = others.filter((each) => !theirs.has(keyOf(each)));
  return blocks.map((block) =>
    block && unclear.some(({ row, column }) => row >= block.row && column >= block.column) ? null : block,
  );
}

function placesIn(
  { row, column, rows, columns }: Block,
  isOne: (row: number, column: number) => boolean,
): readonly Place[] {
  const found: Place[] = [];
  for (let down = row; down < row + rows; down += 1) {
    for (let right = column; right < column + columns; right += 1) {
      if (isOne(down, right)) found.push({ row: down, column: right });
    }
  }
  return found;
}

/** The smallest block that starts at a cell and holds the others. */
function boxOf({ row, column }: Place, others: readonly Place[]): Block {
  let [rows, columns] = [1, 1];
  for (const each of others) {
    rows = Math.max(rows, each.row - row + 1);
    columns = Math.max(columns, each.column - column + 1);
  }
  return { row, column, rows, columns };
}

function keyOf({ row, column }: Place): string {
  return `${row} ${column}`;
}
