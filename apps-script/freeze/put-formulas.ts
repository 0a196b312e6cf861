import { mergeBlocks, placesOf, stands, type Block, type ToRestore } from '../../shared/freeze';
import { rangeOf, readCells, type ReadSheet } from './read-cells';
import { inHalves, writeApart } from './write-apart';

/** Enters formulas where the values still are that were read, and clears what else they fill. Returns for each whether it is done. */
export function putFormulas(before: ReadSheet, cells: readonly ToRestore[]): readonly boolean[] {
  const { sheet } = before;
  const now = readCells(sheet, undefined, before);
  const isReady = cells.map((cell) => stands(now, before, cell));
  const ready = cells.filter((_cell, at) => isReady[at]);
  const formulas = new Map(ready.map(({ row, column, formula }) => [`${row} ${column}`, formula]));
  // The formula first: it has no room yet, and no value is gone wherever this ends.
  const enter = (run: Block): void => {
    const { row, column, rows } = run;
    const texts = Array.from({ length: rows }, (_row, down) => [formulas.get(`${row + down} ${column}`)!]);
    rangeOf(sheet, run).setFormulas(texts);
  };
  writeApart(mergeBlocks(ready.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }))), enter, inHalves);
  const entered = readCells(sheet, undefined, before);
  const isDone = cells.map(({ row, column }, at) => isReady[at]! && entered.formulas[row]?.[column] !== '');
  const others = cells.flatMap((cell, at) => (isDone[at] ? placesOf(cell).slice(1) : []));
  const ours = others.filter(
    ([row, column]) =>
      entered.formulas[row]?.[column] === '' && entered.values[row]?.[column] === before.values[row]?.[column],
  );
  const left = mergeBlocks(ours.map(([row, column]) => ({ row, column, rows: 1, columns: 1 })));
  writeApart(left, (run) => rangeOf(sheet, run).setValues(Array.from({ length: run.rows }, () => [''])), inHalves);
  return isDone;
}
