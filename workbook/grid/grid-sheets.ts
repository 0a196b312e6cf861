import type { IRange } from '@univerjs/core';
import { FormulaDataModel, SetSelectionsOperation, SheetsSelectionsService } from '@univerjs/preset-sheets-core';
import type { FSheet, FWorkbook, Grid } from './grid';
import { readFormat, readHeld, toShown, readTextRuns, writeFormats, writeValues } from './grid-cells';
import { readLooks, writeLooks } from './grid-looks';
import { makeGridNames } from './grid-names';
import { findUsed, type GridSheet, type GridWorkbook, type RangeArea } from './grid-workbook';
import type { CellAddress } from '../functions/invocations';

/** Rows that an enrichment fills next, unlike a selection. */
const UNDER_WAY = { stroke: '#e08a00', strokeWidth: 1, fill: 'rgba(224, 138, 0, 0.12)' };

/**
 * The workbook that is open in the grid.
 * @param retry recalculates a formula, and asks again for whatever has no answer
 */
export function makeGridWorkbook(grid: Grid, retry: (cell: CellAddress) => void): GridWorkbook {
  const { api } = grid;
  const open = (): FWorkbook => {
    const workbook = api.getActiveWorkbook();
    if (workbook === null) throw new Error('There is no workbook in the grid.');
    return workbook;
  };
  return {
    serialOf1904: 1_463,
    decimalSeparator: '.',
    calculationMode: 'Automatic',
    readSheets() {
      const workbook = api.getActiveWorkbook();
      return workbook?.getSheets().map((sheet) => toSheet(grid, workbook, sheet, retry)) ?? [];
    },
    record: (step, work) => grid.history.record(step, work),
    addSheet(name) {
      const shown = open().getActiveSheet();
      const added = open().insertSheet(name);
      // Unlike Excel, the grid switches to an added sheet.
      open().setActiveSheet(shown);
      return toSheet(grid, open(), added, retry);
    },
    ...makeGridNames(grid, open),
    readSelection() {
      const sheet = api.getActiveWorkbook()?.getActiveSheet();
      const areas = sheet?.getSelection()?.getActiveRangeList() ?? [];
      if (!sheet || areas.length === 0) return null;
      return { sheetId: sheet.getSheetId(), areas: areas.map((range) => toArea(range.getRange(), sheet)) };
    },
    onSelection(callback) {
      // The facade's event misses selections by scripts.
      const { selectionChanged$ } = grid.univer.__getInjector().get(SheetsSelectionsService);
      const listening = selectionChanged$.subscribe(() => callback());
      return () => listening.unsubscribe();
    },
  };
}

/** A whole row or column has no bounds in the grid. */
function toArea({ startRow, endRow, startColumn, endColumn }: IRange, sheet: FSheet): RangeArea {
  const row = startRow || 0;
  const column = startColumn || 0;
  const lastRow = Number.isFinite(endRow) ? endRow : sheet.getMaxRows() - 1;
  const lastColumn = Number.isFinite(endColumn) ? endColumn : sheet.getMaxColumns() - 1;
  return { row, column, rowCount: lastRow - row + 1, columnCount: lastColumn - column + 1 };
}

