import { placesOf, type Block, type FreezePorts, type RestorePorts } from '../../shared/freeze';
import type { Async } from '../../shared/ports';
import { callsTrace } from '../../shared/panel';
import { inOneUndoStep, onWorkbook, outsideUndo } from '../bulk/on-workbook';
import { findLocked } from './find-locked';
import { appendList, readList, replaceList } from './list-sheet';
import { putFormulas } from './put-formulas';
import { putValues } from './put-values';
import { readSheets, type ReadSheet } from './read-cells';

/** Excel's sheets for freezing and restoring. */
export class FreezeHost {
  private readonly known = new Map<string, ReadSheet>();
  /** Of protected sheets, the locked cells that Trace formulas fill, as `row column`. */
  private readonly locked = new Map<string, ReadonlySet<string>>();
  private readonly undoStep = {};

  readonly ports: Async<FreezePorts & Omit<RestorePorts, 'toAgree'>> = {
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
    putValues: ({ sheet, cells }) =>
      inOneUndoStep((context) => putValues(context, this.known.get(sheet)!, cells), this.undoStep),
    putFormulas: ({ sheet, cells }) =>
      inOneUndoStep((context) => putFormulas(context, this.known.get(sheet)!, cells), this.undoStep),
    areProtected: ({ sheet, blocks }) =>
      onWorkbook(async (context) => {
        const locked = await findLocked(context, context.workbook.worksheets.getItem(sheet), blocks);
        return blocks.map((block) => hasAny(locked, block));
      }),
    readList: () => onWorkbook(readList),
    // Ctrl+Z brings the formulas back, and a list that still has them does no harm.
    appendList: ({ lines }) => outsideUndo((context) => appendList(context, lines)),
    replaceList: ({ lines }) => inOneUndoStep((context) => replaceList(context, lines), this.undoStep),
    now: () => Date.now(),
  };

  /** The cells that the formula of a cell fills. */
  blockOf(sheet: string, row: number, column: number): Block {
    return this.known.get(sheet)?.extents.get(`${row} ${column}`) ?? { row, column, rows: 1, columns: 1 };
  }

  isProtected(sheet: string, row: number, column: number): boolean {
    return hasAny(this.locked.get(sheet) ?? new Set(), this.blockOf(sheet, row, column));
  }

  private traceBlocks({ id, formulas }: ReadSheet): readonly Block[] {
    return formulas.flatMap((line, row) =>
      line.flatMap((formula, column) => (callsTrace(formula) ? [this.blockOf(id, row, column)] : [])),
    );
  }
}

function hasAny(places: ReadonlySet<string>, block: Block): boolean {
  return places.size > 0 && placesOf(block).some((place) => places.has(place.join(' ')));
}
