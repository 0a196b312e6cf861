import { placesOf, type Block, type FreezePorts } from '../../shared/freeze';
import type { Async } from '../../shared/ports';
import { callsTrace } from '../../shared/panel';
import { inOneUndoStep, onWorkbook } from '../bulk/on-workbook';
import type { ExcelContext } from '../excel-api';
import { findFrozenColumns, markFrozenColumns } from './column-marks';
import { findLocked } from './find-locked';
import { isForeign, keepFrozenTexts, readFrozenTexts } from './frozen-store';
import { putFormulas } from './put-formulas';
import { putValues } from './put-values';
import { readSheets, type ReadSheet } from './read-cells';

/** Excel's sheets for freezing and thawing. */
export class FreezeHost {
  private readonly known = new Map<string, ReadSheet>();
  /** What was kept of frozen formulas. */
  private texts: readonly string[] = [];
  /** Of protected sheets, the locked cells that Trace formulas fill, as `row column`. */
  private readonly locked = new Map<string, ReadonlySet<string>>();

  /** By sheet, the cells that formulas fill which are back, in the same form. */
  private readonly back = new Map<string, Set<string>>();
  private readonly undoStep = {};

  readonly ports: Async<FreezePorts> = {
    cells: () =>
      onWorkbook(async (context) => {
        const sheets = await readSheets(context);
        for (const sheet of sheets) {
          this.known.set(sheet.id, sheet);
          const worksheet = context.workbook.worksheets.getItem(sheet.id);
          this.locked.set(sheet.id, await findLocked(context, worksheet, this.traceBlocks(sheet)));
        }
        return sheets;
      }),
    look: () => onWorkbook(readSheets),
    readFrozen: async () => (this.texts = await readFrozenTexts()),
    keepFrozen: ({ texts }) => keepFrozenTexts(texts),
    findColumns: findFrozenColumns,
    markColumns: ({ marks }) => markFrozenColumns(marks),
    takesOut: () => null,
    reach: ({ sheet, cells }) => cells.map(({ row, column }) => this.blockOf(sheet, row, column)),
    putValues: ({ sheet, cells }) =>
      inOneUndoStep((context) => putValues(context, this.known.get(sheet)!, cells), this.undoStep),
    putFormulas: async ({ sheet, cells }) => {
      const back = this.back.get(sheet) ?? new Set();
      this.back.set(sheet, back);
      const put = (context: ExcelContext) => putFormulas(context, this.known.get(sheet)!, cells, back);
      const areDone = await inOneUndoStep(put, this.undoStep);
      for (const [at, cell] of cells.entries()) {
        if (areDone[at] === true) for (const place of placesOf(cell)) back.add(place.join(' '));
      }
      return areDone;
    },
    isTimeUp: () => false,
    random: () => Math.random(),
  };

  /** Whether others may have written what was read of frozen formulas. */
  isForeign(): Promise<boolean> {
    return isForeign(this.texts);
  }

  /** The cells that the formula of a cell fills. */
  blockOf(sheet: string, row: number, column: number): Block {
    return this.known.get(sheet)?.extents.get(`${row} ${column}`) ?? { row, column, rows: 1, columns: 1 };
  }

  isProtected(sheet: string, row: number, column: number): boolean {
    const locked = this.locked.get(sheet);
    return (
      locked !== undefined && placesOf(this.blockOf(sheet, row, column)).some((place) => locked.has(place.join(' ')))
    );
  }

  private traceBlocks({ id, formulas }: ReadSheet): readonly Block[] {
    return formulas.flatMap((line, row) =>
      line.flatMap((formula, column) => (callsTrace(formula) ? [this.blockOf(id, row, column)] : [])),
    );
  }
}
