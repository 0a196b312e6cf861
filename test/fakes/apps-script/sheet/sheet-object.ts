import { readA1, type Place } from './a1';
import { isBuilt, makeChartBuilder } from './chart-builder';
import { makeRange } from './range-object';
import type { Run } from '../run';
import { SheetGrid } from './sheet-grid';
import type { Area } from './sheet-layout';
import type { Pending } from '../pending';
import { show } from './shown-sheet';

/** In pixels. */
const USUAL_WIDTH = 100;
/** https://support.google.com/drive/answer/37603 */
const MOST_CELLS = 10_000_000;
const FULL = 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** https://developers.google.com/apps-script/reference/spreadsheet/sheet */
export function makeSheet(run: Run, grid: SheetGrid, pending: Pending): object {
  const { layout } = grid;
  const { flush } = pending;
  const maxRows = (): number => Math.max(layout.rows, grid.filled().row);
  const maxColumns = (): number => Math.max(layout.columns, grid.filled().column);
  const range = (area: Area, isWholeColumn = false): object => {
    const isInside = area.row + area.rows - 1 <= maxRows() && area.column + area.columns - 1 <= maxColumns();
    return isInside ? makeRange(run, grid, area, pending, isWholeColumn) : run.fail(OUTSIDE);
  };
  /** Google's servers are asked even if nothing changes. */
  const ask = <T>(name: string, answer: T): T => {
    run.call(name, 'document');
    return answer;
  };
  const read = <T>(name: string, of: () => T): T => {
    run.call(`Sheet.${name}`, 'document');
    flush();
    return of();
  };
  const change = (name: string, act: () => void): void => {
    run.call(`Sheet.${name}`, 'documentWrite');
    flush();
    act();
  };
  const sheet = {
    getSheetId: () => ask('Sheet.getSheetId', grid.id),
    getName: () => ask('Sheet.getName', grid.name),
    getType: () => ask('Sheet.getType', grid.type),
    isSheetHidden: () => ask('Sheet.isSheetHidden', layout.isHidden),
    hideSheet: () => change('hideSheet', () => (layout.isHidden = true)),
    showSheet: () => change('showSheet', () => (layout.isHidden = false)),
    activate: () => change('activate', () => show(run, grid)),
    getMaxRows: () => read('getMaxRows', maxRows),
    getMaxColumns: () => read('getMaxColumns', maxColumns),
    getLastRow: () => read('getLastRow', () => grid.filled().row),
    getLastColumn: () => read('getLastColumn', () => grid.filled().column),
    getDataRange() {
      run.call('Sheet.getDataRange', 'document');
      if (grid.type !== 'GRID') run.fail(`This operation is not supported on sheets of type ${grid.type}.`);
      flush();
      const { row, column } = grid.extent();
      return range({ row: 1, column: 1, rows: row, columns: column });
    },
    getRange(row: number | string, column: number, rows = 1, columns = 1) {
      if (typeof row === 'string')
        return range({ row: 1, column: readColumn(run, row), rows: maxRows(), columns: 1 }, true);
      if (![row, column, rows, columns].every((number) => Number.isInteger(number) && number > 0)) {
        run.fail('The starting row of the range is too small.');
      }
      return range({ row, column, rows, columns });
    },
    getRangeList: (notations: readonly string[]) => ({
      activate() {
        run.call('RangeList.activate', 'documentWrite');
        flush();
        show(run, grid, notations.map(readR1C1));
      },
      setNumberFormat(format: string) {
        for (const area of notations.map(readR1C1)) {
          (range(area) as { setNumberFormat(format: string): void }).setNumberFormat(format);
        }
      },
    }),
    getColumnWidth: (column: number) => read('getColumnWidth', () => layout.widths.get(column) ?? USUAL_WIDTH),
    setColumnWidth: (column: number, width: number) =>
      change('setColumnWidth', () => {
        if (!Number.isInteger(width) || width < 1) run.fail('The column width is not a valid number of pixels.');
        layout.widths.set(column, width);
      }),
    insertColumnsAfter: (_after: number, count: number) =>
      change('insertColumnsAfter', () => {
        checkRoom(run, count * maxRows());
        layout.columns = maxColumns() + count;
        layout.spread(layout.columns - count, count);
      }),
    insertRowsAfter: (after: number, count: number) =>
      change('insertRowsAfter', () => {
        checkRoom(run, count * maxColumns());
        if (after < maxRows()) grid.insertRowsAfter(after, count);
        layout.rows = maxRows() + count;
      }),
    /** Only for empty columns. */
    deleteColumns: (_from: number, count: number) => change('deleteColumns', () => (layout.columns -= count)),
    isRowHiddenByFilter: (row: number) => read('isRowHiddenByFilter', () => layout.hiddenByFilter.has(row)),
    isRowHiddenByUser: (row: number) => read('isRowHiddenByUser', () => layout.hiddenByUser.has(row)),
    getProtections: (type: string) =>
      read('getProtections', () => {
        const areas = type === 'RANGE' ? layout.protectedAreas : [];
        const isWhole = type === 'SHEET' && (layout.exceptions !== null || grid.isProtected);
        return [...areas.map((area) => toProtection(area)), ...(isWhole ? [toProtection(null)] : [])];
      }),
    setFrozenRows: (count: number) =>
      change('setFrozenRows', () => {
        if (count >= maxRows()) run.fail('Sorry, it is not possible to freeze all visible rows.');
        layout.frozenRows = count;
      }),
    newChart: () => makeChartBuilder(run),
    insertChart: (chart: unknown) =>
      change('insertChart', () => {
        if (!isBuilt(chart)) run.fail('Invalid argument: chart');
        layout.charts.push(chart);
      }),
  };
  const toProtection = (area: Area | null): object => ({
    isWarningOnly: () => ask('Protection.isWarningOnly', false),
    canEdit: () => ask('Protection.canEdit', run.user === 'owner'),
    getRange() {
      const all = { row: 1, column: 1, rows: maxRows(), columns: maxColumns() };
      return ask('Protection.getRange', makeRange(run, grid, area ?? all, pending));
    },
    getUnprotectedRanges() {
      const open = layout.exceptions ?? [];
      return ask(
        'Protection.getUnprotectedRanges',
        open.map((each) => makeRange(run, grid, each, pending)),
      );
    },
  });
  return sheet;
}

