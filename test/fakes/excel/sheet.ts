import {
  findUsed,
  overlap,
  type GridLooks,
  type GridSheet,
  type GridContent,
  type RangeArea,
} from '../../../workbook/grid/grid-workbook';
import type { OfficeError } from '../../../workbook/office/office-error';
import type { GridChart, GridPrint, GridTable } from './part-types';
import { FakeReferences } from './references';
import type { FakeCell, SheetCells } from './sheet-cells';
import { SheetLooks } from './sheet-looks';
import { breakSpills, readSpills } from './spills';
import { FakeTables } from './tables';

export type { FakeCell } from './sheet-cells';

/** A sheet for the stand-in of Excel's API: its cells by row and column, and which were entered again. */
export class FakeSheet implements GridSheet, SheetCells {
  name = 'Leads';
  isShown = true;
  fillsEmpty = true;
  readonly retried: string[] = [];
  /** The most cells that were read at once. */
  largestRead = 0;
  /** How many cells may be read before a user would give up. */
  patience = Infinity;
  readonly rows: FakeCell[][];
  readonly formats = new Map<string, string>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly merges: RangeArea[] = [];
  readonly arrays: RangeArea[] = [];
  /** Cells that refuse every entry, such as those of a PivotTable, as `row:column`. */
  readonly refusing = new Map<string, OfficeError>();
  private protection: { readonly allowFormatCells: boolean } | null = null;
  /** How many ranges were written. */
  writes = 0;
  selected: RangeArea | null = null;

  constructor(
    cells: readonly (readonly FakeCell[])[],
    public id = 'sheet-1',
  ) {
    this.rows = cells.map((row) => [...row]);
    this.maySpill = cells.some((row) => row.some(({ from }) => from !== undefined));
  }

  private isFiltered = false;

  hasFilter(): boolean {
    return this.isFiltered;
  }

  /** Like Excel's, it goes by what cells show, ignoring case, and finds no text of more than 255 characters. */
  filter({ row, column, rowCount }: RangeArea, filtered: number, texts: readonly string[]): void {
    this.isFiltered = true;
    const shown = new Set(texts.filter(({ length }) => length <= 255).map((text) => text.toLowerCase()));
    for (let at = row + 1; at < row + rowCount; at += 1) {
      const text = String(this.rows[at]?.[column + filtered]?.shown ?? '').toLowerCase();
      if (!shown.has(text)) this.hiddenRows.add(at);
    }
  }

  readName(): string {
    return this.name;
  }

  show(isShown: boolean): void {
    this.isShown = isShown;
  }

  remove(): void {
    const sheets = this.book();
    sheets.splice(sheets.indexOf(this), 1);
  }

  readExtent(): { rowCount: number; columnCount: number } {
    let [rowCount, columnCount] = [0, 0];
    for (let row = 0; row < this.rows.length; row += 1) {
      const cells = this.rows[row]!;
      let width = cells.length;
      while (width > 0 && cells[width - 1]!.shown === '') width -= 1;
      if (width > 0) rowCount = row + 1;
      if (width > columnCount) columnCount = width;
    }
    return { rowCount, columnCount };
  }

  readUsed(area: RangeArea): RangeArea | null {
    const { rows } = this;
    let [row, end] = [area.row, Math.min(area.row + area.rowCount, rows.length)];
    // Nearly all rows of the largest sheets.
    while (row < end && rows[row]!.length <= area.column) row += 1;
    while (row < end && rows[end - 1]!.length <= area.column) end -= 1;
    return findUsed(
      { ...area, row, rowCount: Math.max(0, end - row) },
      (row) => rows[row]!.length,
      (row, column) => rows[row]![column]!.shown !== '' || rows[row]![column]!.formula !== undefined,
    );
  }

  /** All sheets of its workbook. */
  book: () => FakeSheet[] = () => [this];
  readonly references = new FakeReferences(() => this.book());
  /** What entered formulas show, given the cells of their first reference to a table or spilled range. */
  answer: (inputs: readonly unknown[]) => unknown = () => '#CALC';

