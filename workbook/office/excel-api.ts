import { DAY_MS } from '../../shared/formulas';
import { ExcelBatch } from './excel-batch';
import { ExcelNames, isSame } from './excel-names';
import type { WorkbookWithParts } from './excel-parts';
import { ExcelRange } from './excel-range';
import { ExcelRangeAreas } from './excel-range-parts';
import { ExcelWorksheet } from './excel-worksheet';
import type { UndoStep } from '../grid/grid-history';
import type { GridSheet, GridWorkbook, RangeArea } from '../grid/grid-workbook';
import { OfficeError, readLoaded, told } from './office-error';

/** The part of Microsoft's `Excel` global that the panel uses. */
export interface ExcelGlobal {
  /** @param options or the context to continue with */
  run<T>(options: object, work: (context: ExcelContext) => Promise<T>): Promise<T>;
  /** Not part of Excel's API, and only there if the grid has an undo: runs that share a step are one undo step. */
  recordedAs?(step: UndoStep): Pick<ExcelGlobal, 'run'>;
  /** Not part of Excel's API: draws a mark over cells, and returns a function that removes it. */
  highlight(sheetId: string, areas: readonly RangeArea[]): () => void;
}

/**
 * Stands in for Excel's API over the grid's sheets. Like Excel's, it does nothing before `context.sync()` and refuses
 * to return what was not loaded: https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model.
 *
 * @param workbook called at each sync, since the user may open another one
 * @param refusesJson the code with which it refuses `valuesAsJson`, as an Excel before ExcelApi 1.16; `null`: it has it
 */
export function makeExcelApi(workbook: WorkbookWithParts, refusesJson: string | null = null): ExcelGlobal {
  const recordedAs = (step: UndoStep): Pick<ExcelGlobal, 'run'> => ({
    async run(options, work) {
      const context = options instanceof ExcelContext ? options : new ExcelContext(workbook, refusesJson, step);
      const result = await work(context);
      // Like Excel's `run`, syncs the last requests.
      await context.sync();
      if (step === null) await workbook.keep?.();
      return result;
    },
  });
  return {
    run: (options, work) => recordedAs({}).run(options, work),
    ...(workbook.record === undefined ? {} : { recordedAs }),
    highlight(sheetId, areas) {
      const sheet = workbook.readSheets().find(({ id }) => id === sheetId);
      return sheet?.highlight?.(areas) ?? (() => undefined);
    },
  };
}

/** @internal tests spy on its `sync` */
export class ExcelContext {
  private readonly batch: ExcelBatch;
  readonly workbook: ExcelWorkbook;

  constructor(workbook: WorkbookWithParts, refusesJson: string | null, step: UndoStep = {}) {
    this.batch = new ExcelBatch(refusesJson, (work) =>
      workbook.record === undefined ? work() : workbook.record(step, work),
    );
    this.workbook = new ExcelWorkbook(this, workbook, this.batch);
  }

  sync(): Promise<void> {
    return this.batch.sync();
  }
}

class ExcelWorkbook {
  readonly application: ExcelApplication;
  readonly worksheets: ExcelWorksheets;
  readonly names: ExcelNames;
  readonly functions = {
    date: (...day: readonly [number, number, number]) => new DateResult(this.grid, this.batch, day),
  };
  readonly onSelectionChanged = {
    add: (handler: () => Promise<void>) => {
      let stop = (): void => undefined;
      this.batch.add(() => (stop = this.grid.onSelection(() => void handler())));
      return { context: this.context, remove: () => this.batch.add(() => stop()) };
    },
  };

  constructor(
    private readonly context: ExcelContext,
    private readonly grid: WorkbookWithParts,
    private readonly batch: ExcelBatch,
  ) {
    this.application = new ExcelApplication(grid, batch);
    this.worksheets = new ExcelWorksheets(grid, batch);
    this.names = this.worksheets.namesOf(null);
  }

  getSelectedRanges(): ExcelRangeAreas {
    const find = (): readonly ExcelRange[] => {
      const selection = this.grid.readSelection();
      if (selection === null) throw new OfficeError('InvalidSelection', 'no cells are selected.');
      const sheet = this.worksheets.getItem(selection.sheetId);
      return selection.areas.map((area) => new ExcelRange(sheet, () => area, this.batch));
    };
    return new ExcelRangeAreas(find, this.batch);
  }