function toSheet(
  { api, univer }: Grid,
  workbook: FWorkbook,
  sheet: FSheet,
  retry: (cell: CellAddress) => void,
): GridSheet {
  const [unitId, sheetId, inner] = [workbook.getId(), sheet.getSheetId(), sheet.getSheet()];
  const formulas = univer.__getInjector().get(FormulaDataModel);
  // The grid keeps spilled values apart from its cells.
  const tables = formulas.getArrayFormulaRange()[unitId]?.[sheetId] ?? {};
  const ranges: IRange[] = Object.values(tables).flatMap((row) => Object.values(row));
  const spills = ranges.map((range) => toArea(range, sheet));
  const isSpilled = (row: number, column: number): boolean => spills.some((spill) => holds(spill, row, column));
  const styles = workbook.getWorkbook().getStyles();
  const read = <T>(
    { row, column, rowCount, columnCount }: RangeArea,
    cell: (row: number, column: number) => T,
  ): T[][] =>
    Array.from({ length: rowCount }, (_row, down) =>
      Array.from({ length: columnCount }, (_column, right) => cell(row + down, column + right)),
    );
  const readFormats = (area: RangeArea): string[][] =>
    read(area, (row, column) => readFormat(inner, styles, row, column));
  return {
    id: sheetId,
    readName: () => sheet.getSheetName(),
    show: (isShown) => void (isShown ? sheet.showSheet() : sheet.hideSheet()),
    remove: () => void workbook.deleteSheet(sheet),
    readExtent: () => ({
      rowCount: Math.max(inner.getLastRowWithContent() + 1, ...spills.map(({ row, rowCount }) => row + rowCount)),
      columnCount: Math.max(
        inner.getLastColumnWithContent() + 1,
        ...spills.map(({ column, columnCount }) => column + columnCount),
      ),
    }),
    readUsed: (area) =>
      findUsed(
        area,
        () => sheet.getMaxColumns(),
        (row, column) => readHeld(inner, row, column, isSpilled) !== '',
      ),
    readValues: (area) => read(area, (row, column) => readHeld(inner, row, column, isSpilled)),
    readFormulas: (area) =>
      read(area, (row, column) => formulas.getFormulaStringByCell(row, column, sheetId, unitId) || ''),
    readFormats,
    readTexts: (area) =>
      read(area, (row, column) =>
        toShown(readHeld(inner, row, column, isSpilled), readFormat(inner, styles, row, column)),
      ),
    // The grid keeps the area of an answer even if something blocks it.
    readSpills: () => spills.filter(({ row, column }) => inner.getCellRaw(row, column)?.v !== '#SPILL!'),
    // The grid has no such formulas.
    readArrays: () => [],
    readMerges: () => inner.getMergeData().map((range) => toArea(range, sheet)),
    hasFilter: () => sheet.getFilter() !== null,
    filter(area, column, texts) {
      const filter = sheet.getRange(area.row, area.column, area.rowCount, area.columnCount).createFilter();
      filter?.setColumnFilterCriteria(area.column + column, { colId: column, filters: { filters: [...texts] } });
    },
    isRowHidden: (row) => row < inner.getRowCount() && !inner.getRowVisible(row),
    isColumnHidden: (column) => column < inner.getColumnCount() && !inner.getColVisible(column),
    // Neither the grid's menu nor this page protects cells.
    readProtection: () => null,
    isLocked: () => true,
    readTextRuns: (row, column) => readTextRuns(inner, row, column),
    writeValues: (area, values) => writeValues(sheet, area, values),
    insertRows: (row, rowCount) => void sheet.insertRowsBefore(row, rowCount),
    clearFormats({ row, column, rowCount, columnCount }) {
      const columns = Math.min(columnCount, sheet.getMaxColumns() - column);
      if (columns > 0) sheet.getRange(row, column, rowCount, columns).clearFormat();
    },
    writeFormats: (area, formats) => writeFormats(sheet, area, formats, readFormats(area)),
    readLooks: (row, column) => readLooks(inner, row, column),
    writeLooks: (row, column, looks) => writeLooks(api, sheet, row, column, looks),
    freezeRows: (count) => void sheet.setFrozenRows(count),
    retry: (row, column) => retry({ unitId, sheetId, row, column }),
    activate: () => void workbook.setActiveSheet(sheet),
    select(areas) {
      const [first] = areas;
      if (first === undefined) return;
      sheet.getRange(first.row, first.column, first.rowCount, first.columnCount).activate();
      if (areas.length > 1) selectAreas(api, unitId, sheetId, areas);
      sheet.scrollToCell(first.row, first.column);
    },
    highlight(areas) {
      // The grid draws only the sheet that it shows.
      if (areas.length === 0 || workbook.getActiveSheet().getSheetId() !== sheetId) return () => undefined;
      const ranges = areas.map(({ row, column, rowCount, columnCount }) =>
        sheet.getRange(row, column, rowCount, columnCount),
      );
      // All at once: with each area that is added, the grid draws all that are there again.
      const drawn = sheet.highlightRanges(ranges, UNDER_WAY);
      return () => drawn.dispose();
    },
  };
}

/** The facade selects one area only. */
function selectAreas(api: Grid['api'], unitId: string, subUnitId: string, areas: readonly RangeArea[]): void {
  const ranges = areas.map(({ row, column, rowCount, columnCount }) => ({
    ...{ startRow: row, endRow: row + rowCount - 1 },
    ...{ startColumn: column, endColumn: column + columnCount - 1 },
  }));
  const [{ startRow: actualRow, startColumn: actualColumn } = { startRow: 0, startColumn: 0 }] = ranges;
  const primary = {
    ...{ actualRow, actualColumn, startRow: actualRow, endRow: actualRow },
    ...{ startColumn: actualColumn, endColumn: actualColumn, isMerged: false, isMergedMainCell: false },
  };
  const selections = ranges.map((range, at) => ({ range, primary: at === 0 ? primary : null, style: null }));
  api.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId, selections });
}

function holds({ row, column, rowCount, columnCount }: RangeArea, atRow: number, atColumn: number): boolean {
  return atRow >= row && atRow < row + rowCount && atColumn >= column && atColumn < column + columnCount;
}
