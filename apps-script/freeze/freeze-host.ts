import {
  placesOf,
  stands,
  toRuns,
  type Block,
  type FreezePorts,
  type SheetCells,
  type ToFreeze,
  type ToThaw,
} from '../../shared/freeze';
import { FROZEN_TEXTS, readTexts, writeTexts } from '../bulk/trace-sheet';
import { findProtected } from '../bulk/protected-cells';
import { makeReader } from '../bulk/read-sheet';
import { isConsentMissing } from '../consent';
import { readGridSheets } from '../grid-sheets';
import { asTyped } from '../typed-text';
import { findFrozenColumns, markFrozenColumns } from './column-marks';
import { OutFormulas } from './out-formulas';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Of the six minutes that Google gives a script. */
const STOPS_AFTER_MS = 240_000;

interface ReadSheet extends SheetCells {
  readonly sheet: Sheet;
  /** As Google tells them: a date stays one when it is written back. */
  readonly raw: readonly (readonly unknown[])[];
}

/** Google's sheets for freezing and thawing. Call {@link end} when that is over, however it ends. */
export class FreezeHost {
  private readonly startMs = Date.now();
  private readonly toValue = makeReader();
  private readonly out = new OutFormulas();
  private readonly known = new Map<string, ReadSheet>();
  /** How many texts were kept last. */
  private texts = 0;

  readonly ports: FreezePorts = {
    cells: () =>
      readGridSheets().map((sheet) => {
        const read = this.read(sheet);
        this.known.set(read.id, read);
        return read;
      }),
    readFrozen: () => {
      const texts = readTexts(0, FROZEN_TEXTS).map(({ text }) => text);
      this.texts = texts.length;
      return texts;
    },
    keepFrozen: ({ texts }) => {
      const slots = Array.from({ length: Math.max(this.texts, texts.length) }, (_text, slot) => ({
        slot,
        text: texts[slot] ?? '',
      }));
      writeTexts(slots, 0, FROZEN_TEXTS);
      this.texts = texts.length;
    },
    findColumns: findFrozenColumns,
    markColumns: ({ marks }) => markFrozenColumns(marks),
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

  private read(sheet: Sheet): ReadSheet {
    const range = sheet.getDataRange();
    const formulas = range.getFormulas();
    const raw = range.getValues() as unknown[][];
    const values = raw.map((line) => line.map(this.toValue));
    return { id: String(sheet.getSheetId()), name: sheet.getName(), formulas, values, raw, sheet };
  }

  private putValues(before: ReadSheet, cells: readonly (ToFreeze & Block)[]): readonly boolean[] {
    const { sheet } = before;
    const now = this.read(sheet);
    const isReady = cells.map(
      (cell) => this.out.isOut(now, cell) || now.formulas[cell.row]?.[cell.column] === cell.formula,
    );
    const ready = toRuns(cells.filter((_cell, at) => isReady[at]));
    write(ready, (run) => {
      const values = linesOf(before.raw, run).map((line) => line.map(asTyped));
      sheet.getRange(run.row + 1, run.column + 1, run.rows, run.columns).setValues(values);
    });
    const after = this.read(sheet);
    const isBroken = this.out.isAnyBroken(before, after);
    return cells.map((cell, at) => {
      const isDone = isReady[at]! && stands(after, before, cell) && !(isBroken && this.out.isOut(now, cell));
      if (!isDone && isReady[at]!) putBack(sheet, after, cell);
      return isDone;
    });
  }

  private putFormulas(before: ReadSheet, cells: readonly ToThaw[]): readonly boolean[] {
    const { sheet } = before;
    const now = this.read(sheet);
    const isProtected = findProtected(sheet, 'anybody');
    const isReady = cells.map(
      (cell) => stands(now, before, cell) && !placesOf(cell).some(([row, column]) => isProtected(row, column)),
    );
    const ready = cells.filter((_cell, at) => isReady[at]);
    const formulas = new Map(ready.map(({ row, column, formula }) => [`${row} ${column}`, formula]));
    const firsts = ready.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }));
    // The formula first: it has no room yet, and no value is gone wherever this ends.
    write(toRuns(firsts), ({ row, column, rows }) => {
      const texts = Array.from({ length: rows }, (_row, down) => [formulas.get(`${row + down} ${column}`)!]);
      sheet.getRange(row + 1, column + 1, rows, 1).setFormulas(texts);
    });
    const entered = sheet.getDataRange().getFormulas();
    const isDone = cells.map(({ row, column }, at) => isReady[at]! && entered[row]?.[column] !== '');
    const tables = cells.filter(({ rows, columns }, at) => isDone[at] && rows * columns > 1);
    write(tables, ({ row, column, rows, columns }) => {
      const clear = (down: number, right: number, height: number, width: number): void => {
        if (height > 0 && width > 0)
          sheet.getRange(down + 1, right + 1, height, width).setValues(blanks(height, width));
      };
      clear(row, column + 1, 1, columns - 1);
      clear(row + 1, column, rows - 1, columns);
    });
    return isDone;
  }
}

/** What Google refuses, or stores as something else, is a formula again. */
function putBack(sheet: Sheet, after: SheetCells, { row, column, rows, columns, formula }: ToFreeze & Block): void {
  if (after.formulas[row]?.[column] !== '') return;
  write([{ row, column, rows, columns }], () => {
    sheet.getRange(row + 1, column + 1, rows, columns).setValues(blanks(rows, columns));
    sheet.getRange(row + 1, column + 1).setFormulas([[formula]]);
  });
}

/** All at once; where Google refuses that, one by one, so that a refused cell takes no other along. */
function write<T>(all: readonly T[], put: (one: T) => void): void {
  try {
    all.forEach(put);
    SpreadsheetApp.flush();
  } catch (thrown) {
    if (isConsentMissing(thrown)) throw thrown;
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
