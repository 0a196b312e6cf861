import { fillsOneCell } from './one-cell';
import type { OutOfCells } from './out-of-cells';
import type { ToFreeze } from './plan-freeze';
import type { Block, SheetCells } from './sheet-cells';

/** A small number, so that formulas are out of their cells only for a moment. */
const WIDE_AT_ONCE = 200;
const KNOWN_AT_ONCE = 5_000;

type KnownBlocks = ReadonlyMap<ToFreeze, Block>;

/**
 * @param takesOut set where the host takes formulas out of their cells to see what they fill
 * @returns parts with the cells that each formula fills; `null`: the host has to find them
 */
export function inParts(
  sheet: SheetCells,
  cells: readonly ToFreeze[],
  takesOut: OutOfCells | null,
): readonly (readonly [known: KnownBlocks | null, part: readonly ToFreeze[]])[] {
  const known = new Map<ToFreeze, Block>();
  for (const cell of cells) {
    const isOne = fillsOneCell(cell.plain ?? cell.formula);
    const block = isOne
      ? { row: cell.row, column: cell.column, rows: 1, columns: 1 }
      : takesOut?.knownBlock(sheet, cell);
    if (block) known.set(cell, block);
  }
  const wide = cells.filter((cell) => !known.has(cell));
  const groups = takesOut?.inGroups(sheet, wide) ?? [wide];
  return [
    ...slices([...known.keys()], KNOWN_AT_ONCE, known),
    ...groups.flatMap((group) => slices(group, WIDE_AT_ONCE, null)),
  ];
}

function slices(
  cells: readonly ToFreeze[],
  size: number,
  known: KnownBlocks | null,
): readonly (readonly [KnownBlocks | null, readonly ToFreeze[]])[] {
  const count = Math.ceil(cells.length / size);
  return Array.from({ length: count }, (_part, at) => [known, cells.slice(at * size, (at + 1) * size)]);
}
