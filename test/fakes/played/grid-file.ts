import {
  ICommandService,
  IContextService,
  IUndoRedoService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  Univer,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import '@univerjs/engine-formula/facade';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import '@univerjs/sheets/facade';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import type { HostPorts } from '../../../shared/enrich/sheet/ports';
import { makeExcelApi } from '../../../workbook/office/excel-api';
import { GridHistory } from '../../../workbook/grid/grid-history';
import { makeGridWorkbook } from '../../../workbook/grid/grid-sheets';
import type { GridSheet } from '../../../workbook/grid/grid-workbook';
import type { PlayedFile } from './file';
import { loadPanel } from '../excel/panel-script';
import { FakeSettings } from '../excel/settings';

const ID = 'leads';
const ROWS = 60;
const COLUMNS = 30;

/** Uses the grid of the web workbook, without its page, and the API that the page gives the panel. */
export class GridFile implements PlayedFile {
  readonly sheet = ID;
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly cells: GridSheet;

  constructor(cells: readonly (readonly GridValue[])[]) {
    this.univer = new Univer({
      override: [[IUndoRedoService, { useFactory: makeHistory, deps: HISTORY_NEEDS, lazy: true }]],
      locale: LocaleType.EN_US,
      locales: { [LocaleType.EN_US]: {} } as never,
      logLevel: LogLevel.SILENT,
    });
    this.univer.registerPlugin(UniverFormulaEnginePlugin);
    this.univer.registerPlugin(UniverSheetsPlugin);
    this.univer.registerPlugin(UniverSheetsFormulaPlugin);
    this.api = FUniver.newAPI(this.univer);
    this.api.createWorkbook(toWorkbook(cells) as never);
    const history = this.univer.__getInjector().get(IUndoRedoService) as GridHistory;
    const workbook = makeGridWorkbook({ univer: this.univer, api: this.api, history } as never, () => undefined);
    this.cells = workbook.readSheets()[0]!;
    const requirements = { isSetSupported: () => true };
    Object.assign(globalThis, {
      Excel: makeExcelApi(workbook),
      Office: { context: { document: { settings: new FakeSettings(), url: '' }, requirements } },
    });
  }

  values(): readonly (readonly GridValue[])[] {
    const { rowCount, columnCount } = this.cells.readExtent();
    return this.cells.readValues({ row: 0, column: 0, rowCount, columnCount }) as GridValue[][];
  }

  put(row: number, column: number, value: GridValue): void {
    this.range(row, column).setValue({ v: value === '' ? null : value } as never);
  }

  format(row: number, column: number): void {
    this.cells.writeFormats({ row, column, rowCount: 1, columnCount: 1 }, [['0.00']]);
  }

  reorder(order: readonly number[]): void {
    const commands = this.univer.__getInjector().get(ICommandService);
    const range = { startRow: 0, endRow: order.length - 1, startColumn: 0, endColumn: COLUMNS - 1 };
    const params = { unitId: 'book', subUnitId: ID, range, order: { ...order } };
    commands.syncExecuteCommand('sheet.mutation.reorder-range', params);
  }

  insertRow(at: number): void {
    this.shown.insertRowsBefore(at, 1);
  }

  deleteRow(at: number): void {
    this.shown.deleteRows(at, 1);
  }

  insertColumn(at: number): void {
    this.shown.insertColumnsBefore(at, 1);
  }

  deleteColumn(at: number): void {
    this.shown.deleteColumns(at, 1);
  }

  moveColumn(from: number, to: number): void {
    const whole = this.shown.getRange(0, from, this.shown.getMaxRows(), 1);
    this.shown.moveColumns(whole, from < to ? to + 1 : to);
  }

  copyColumn(from: number): number {
    const values = this.values().map((row) => row[from] ?? '');
    this.insertColumn(from + 1);
    for (const [row, value] of values.entries()) this.put(row, from + 1, value);
    return from + 1;
  }

  openPage(): HostPorts {
    return loadPanel().makeBulkHost().ports;
  }

  close(): void {
    this.univer.dispose();
  }

  private get shown() {
    return this.api.getActiveWorkbook()!.getSheetBySheetId(ID)!;
  }

  private range(row: number, column: number) {
    return this.shown.getRange(row, column, 1, 1);
  }
}

const HISTORY_NEEDS = [IUniverInstanceService, ICommandService, IContextService];
const makeHistory = (...needed: ConstructorParameters<typeof GridHistory>): GridHistory => new GridHistory(...needed);

function toWorkbook(cells: readonly (readonly GridValue[])[]): object {
  const cellData = Object.fromEntries(
    cells.map((row, at) => [
      at,
      Object.fromEntries(row.map((value, column) => [column, value === '' ? {} : { v: value }])),
    ]),
  );
  const sheet = { id: ID, name: 'Leads', rowCount: ROWS, columnCount: COLUMNS, cellData };
  return { id: 'book', sheetOrder: [ID], sheets: { [ID]: sheet } };
}
