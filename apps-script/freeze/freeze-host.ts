import {
  becomeOwn,
  hasForeign,
  hasSameInputs,
  OUT_OF_CELLS,
  placesOf,
  stands,
  mergeBlocks,
  type Block,
  type FreezePorts,
  type SheetCells,
  type ToFreeze,
  type ToThaw,
} from '../../shared/freeze';
import { FROZEN_TEXTS, readTexts, writeTexts } from '../bulk/trace-sheet';
import { DATE_FORMAT } from '../bulk/cell-forms';
import { findProtected } from '../bulk/protected-cells';
import { makeValueReader } from '../bulk/read-sheet';
import { passOn } from '../own-mistake';
import { readGridSheets } from '../grid-sheets';
import { ownTexts, readOwn, withoutMark } from '../own-text';
import { asTyped } from '../typed-text';
import { findFrozenColumns, markFrozenColumns } from './column-marks';
import { isFree, isInPlace, isUnchanged } from './in-place';
import { OutFormulas } from './out-formulas';
import { rangeOf, readCells, type ReadSheet } from './read-cells';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Of the six minutes that Google gives a script. */
const STOPS_AFTER_MS = 240_000;

/** Google's sheets for freezing and thawing. Call {@link end} when that is over, however it ends. */
export class FreezeHost {
  private readonly startMs = Date.now();
  private readonly toValue = makeValueReader();
  private readonly out = new OutFormulas();
  private readonly known = new Map<string, ReadSheet>();
  /** How many texts were kept last. */
  private texts = 0;
  /** Whether somebody else may have written a text that was read. */
  hasForeign = false;

  readonly ports: FreezePorts = {
    cells: () =>
      readGridSheets().map((sheet) => {
        const read = this.read(sheet);
        this.known.set(read.id, read);
        return read;
      }),
    look: () => readGridSheets().map((sheet) => this.read(sheet)),
    readFrozen: () => {
      const texts = readTexts(0, FROZEN_TEXTS).map(({ text }) => text);
      this.texts = texts.length;
      this.hasForeign = hasForeign(texts, readOwn('frozen'));
      return texts.map(withoutMark);
    },
    keepFrozen: ({ texts }) => {
      const toOwn = becomeOwn(texts, this.hasForeign) ? ownTexts('frozen') : (text: string) => text;
      const slots = Array.from({ length: Math.max(this.texts, texts.length) }, (_text, slot) => ({
        slot,
        text: slot >= texts.length ? '' : toOwn(texts[slot]!),
      }));
      writeTexts(slots, 0, FROZEN_TEXTS);
      this.texts = texts.length;
    },
    findColumns: findFrozenColumns,
    markColumns: ({ marks }) => markFrozenColumns(marks),
    takesOut: () => OUT_OF_CELLS,
    reach: ({ sheet, cells }) => {
      const before = this.known.get(sheet)!;
      return this.out.take(before.sheet, before, cells, () => this.read(before.sheet));
    },
    putValues: ({ sheet, cells }) => this.putValues(this.known.get(sheet)!, cells),
    putFormulas: ({ sheet, cells }) => this.putFormulas(this.known.get(sheet)!, cells),
    isTimeUp: () => Date.now() - this.startMs > STOPS_AFTER_MS,
    random: () => Math.random(),
  };

  end(): void {
    this.out.end();
  }

  private read(sheet: Sheet, like?: SheetCells): ReadSheet {
    return readCells(sheet, this.toValue, like);
  }

  private putValues(before: ReadSheet, cells: readonly (ToFreeze & Block)[]): readonly (boolean | 'moved' | null)[] {
    const { sheet } = before;
    const outs = cells.map((cell) => this.out.placeholderOf(before, cell));
    const isFiltered = sheet.getFilter() !== null;
    // Nothing may come between the last look at cells and their writing.
    const now = this.read(sheet, before);
    const isReady = cells.map((cell, at) => {
      const isWhole = outs[at] === undefined ? isUnchanged(now, before, cell) : isFree(now, cell);
      return isWhole && isInPlace(now, before, cell, outs[at]);
    });
    const isTried = cells.map((cell, at) => isReady[at]! && !(isFiltered && outs[at] === undefined && cell.rows > 1));
    // What stands there now: whatever is moved in this very moment stays beside its inputs.
    write(
      mergeBlocks(
        cells.filter((_cell, at) => isTried[at]! && outs[at] === undefined),
        () => !isFiltered,
      ),
      (run) => {
        const range = rangeOf(sheet, run);
        range.copyTo(range, { contentsOnly: true });
      },
    );
    write(
      cells.filter((_cell, at) => isTried[at]! && outs[at] !== undefined),
      (block) => {
        const values = linesOf(before.raw, block).map((line) => line.map(asTyped));
        rangeOf(sheet, block).setValues(values);
      },
    );
    const after = this.read(sheet);
    const isBroken = this.out.isAnyBroken(before, after);
    let latest: ReadSheet | null = null;
    const results = cells.map((cell, at) => {
      if (!isTried[at]!) return isReady[at]! ? false : 'moved';
      const isOut = outs[at] !== undefined;
      const isHere = hasSameInputs(cell.formula, [before, cell.row], [after, cell.row]);
      if (isHere && stands(after, before, cell) && !(isBroken && isOut)) return true;
      if (isOut) putBack((latest ??= this.read(sheet)), before, cell);
      return isHere && (isOut || isInPlace(after, before, cell)) ? false : null;
    });
    showDays(
      after,
      before,
      cells.filter((_cell, at) => results[at] === true),
    );
    return results;
  }