  /** The first cell of the selection, whichever of its corners it began at. */
  getActiveCell(): ExcelRange {
    let sheetId = '';
    const find = (): RangeArea => {
      const [area] = this.grid.readSelection()?.areas ?? [];
      if (area === undefined) throw new OfficeError('InvalidSelection', 'no cell is selected.');
      return { ...area, rowCount: 1, columnCount: 1 };
    };
    this.batch.add(() => (sheetId = this.grid.readSelection()?.sheetId ?? ''));
    const sheet = this.worksheets.makeSheet(() => {
      const found = this.grid.readSheets().find(({ id }) => id === sheetId);
      if (found === undefined) throw new OfficeError('InvalidSelection', 'no cell is selected.');
      return found;
    });
    return new ExcelRange(sheet, find, this.batch);
  }
}

class ExcelApplication {
  private known: Partial<Pick<GridWorkbook, 'decimalSeparator' | 'calculationMode'>> = {};

  constructor(
    private readonly grid: WorkbookWithParts,
    private readonly batch: ExcelBatch,
  ) {}

  load(property: string): void {
    if (property !== 'decimalSeparator' && property !== 'calculationMode') {
      throw new Error(`The stand-in of Excel's application has no ${property}.`);
    }
    this.batch.add(() => (this.known = { ...this.known, [property]: this.grid[property] }));
  }

  /** Since ExcelApi 1.6. */
  suspendApiCalculationUntilNextSync(): void {
    this.batch.add(() => (this.batch.isCalculationSuspended = true));
  }

  get decimalSeparator(): string {
    return told('decimalSeparator', this.known.decimalSeparator);
  }

  get calculationMode(): string {
    return told('calculationMode', this.known.calculationMode);
  }
}

class ExcelWorksheets {
  private known: readonly ExcelWorksheet[] | undefined;

  constructor(
    private readonly grid: WorkbookWithParts,
    private readonly batch: ExcelBatch,
  ) {}

  load(properties: string): void {
    if (!['items', 'items/name', 'items/id,items/name'].includes(properties)) {
      throw new Error(`The stand-in of Excel's worksheets has no ${properties}.`);
    }
    this.batch.add(() => {
      this.known = this.grid.readSheets().map(({ id }) => this.getItem(id));
      for (const sheet of this.known) sheet.read();
    });
  }

  get items(): readonly ExcelWorksheet[] {
    return told('items', this.known);
  }

  getItem(key: string): ExcelWorksheet {
    return this.makeSheet(this.finderOf(key));
  }

  getItemOrNullObject(key: string): ExcelWorksheet {
    return new ExcelWorksheet(this.finderOf(key), this.batch, this.namesOf, this.grid.makeParts, true);
  }

  private finderOf(key: string): () => GridSheet {
    return () => {
      const sheets = this.grid.readSheets();
      const found = sheets.find(({ id }) => id === key) ?? sheets.find((sheet) => isSame(sheet.readName(), key));
      if (found === undefined) throw new OfficeError('ItemNotFound', 'there is no such sheet.');
      return found;
    };
  }

  readonly namesOf = (scope: ExcelWorksheet | null): ExcelNames =>
    new ExcelNames(this.grid, this.batch, scope, this.makeSheet);

  readonly makeSheet = (find: () => GridSheet): ExcelWorksheet =>
    new ExcelWorksheet(find, this.batch, this.namesOf, this.grid.makeParts);

  add(name: string): ExcelWorksheet {
    let id: string | null = null;
    this.batch.add(() => (id = this.grid.addSheet(name).id));
    return this.makeSheet(() => this.grid.readSheets().find((sheet) => sheet.id === id)!);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.functions#excel-excel-functions-date-member(1) */
class DateResult {
  private known: number | undefined;

  constructor(
    private readonly grid: WorkbookWithParts,
    private readonly batch: ExcelBatch,
    private readonly day: readonly [year: number, month: number, day: number],
  ) {}

  load(properties: string): void {
    readLoaded('functions', properties, ['value']);
    const [year, month, day] = this.day;
    this.batch.add(() => {
      this.known = (Date.UTC(year, month - 1, day) - Date.UTC(1904, 0, 2)) / DAY_MS + this.grid.serialOf1904;
    });
  }

  get value(): number {
    return told('value', this.known);
  }
}