  readValues(area: RangeArea): unknown[][] {
    this.largestRead = Math.max(this.largestRead, area.rowCount * area.columnCount);
    this.patience -= area.rowCount * area.columnCount;
    if (this.patience < 0) throw new Error('nobody waits for so many cells');
    return this.cut(area, ({ shown, formula }, row, column) => {
      if (formula === undefined || !/[#[]/.test(formula)) return shown;
      const problem = this.references.problemOf(this, row, column, formula);
      if (problem !== null || shown !== '#CALC') return problem ?? shown;
      return this.answer(this.references.inputsOf(this, row, column, formula));
    });
  }

  readFormulas(area: RangeArea): string[][] {
    return this.cut(area, ({ formula = '' }) => formula);
  }

  readFormats(area: RangeArea): string[][] {
    const { formats } = this;
    if (formats.size === 0) return this.cut(area, () => 'General');
    return this.cut(area, (_cell, row, column) => formats.get(`${row}:${column}`) ?? 'General');
  }

  /** What cells show if a function has set a format, as `row:column`. */
  readonly texts = new Map<string, string>();

  readTexts(area: RangeArea): string[][] {
    return this.cut(area, ({ shown }, row, column) => this.texts.get(`${row}:${column}`) ?? String(shown));
  }

  /** Whether a table may fill cells here: most sheets have none. */
  private maySpill: boolean;

  readSpills(): RangeArea[] {
    return this.maySpill ? readSpills(this.rows) : [];
  }

  readMerges(): readonly RangeArea[] {
    return this.merges;
  }

  readonly tables = new FakeTables(this);

  readTables(): readonly GridTable[] {
    return this.tables.all;
  }

  resizeTable(id: string, area: RangeArea): void {
    this.tables.resize(id, area);
  }

  deleteTableColumn(id: string, index: number): void {
    this.tables.deleteColumn(id, index);
  }

  readArrays(): readonly RangeArea[] {
    return this.arrays;
  }

  /** How often entries made the workbook calculate. */
  calculations = 0;

  calculated(): void {
    this.calculations += 1;
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row);
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.has(column);
  }

  readProtection(): { readonly allowFormatCells: boolean } | null {
    return this.protection;
  }

  /** @param locked the cells that stay locked, as `row:column`; all others are unlocked */
  protect(locked: readonly string[], options = { allowFormatCells: false }): void {
    this.protection = options;
    this.isLocked = (row, column) => locked.includes(`${row}:${column}`);
  }

  isLocked: GridSheet['isLocked'] = () => true;

  /** The parts of texts, as `row:column`. */
  readonly textRuns = new Map<string, readonly string[]>();

  readTextRuns(row: number, column: number): readonly string[] | null {
    return this.textRuns.get(`${row}:${column}`) ?? null;
  }

  writeValues(area: RangeArea, values: readonly (readonly (GridContent | null)[])[]): void {
    this.checkEntry(area);
    const entered = values.map((cells, down) =>
      cells.map((held, right) =>
        held?.is === 'formula'
          ? this.references.enter(this, area.row + down, area.column + right, held.formula)
          : undefined,
      ),
    );
    this.writes += 1;
    breakSpills(this, area);
    values.forEach((cells, down) =>
      cells.forEach((held, right) => {
        if (held === null) return;
        const formula = entered[down]![right];
        const isError = held.is === 'value' && held.isError === true;
        const cell =
          formula === undefined ? { shown: valueOf(held), ...(isError && { isError }) } : { shown: '#CALC', formula };
        this.put(area.row + down, area.column + right, cell);
      }),
    );
    this.tables.entered(area);
  }

  /** Formats and formulas of the rows below keep their texts: no test needs more. */
  insertRows(row: number, rowCount: number): void {
    this.writes += 1;
    while (this.rows.length < row) this.rows.push([]);
    for (let at = 0; at < rowCount; at += 1) this.tables.insertRow(row);
    this.looks.insertRows(row, rowCount);
    const moved = [...this.formats].map(([place, format]): [string, string] => {
      const [at = 0, column = 0] = place.split(':').map(Number);
      return [`${at < row ? at : at + rowCount}:${column}`, format];
    });
    this.formats.clear();
    for (const [place, format] of moved) this.formats.set(place, format);
  }

  clearFormats({ row, column, rowCount, columnCount }: RangeArea): void {
    const isIn = (at: number, right: number): boolean =>
      at >= row && at < row + rowCount && right >= column && right < column + columnCount;
    this.looks.clear(isIn);
    for (const place of [...this.formats.keys()]) {
      const [at = 0, right = 0] = place.split(':').map(Number);
      if (isIn(at, right)) this.formats.delete(place);
    }
  }

  writeFormats(area: RangeArea, formats: readonly (readonly (string | null)[])[]): void {
    this.checkEntry(area);
    formats.forEach((cells, down) =>
      cells.forEach((format, right) => {
        if (format !== null) this.formats.set(`${area.row + down}:${area.column + right}`, format);
      }),
    );
  }

  readonly looks = new SheetLooks();

  readLooks(row: number, column: number): GridLooks {
    return this.looks.read(row, column);
  }

  writeLooks(row: number, column: number, given: Partial<GridLooks>): void {
    this.looks.write(row, column, given);
  }

  frozenRows = 0;

  freezeRows(count: number): void {
    this.frozenRows = count;
  }

  readonly charts: GridChart[] = [];
  /** `undefined`: the program draws none. */
  addChart: ((chart: GridChart) => void) | undefined = (chart) => void this.charts.push(chart);
  readonly print: Partial<GridPrint>[] = [];
  /** `undefined`: the program does not print. */
  setPrint: ((change: Partial<GridPrint>) => void) | undefined = (change) => void this.print.push(change);

  put(row: number, column: number, cell: FakeCell): void {
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row]!;
    while (cells.length <= column) cells.push({ shown: '' });
    cells[column] = cell;
    this.maySpill ||= cell.from !== undefined;
  }

  /** The sheet's values, row by row, up to the given number of columns. */
  values(columns: number): unknown[][] {
    return this.readValues({ row: 0, column: 0, rowCount: this.rows.length, columnCount: columns });
  }

  retry(row: number, column: number): void {
    this.checkEntry({ row, column, rowCount: 1, columnCount: 1 });
    this.retried.push(`${row}:${column}`);
  }

  activate(): void {}

  select([area]: readonly RangeArea[]): void {
    this.selected = area ?? null;
  }

  private checkEntry(area: RangeArea): void {
    for (const [place, error] of this.refusing) {
      const [row, column] = place.split(':').map(Number);
      if (overlap(area, { row: row!, column: column!, rowCount: 1, columnCount: 1 }) !== null) throw error;
    }
  }

  private cut<T>(area: RangeArea, read: (cell: FakeCell, row: number, column: number) => T): T[][] {
    const blank: FakeCell = { shown: '' };
    const lines: T[][] = [];
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      const cells = this.rows[row];
      const line: T[] = [];
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        line.push(read(cells?.[column] ?? blank, row, column));
      }
      lines.push(line);
    }
    return lines;
  }
}

function valueOf(held: GridContent): unknown {
  return held.is === 'value' ? held.value : '';
}
