import {
  formulaAt,
  isUnchanged,
  mergeBlocks,
  placesOf,
  type Back,
  type Block,
  type ToEnter,
} from '../../shared/freeze';
import { findProtected } from '../bulk/protected-cells';
import { rangeOf, readCells, type ReadSheet } from './read-cells';
import { inHalves, writeApart } from './write-apart';

/** Enters formulas whose cells still contain what was read, and clears the other cells they fill. */
export function putFormulas(before: ReadSheet, cells: readonly ToEnter[]): readonly Back[] {
  const { sheet } = before;
  const isProtected = findProtected(sheet, 'anybody');
  const isOpen = cells.map((cell) => !placesOf(cell).some((place) => isProtected(...place)));
  const now = readCells(sheet, undefined, before);
  const isReady = cells.map((cell, at) => isOpen[at]! && isUnchanged(now, before, cell));
  const ready = cells.filter((_cell, at) => isReady[at]);
  const formulas = new Map(ready.map(({ row, column, formula }) => [`${row} ${column}`, formula]));
  // The formula comes first: it has no room yet, so no value is lost if the run ends here.
  const enter = (run: Block): void => {
    const { row, column, rows } = run;
    const texts = Array.from({ length: rows }, (_row, down) => [formulas.get(`${row + down} ${column}`)!]);
    rangeOf(sheet, run).setFormulas(texts);
  };
  const toSingle = ([row, column]: readonly [number, number]): Block => ({ row, column, rows: 1, columns: 1 });
  writeApart(mergeBlocks(ready.map(({ row, column }) => toSingle([row, column]))), enter, inHalves);
  const entered = readCells(sheet, undefined, before);
  const isDone = cells.map(
    ({ row, column }, at) => isReady[at]! && formulaAt(entered, row, column) !== formulaAt(before, row, column),
  );
  const left = cells
    .flatMap((cell, at) => (isDone[at] ? placesOf(cell).slice(1) : []))
    .map(toSingle)
    .filter((cell) => isUnchanged(entered, before, cell));
  writeApart(
    mergeBlocks(left),
    (run) => rangeOf(sheet, run).setValues(Array.from({ length: run.rows }, () => [''])),
    inHalves,
  );
  return isDone.map((done, at) => (done ? 'done' : isOpen[at] ? 'refused' : 'protected'));
}
