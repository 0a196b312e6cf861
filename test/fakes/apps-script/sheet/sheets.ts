import { readA1, type Place } from './a1';
import { makeRange } from './range-object';
import { makeMetadataFinder } from './developer-metadata';
import type { Pending } from '../pending';
import type { Run } from '../run';
import { makeTextFinder } from './text-finder';
import type { SheetGrid } from './sheet-grid';
import { addSheet, makeSheet, removeSheet } from './sheet-object';

/** The methods of `Spreadsheet` about its sheets: https://developers.google.com/apps-script/reference/spreadsheet. */
interface Sheets {
  readonly getSheets: () => readonly object[];
  readonly getSheetById: (id: number) => object | null;
  readonly getSheetByName: (name: string) => object | null;
  readonly getRangeByName: (name: string) => object | null;
  readonly getActiveSheet: () => object;
  readonly getActiveRange: () => object | null;
  readonly getActiveRangeList: () => object | null;
  readonly getCurrentCell: () => object | null;
  readonly insertSheet: (name: string, index: number) => object;
  readonly deleteSheet: (sheet: { getSheetId(): number }) => void;
  readonly flush: () => void;
  readonly createTextFinder: (text: string) => object;
  readonly createDeveloperMetadataFinder: () => object;
}

export function makeSheets(run: Run): Sheets {
  const changes: (() => void)[] = [];
  const flush = (): void => {
    if (changes.length > 0) for (const grid of run.state.sheets) grid.beginStep();
    for (const change of changes.splice(0)) change();
  };
  const pending: Pending = {
    add: (change) => void changes.push(change),
    flush,
    toSheet: (grid) => makeSheet(run, grid, pending),
  };
  run.atEnd(flush);
  const { state } = run;
  const activeGrid = (): SheetGrid => {
    const id = run.cell?.sheetId ?? state.selection.sheetId;
    return state.sheets.find((grid) => grid.id === id) ?? state.sheets[0]!;
  };
  return {
    flush,
    getActiveSheet() {
      run.call('SpreadsheetApp.getActiveSheet', 'document');
      return makeSheet(run, activeGrid(), pending);
    },
    getActiveRange() {
      run.call('SpreadsheetApp.getActiveRange', 'document');
      if (run.cell === null) return null;
      return makeRange(run, activeGrid(), { ...run.cell, rows: 1, columns: 1 }, pending);
    },
    getActiveRangeList() {
      run.call('SpreadsheetApp.getActiveRangeList', 'document');
      const grid = activeGrid();
      if (grid.type !== 'GRID') return null;
      return { getRanges: () => state.selection.areas.map((area) => makeRange(run, grid, area, pending)) };
    },
    getCurrentCell() {
      run.call('Spreadsheet.getCurrentCell', 'document');
      const grid = activeGrid();
      const { areas } = state.selection;
      const area = areas[areas.length - 1];
      if (grid.type !== 'GRID' || area === undefined) return null;
      return makeRange(run, grid, { ...area, rows: 1, columns: 1 }, pending);
    },
    /** Searches what the cells of every sheet show. */
    createTextFinder: (text) =>
      makeTextFinder(run, text, (matches) => {
        flush();
        return state.sheets.flatMap((grid) =>
          grid
            .places()
            .filter((place) => matches(grid.value(place), grid.formula(place)))
            .map((place) => makeRange(run, grid, { ...place, rows: 1, columns: 1 }, pending)),
        );
      }),
    createDeveloperMetadataFinder: () =>
      makeMetadataFinder(run, (sheetId, column) => {
        const grid = state.sheets.find(({ id }) => id === sheetId);
        if (grid === undefined) return null;
        return makeRange(run, grid, { row: 1, column: column + 1, rows: grid.layout.rows, columns: 1 }, pending, true);
      }),
    getSheets() {
      run.call('Spreadsheet.getSheets', 'document');
      return state.sheets.map((grid) => makeSheet(run, grid, pending));
    },
    getSheetById(id) {
      run.call('Spreadsheet.getSheetById', 'document');
      const grid = state.sheets.find((each) => each.id === id);
      return grid === undefined ? null : makeSheet(run, grid, pending);
    },
    getSheetByName(name) {
      run.call('Spreadsheet.getSheetByName', 'document');
      const grid = state.sheets.find((each) => each.name === name);
      return grid === undefined ? null : makeSheet(run, grid, pending);
    },
    getRangeByName(name) {
      run.call('Spreadsheet.getRangeByName', 'document');
      const [, sheet, from = '', to = from] =
        /^(\w+)!(\$?[A-Z]+\$?\d+)(?::(\$?[A-Z]+\$?\d+))?$/.exec(state.namedRanges.get(name.toUpperCase()) ?? '') ?? [];
      const grid = state.sheets.find((each) => each.name === sheet);
      if (grid === undefined) return null;
      const [first, last] = [from, to].map((text) => readA1(text.replace(/\$/g, ''))) as [Place, Place];
      const area = { ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
      return makeRange(run, grid, area, pending);
    },
    insertSheet(name, index) {
      run.call('Spreadsheet.insertSheet', 'documentWrite');
      flush();
      return makeSheet(run, addSheet(run, name, index), pending);
    },
    deleteSheet(sheet) {
      run.call('Spreadsheet.deleteSheet', 'documentWrite');
      flush();
      removeSheet(run, sheet.getSheetId());
    },
  };
}