/** Google switches to a new sheet. */
export function addSheet(run: Run, name: string, index: number): SheetGrid {
  const { sheets, refusesSheets } = run.state;
  if (refusesSheets !== null) run.fail(refusesSheets);
  if (sheets.some((grid) => grid.name.toLowerCase() === name.toLowerCase())) {
    run.fail(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
  checkRoom(run, 26_000);
  const grid = new SheetGrid(1 + sheets.reduce((most, { id }) => Math.max(most, id), 0), name);
  sheets.splice(index, 0, grid);
  show(run, grid);
  return grid;
}

export function removeSheet(run: Run, id: number): void {
  const { sheets, metadata, refusesSheets } = run.state;
  if (refusesSheets !== null) run.fail(refusesSheets);
  if (sheets.length === 1) run.fail("You can't remove all the sheets in a document.");
  metadata.sheetDeleted(String(id));
  sheets.splice(
    sheets.findIndex((grid) => grid.id === id),
    1,
  );
}

function checkRoom(run: Run, cells: number): void {
  const all = run.state.sheets.reduce((sum, { layout }) => sum + layout.rows * layout.columns, 0);
  if (all + cells > MOST_CELLS) run.fail(FULL);
}

/** A whole column, such as `C:C`. */
function readColumn(run: Run, notation: string): number {
  const [, first = '', last = ''] = /^([A-Z]+):([A-Z]+)$/.exec(notation) ?? [];
  return first !== '' && first === last ? readA1(`${first}1`).column : run.fail('Range not found');
}

function readR1C1(notation: string): Area {
  const [, row = 0, column = 0, lastRow = row, lastColumn = column] = (
    /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/.exec(notation) ?? []
  ).map(Number) as readonly number[];
  const place: Place = { row, column };
  return { ...place, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}
