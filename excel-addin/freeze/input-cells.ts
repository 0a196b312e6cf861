import { readReferences, rowOf, valueAt, type Block, type SheetCells } from '../../shared/freeze';

/** A formula in a cell. */
export interface Asked extends Pick<Block, 'row' | 'column'> {
  readonly formula: string;
  readonly plain?: string;
}

/** The single cells of their own sheet that formulas refer to. Sorted rows have the same formulas, and other inputs. */
export function inputsOf(cells: readonly Asked[]): readonly Block[] {
  const found = new Map<string, Block>();
  for (const { row, formula, plain = formula } of cells) {
    for (const [sheet, first, last] of readReferences(plain, row)) {
      const at = rowOf(first, row);
      if (sheet !== '' || last !== null || at === null) continue;
      found.set(`${at} ${first[0]}`, { row: at, column: first[0], rows: 1, columns: 1 });
    }
  }
  return [...found.values()];
}

/**
 * Whether the inputs of a formula hold what they held, as far as they were read again and are no formulas.
 *
 * @param isLeftOut cells that change by what is written; rows and columns count from 0
 */
export function hasInputs(
  now: SheetCells,
  before: SheetCells,
  cell: Asked,
  isLeftOut: (row: number, column: number) => boolean = () => false,
): boolean {
  return inputsOf([cell]).every(
    ({ row, column }) =>
      now.formulas[row]?.[column] !== '' ||
      isLeftOut(row, column) ||
      valueAt(now, row, column) === valueAt(before, row, column),
  );
}