  private putFormulas(before: ReadSheet, cells: readonly ToThaw[]): readonly boolean[] {
    const { sheet } = before;
    const isProtected = findProtected(sheet, 'anybody');
    const now = this.read(sheet);
    const isReady = cells.map(
      (cell) =>
        stands(now, before, cell) &&
        hasSameInputs(cell.formula, [before, cell.row], [now, cell.row]) &&
        !placesOf(cell).some(([row, column]) => isProtected(row, column)),
    );
    const ready = cells.filter((_cell, at) => isReady[at]);
    const formulas = new Map(ready.map(({ row, column, formula }) => [`${row} ${column}`, formula]));
    const firsts = ready.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }));
    // The formula first: it has no room yet, and no value is gone wherever this ends.
    write(mergeBlocks(firsts), (run) => {
      const { row, column, rows } = run;
      const texts = Array.from({ length: rows }, (_row, down) => [formulas.get(`${row + down} ${column}`)!]);
      rangeOf(sheet, run).setFormulas(texts);
    });
    const entered = this.read(sheet);
    const isDone = cells.map(({ row, column }, at) => isReady[at]! && entered.formulas[row]?.[column] !== '');
    const tables = cells.filter(({ rows, columns }, at) => isDone[at] && rows * columns > 1);
    write(tables, (table) => clear(entered, before, table, false));
    return isDone;
  }
}

/** Google may show a day as a number where its format came from the formula. */
function showDays(now: ReadSheet, before: ReadSheet, blocks: readonly Block[]): void {
  const days = blocks.flatMap(placesOf).filter(([row, column]) => {
    const isDay = (value: unknown): boolean => typeof value === 'object';
    return isDay(before.raw[row]?.[column]) && !isDay(now.raw[row]?.[column]);
  });
  write(days, ([row, column]) => now.sheet.getRange(row + 1, column + 1).setNumberFormat(DATE_FORMAT));
}

/** What Google stores as something else is a formula again. What a person has typed since stays. */
function putBack(now: ReadSheet, before: SheetCells, cell: ToFreeze & Block): void {
  const { row, column, formula } = cell;
  write([cell], () => {
    const isOwn = isOurs(now, before, row, column);
    clear(now, before, cell, isOwn);
    if (isOwn) now.sheet.getRange(row + 1, column + 1).setFormulas([[formula]]);
  });
}

/** Whether a cell holds what was written of a reading. A cell for texts makes texts of numbers. */
function isOurs(now: SheetCells, before: SheetCells, row: number, column: number): boolean {
  const textIn = ({ values }: SheetCells): string => String(values[row]?.[column] ?? '').toUpperCase();
  return (now.formulas[row]?.[column] ?? '') === '' && textIn(now) === textIn(before);
}

/** Blanks what is left of a block, with its first cell or without. */
function clear(now: ReadSheet, before: SheetCells, block: Block, withFirst: boolean): void {
  const { row, column, rows, columns } = block;
  const put = (down: number, right: number, height: number, width: number): void => {
    if (height * width > 0) now.sheet.getRange(down + 1, right + 1, height, width).setValues(blanks(height, width));
  };
  const places = placesOf(block).slice(1);
  const ours = places.filter(([down, right]) => isOurs(now, before, down, right));
  if (withFirst) put(row, column, 1, 1);
  if (ours.length < places.length) for (const [down, right] of ours) put(down, right, 1, 1);
  else {
    put(row, column + 1, 1, columns - 1);
    put(row + 1, column, rows - 1, columns);
  }
}

/** All at once; where Google refuses that, one by one, so that a refused cell takes no other along. */
function write<T>(all: readonly T[], put: (one: T) => void): void {
  if (all.length === 0) return;
  try {
    all.forEach(put);
    SpreadsheetApp.flush();
  } catch (thrown) {
    passOn(thrown);
    if (all.length < 2) return;
    for (const one of all) write([one], put);
  }
}

function linesOf(raw: ReadSheet['raw'], { row, column, rows, columns }: Block): unknown[][] {
  return Array.from({ length: rows }, (_row, down) => raw[row + down]!.slice(column, column + columns));
}

function blanks(rows: number, columns: number): string[][] {
  return Array.from({ length: rows }, () => Array<string>(columns).fill(''));
}
