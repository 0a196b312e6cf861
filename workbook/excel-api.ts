import type { GridSheet } from './grid-sheets';
import { ExcelRange, type RangeArea } from './excel-range';

/** The part of Microsoft's `Excel` global that the pane uses. */
export interface ExcelGlobal {
  run<T>(options: object, work: (context: ExcelContext) => Promise<T>): Promise<T>;
}

export interface ExcelContext {
  readonly workbook: { readonly worksheets: ExcelWorksheets };
  sync(): Promise<void>;
}

/**
 * Stands in for Excel's API over the grid's sheets. Like Excel's, it does nothing before `context.sync()` and refuses to
 * tell what was not loaded: https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model.
 *
 * @param readSheets asked anew at each sync, since a person may open another workbook
 */
export function makeExcelApi(readSheets: () => readonly GridSheet[]): ExcelGlobal {
  return {
    async run(_options, work) {
      const queue: (() => void)[] = [];
      const worksheets = new ExcelWorksheets(readSheets, queue);
      const context: ExcelContext = {
        workbook: { worksheets },
        async sync() {
          for (const step of queue.splice(0)) step();
        },
      };
      const result = await work(context);
      // As Excel's does, for what was asked for last.
      await context.sync();
      return result;
    },
  };
}

class ExcelWorksheets {
  private known: readonly ExcelWorksheet[] | undefined;

  constructor(
    private readonly readSheets: () => readonly GridSheet[],
    private readonly queue: (() => void)[],
  ) {}

  load(properties: string): void {
    if (properties !== 'items') throw new Error(`The stand-in of Excel's worksheets has no ${properties}.`);
    this.queue.push(() => {
      this.known = this.readSheets().map((sheet) => new ExcelWorksheet(sheet, this.queue));
    });
  }

  get items(): readonly ExcelWorksheet[] {
    if (this.known === undefined) throw new Error('PropertyNotLoaded: load items and sync before reading them.');
    return this.known;
  }
}

class ExcelWorksheet {
  constructor(
    private readonly sheet: GridSheet,
    private readonly queue: (() => void)[],
  ) {}

  /** Begins at A1, where Excel's begins at the first cell in use. */
  getUsedRangeOrNullObject(): ExcelRange {
    return this.range(() => {
      const { rowCount, columnCount } = this.sheet.readExtent();
      return rowCount === 0 || columnCount === 0 ? null : { row: 0, column: 0, rowCount, columnCount };
    });
  }

  getRangeByIndexes(row: number, column: number, rowCount: number, columnCount: number): ExcelRange {
    return this.range(() => ({ row, column, rowCount, columnCount }));
  }

  private range(find: () => RangeArea | null): ExcelRange {
    return new ExcelRange(this.sheet, find, this.queue);
  }
}
