import type { Place } from './a1';
import type { Run } from './run';
import type { SheetGrid } from './sheet-grid';

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Changes that Google has not made yet: it collects them until a value is read or they are asked for. */
type Pending = (() => void)[];

/** `Spreadsheet.getSheets()`, and what writes the changes: https://developers.google.com/apps-script/reference/spreadsheet. */
export interface Sheets {
  readonly getSheets: () => readonly object[];
  readonly getActiveSheet: () => object;
  readonly getActiveRange: () => object | null;
  readonly flush: () => void;
  readonly createTextFinder: (text: string) => object;
}

export function makeSheets(run: Run): Sheets {
  const pending: Pending = [];
  const flush = (): void => {
    for (const change of pending.splice(0)) change();
  };
  run.atEnd(flush);
  const activeGrid = (): SheetGrid => {
    const { sheets } = run.state;
    return sheets.find(({ id }) => id === run.cell?.sheetId) ?? sheets[0]!;
  };
  return {
    flush,
    getActiveSheet() {
      run.call('SpreadsheetApp.getActiveSheet', 'document');
      return makeSheet(run, activeGrid(), pending, flush);
    },
    getActiveRange() {
      run.call('SpreadsheetApp.getActiveRange', 'document');
      if (run.cell === null) return null;
      return makeRange(run, activeGrid(), { start: run.cell, rows: 1, columns: 1 }, pending, flush);
    },
    /** Looks through what the cells of every sheet show. */
    createTextFinder: (text) => ({
      findNext() {
        run.call('TextFinder.findNext', 'document');
        flush();
        return run.state.sheets.some((grid) => grid.holds(text)) ? {} : null;
      },
    }),
    getSheets() {
      run.call('Spreadsheet.getSheets', 'document');
      return run.state.sheets.map((grid) => makeSheet(run, grid, pending, flush));
    },
  };
}

function makeSheet(run: Run, grid: SheetGrid, pending: Pending, flush: () => void): object {
  const range = (start: Place, rows: number, columns: number): object =>
    makeRange(run, grid, { start, rows, columns }, pending, flush);
  return {
    getSheetId: () => grid.id,
    getName: () => grid.name,
    getType: () => grid.type,
    getDataRange() {
      run.call('Sheet.getDataRange', 'document');
      if (grid.type !== 'GRID') run.fail(`This operation is not supported on sheets of type ${grid.type}.`);
      flush();
      const { row, column } = grid.extent();
      return range({ row: 1, column: 1 }, row, column);
    },
    getLastRow() {
      run.call('Sheet.getLastRow', 'document');
      return grid.extent().row;
    },
    getRange(row: number, column: number, rows = 1, columns = 1) {
      if (![row, column, rows, columns].every((number) => Number.isInteger(number) && number > 0)) {
        run.fail('The starting row of the range is too small.');
      }
      return range({ row, column }, rows, columns);
    },
  };
}

interface Area {
  readonly start: Place;
  readonly rows: number;
  readonly columns: number;
}

function makeRange(run: Run, grid: SheetGrid, area: Area, pending: Pending, flush: () => void): object {
  const { start, rows, columns } = area;
  const places = Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_column, column) => ({ row: start.row + row, column: start.column + column })),
  );
  const read = (name: string, of: (place: Place) => unknown) => (): unknown => {
    run.call(`Range.${name}`, 'document');
    flush();
    return run.realm.toContext(places.map((row) => row.map(of)));
  };
  const write =
    (name: string, put: (place: Place, value: unknown) => void) =>
    (values: readonly unknown[][]): void => {
      run.call(`Range.${name}`, 'documentWrite');
      const isSameShape = values.length === rows && values.every((row) => row.length === columns);
      if (!isSameShape) {
        run.fail(`The number of rows in the data does not match the number of rows in the range.`);
      }
      const copied = values.map((row) => [...row]);
      pending.push(() => {
        if (grid.isProtected && run.user !== 'owner') run.fail(PROTECTED);
        places.forEach((row, at) => row.forEach((place, column) => put(place, copied[at]?.[column])));
      });
    };
  const setFormulasR1C1 = write('setFormulasR1C1', (place, formula) => grid.putR1C1(place, String(formula)));
  return {
    getRow: () => start.row,
    getColumn: () => start.column,
    getSheet: () => makeSheet(run, grid, pending, flush),
    getValues: read('getValues', (place) => grid.value(place)),
    getFormulas: read('getFormulas', (place) => grid.formula(place)),
    getFormulasR1C1: read('getFormulasR1C1', (place) => grid.formulaR1C1(place)),
    setValues: write('setValues', (place, value) => grid.put(place, value)),
    setFormulas: write('setFormulas', (place, formula) => grid.put(place, formula)),
    setFormulasR1C1,
    setFormulaR1C1: (formula: string) => setFormulasR1C1([[formula]]),
  };
}
