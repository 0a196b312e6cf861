import { toA1, type Place } from './a1';
import { addMetadata, ARBITRARY_RANGE } from './developer-metadata';
import type { Run } from '../run';
import type { SheetGrid } from './sheet-grid';
import { isIn, type Area } from './sheet-layout';
import { show } from './shown-sheet';
import type { Pending } from '../pending';
import { makeStyles } from './cell-styles';
import { makeTextFinder } from './text-finder';
import { momentOf, serialIn } from './time-zone';
import { isDateFormat, readTyped } from './typed';

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
/**
 * Reported when the change is applied, not when it is requested:
 * https://developers.google.com/workspace/sheets/api/guides/tables.
 */
const TYPED = "You can't set the number format of cells in a typed column.";
/** https://support.google.com/drive/answer/37603 */
const MOST_CHARACTERS = 50_000;

/** https://developers.google.com/apps-script/reference/spreadsheet/range */
export function makeRange(run: Run, grid: SheetGrid, area: Area, pending: Pending, isWholeColumn = false): object {
  const { row: first, column: left, rows, columns } = area;
  const { layout } = grid;
  let known: readonly (readonly Place[])[] | null = null;
  const places = (): readonly (readonly Place[])[] =>
    (known ??= Array.from({ length: rows }, (_row, row) =>
      Array.from({ length: columns }, (_column, column) => ({ row: first + row, column: left + column })),
    ));
  const read = (name: string, of: (place: Place) => unknown) => (): unknown => {
    run.call(`Range.${name}`, 'document');
    pending.flush();
    return run.realm.toContext(places().map((row) => row.map(of)));
  };
  const valueAt = (place: Place): unknown => {
    const value = grid.value(place);
    const isDay = typeof value === 'number' && isDateFormat(layout.formatAt(place));
    return isDay ? momentOf(run.state.timeZone, value) : value;
  };
  type Act = (place: Place, value: unknown) => void;
  /** Writes all of it, or nothing. */
  const putAll = (
    onto: readonly (readonly Place[])[],
    values: readonly (readonly unknown[])[],
    check: Act,
    put: Act,
  ): void => {
    if (grid.isProtected && run.user !== 'owner') run.fail(PROTECTED);
    for (const place of onto.flat()) if (layout.isProtected(place) && run.user !== 'owner') run.fail(PROTECTED);
    for (const act of [check, put]) onto.forEach((row, at) => row.forEach((place, to) => act(place, values[at]?.[to])));
  };
  const later = (check: Act, put: Act) => {
    return (values: readonly (readonly unknown[])[]): void => {
      pending.add(() => putAll(places(), values, check, put));
    };
  };
  const checkContent = (place: Place, value: unknown): void => {
    if (String(value).length > MOST_CHARACTERS) {
      run.fail('Your input contains more than the maximum of 50000 characters in a single cell.');
    }
    const typed = readTyped(value, layout.formatAt(place));
    const isTaken = typed.is === 'formula' || layout.takes(place, typed.value);
    if (!isTaken || layout.rejecting.has(`${place.row}:${place.column}`)) {
      run.fail(`The data you entered in cell ${toA1(place)} violates the data validation rules set on this cell.`);
    }
  };
  const write = (name: string, put: (place: Place, value: unknown) => void) => {
    const change = later(checkContent, put);
    return (values: readonly unknown[][]): void => {
      run.call(`Range.${name}`, 'documentWrite');
      const isSameShape = values.length === rows && values.every((row) => row.length === columns);
      if (!isSameShape) run.fail(`The number of rows in the data does not match the number of rows in the range.`);
      change(values.map((row) => [...row]));
    };
  };
  const setFormulasR1C1 = write('setFormulasR1C1', (place, formula) => grid.putR1C1(place, String(formula)));
  /** A moment becomes the date and time that it is in the spreadsheet's time zone. */
  const setValues = write('setValues', (place, value) => {
    if (!isDate(value)) return grid.enterTyped(place, value);
    grid.hold(place, serialIn(run.state.timeZone, value));
    if (!isDateFormat(layout.formatAt(place))) layout.formats.set(`${place.row}:${place.column}`, 'M/d/yyyy');
  });
  const getValues = read('getValues', valueAt);
  const setFormat = later(
    ({ column }) => {
      if (layout.typedColumns.has(column)) run.fail(TYPED);
    },
    (place, format) => layout.formats.set(`${place.row}:${place.column}`, String(format)),
  );
  const clear = (name: string, drop: (at: string) => void) => () => {
    run.call(`Range.${name}`, 'documentWrite');
    later(
      () => undefined,
      ({ row, column }) => drop(`${row}:${column}`),
    )([]);
    return range;
  };
  const range: object = {
    /** Read by charts. */
    area,
    getRow: () => first,
    getColumn: () => left,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getLastRow: () => first + rows - 1,
    getLastColumn: () => left + columns - 1,
    getSheet: () => pending.toSheet(grid),
    /** Whether the user may edit every cell. */
    canEdit() {
      run.call('Range.canEdit', 'document');
      const isClosed = grid.isProtected || places().some((row) => row.some((place) => layout.isProtected(place)));
      return run.user === 'owner' || !isClosed;
    },
    /** It is undocumented whether Google accepts a range that merely has all rows of its column as a whole column. */
    addDeveloperMetadata(...given: readonly unknown[]) {
      run.call('Range.addDeveloperMetadata', 'documentWrite');
      pending.flush();
      if (!isWholeColumn) run.fail(ARBITRARY_RANGE);
      addMetadata(run, grid.id, left - 1, given);
      return range;
    },
    activate() {
      run.call('Range.activate', 'documentWrite');
      pending.flush();
      show(run, grid, [area]);
    },
    getValues,
    getValue: () => (getValues() as readonly (readonly unknown[])[])[0]?.[0],
    getFormulas: read('getFormulas', (place) => grid.formula(place)),
    getFormula: () => (read('getFormula', (place) => grid.formula(place))() as readonly (readonly unknown[])[])[0]?.[0],
    getFormulasR1C1: read('getFormulasR1C1', (place) => grid.formulaR1C1(place)),
    getNumberFormats: read('getNumberFormats', (place) => layout.formatAt(place)),
    /**
     * `null` if a cell contains no text:
     * https://developers.google.com/apps-script/reference/spreadsheet/range#getrichtextvalue.
     */
    getRichTextValues: read('getRichTextValues', (place) => {
      const value = grid.value(place);
      if (typeof value !== 'string' || value === '' || grid.formula(place) !== '') return null;
      const { runs, link } = layout.rich.get(`${place.row}:${place.column}`) ?? { runs: [value], link: null };
      const toRun = (text: string) => ({ getText: () => text, getLinkUrl: () => link });
      return { ...toRun(value), getRuns: () => runs.map(toRun) };
    }),
    getMergedRanges() {
      run.call('Range.getMergedRanges', 'document');
      const own = layout.merged.filter((merged) => places().some((row) => row.some((place) => isIn(merged, place))));
      return own.map((merged) => makeRange(run, grid, merged, pending));
    },
    createTextFinder: (text: string) =>
      makeTextFinder(run, text, (matches) => {
        pending.flush();
        const found = grid
          .places()
          .filter((place) => isIn(area, place) && matches(grid.value(place), grid.formula(place)));
        return found.map((place) => makeRange(run, grid, { ...place, rows: 1, columns: 1 }, pending));
      }),
    /**
     * In a filtered sheet Google copies the visible rows without gaps, as users report. A value is written as it is,
     * without the format that it had from its formula.
     */
    copyTo(onto: { readonly area: Area }, { contentsOnly }: { readonly contentsOnly: boolean }) {
      run.call('Range.copyTo', 'documentWrite');
      const isOnto = JSON.stringify(onto.area) === JSON.stringify(area);
      if (!contentsOnly || !isOnto) throw new Error('the sheet of the tests copies values onto their own cells');
      pending.add(() => {
        const shown = places().filter(([place]) => !layout.hiddenByFilter.has(place!.row));
        const values = shown.map((row) => row.map((place) => grid.value(place)));
        const toHeld = (value: unknown): unknown => (isDate(value) ? serialIn(run.state.timeZone, value) : value);
        const hold = (place: Place, value: unknown): void => {
          layout.rich.delete(`${place.row}:${place.column}`);
          grid.hold(place, toHeld(value));
        };
        putAll(places().slice(0, shown.length), values, checkContent, hold);
      });
    },
    setValues,
    setValue: (value: unknown) => setValues([[value]]),
    setFormulas: write('setFormulas', (place, formula) => grid.put(place, formula)),
    setFormulasR1C1,
    setFormulaR1C1: (formula: string) => setFormulasR1C1([[formula]]),
    setNumberFormat(format: string) {
      run.call('Range.setNumberFormat', 'documentWrite');
      setFormat(places().map((row) => row.map(() => format)));
      return range;
    },
    ...makeStyles(
      run,
      layout,
      area,
      pending,
      () => grid.isProtected || layout.isProtected(area),
      (): object => range,
    ),
    clearFormat: clear('clearFormat', (at) => {
      layout.formats.delete(at);
      layout.styles.delete(at);
    }),
    clearDataValidations: clear('clearDataValidations', (at) => layout.rejecting.delete(at)),
  };
  return range;
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
