import { placesOf, type Block, type SheetCells } from '../../shared/freeze';
import { inputsOf, type Asked as AskedFormula } from './input-cells';

/** Each is a range of its own, unless it stands below the one before it. */
const RANGES_AT_ONCE = 500;
const CELLS_AT_ONCE = 20_000;
/** Of values and formulas: three bytes each at most, and Excel tells a value twice. Excel on the web carries 5 MB. */
const CHARACTERS_AT_ONCE = 700_000;

type Asked = Block & AskedFormula;

/**
 * Works on as many blocks at a time as one request carries, so that little time passes between the look at a cell and the
 * writing.
 *
 * @param before as the cells were read
 * @returns what it returned for each block
 */
export async function inBatches<T extends Asked, A>(
  before: SheetCells,
  blocks: readonly T[],
  work: (some: readonly T[]) => Promise<readonly A[]>,
): Promise<readonly A[]> {
  const answers = new Map<T, A>();
  for (const some of batchesOf(before, blocks)) {
    const told = await work(some);
    for (const [at, block] of some.entries()) answers.set(block, told[at]!);
  }
  return blocks.map((block) => answers.get(block)!);
}

/** Whether its values, told twice, may be too much for one request. */
export function isTooLong(before: SheetCells, block: Block): boolean {
  return charactersOf(before, block) > CHARACTERS_AT_ONCE;
}

function* batchesOf<T extends Asked>(before: SheetCells, blocks: readonly T[]): Generator<readonly T[]> {
  let open: T[] = [];
  let [ranges, cells, characters] = [0, 0, 0];
  for (const block of [...blocks].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = open[open.length - 1];
    const isBelow = last?.column === block.column && last.row + 1 === block.row && last.rows * last.columns === 1;
    const count = block.rows * block.columns;
    const told = [block, ...inputsOf([block])].map((each) => charactersOf(before, each));
    const length = told.reduce((sum, each) => sum + each, block.formula.length);
    const isFull =
      (ranges === RANGES_AT_ONCE && !isBelow) ||
      cells + count > CELLS_AT_ONCE ||
      characters + length > CHARACTERS_AT_ONCE;
    if (isFull && open.length > 0) {
      yield open;
      open = [];
      [ranges, cells, characters] = [0, 0, 0];
    }
    ranges += isBelow && open.length > 0 ? 0 : 1;
    cells += count;
    characters += length;
    open.push(block);
  }
  if (open.length > 0) yield open;
}

function charactersOf({ values }: SheetCells, block: Block): number {
  return placesOf(block).reduce((sum, [row, column]) => sum + String(values[row]?.[column] ?? '').length, 0);
}
