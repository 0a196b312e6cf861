import { hasSameInputs, placesOf, stands, type Block, type SheetCells, type ToFreeze } from '../../shared/freeze';

/** Whether a formula with its value, or its placeholder, stands beside the inputs that it had. */
export function isInPlace(now: SheetCells, before: SheetCells, cell: ToFreeze, placeholder?: string): boolean {
  const { row, column, formula } = cell;
  const isThere =
    placeholder === undefined
      ? now.formulas[row]?.[column] === formula && now.values[row]?.[column] === before.values[row]?.[column]
      : now.values[row]?.[column] === placeholder && now.formulas[row]?.[column] === '';
  return isThere && hasSameInputs(formula, [before, row], [now, row]);
}

/** Whether all that a formula fills is what it was. */
export function isUnchanged(now: SheetCells, before: SheetCells, block: Block): boolean {
  return placesOf(block).every(([row, column], at) =>
    at === 0
      ? now.values[row]?.[column] === before.values[row]?.[column]
      : stands(now, before, { row, column, rows: 1, columns: 1 }),
  );
}

/** Whether nothing stands where the table of a formula was that is out, but its placeholder. */
export function isFree({ formulas, values }: SheetCells, block: Block): boolean {
  return placesOf(block).every(
    ([row, column], at) => at === 0 || `${formulas[row]?.[column] ?? ''}${values[row]?.[column] ?? ''}` === '',
  );
}
