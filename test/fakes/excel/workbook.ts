import type { GridName, GridWorkbook, RangeArea } from '../../../workbook/grid/grid-workbook';
import { CarriedMarks, NAME_HABITS } from '../carried-marks';
import { makeParts } from './excel-parts';
import { FakeSheet } from './sheet';

/** A name for some cells of one column. */
interface FakeName extends Pick<GridName, 'name' | 'isHidden' | 'scope'> {
  readonly rows: Pick<RangeArea, 'row' | 'rowCount'>;
}

/** A workbook of such sheets, as the stand-in of Excel's API takes it. */
export class FakeWorkbook implements GridWorkbook {
  serialOf1904 = 1_463;
  calculationMode = 'Automatic';
  decimalSeparator: GridWorkbook['decimalSeparator'] = '.';
  readonly makeParts = makeParts;
  readonly sheets: FakeSheet[];
  /** Excel never gives the id of a deleted sheet to another one. */
  private added = 0;
  selection: ReturnType<GridWorkbook['readSelection']> = null;
  readonly listeners = new Set<() => void>();
  readonly names = new CarriedMarks<FakeName>({ ...NAME_HABITS });

  constructor(...sheets: readonly FakeSheet[]) {
    this.sheets = [];
    for (const sheet of sheets) this.join(sheet);
  }

  readSheets(): readonly FakeSheet[] {
    return this.sheets;
  }

  addSheet(name: string): FakeSheet {
    this.added += 1;
    const sheet = new FakeSheet([], `added-${this.added}`);
    sheet.name = name;
    return this.join(sheet);
  }

  /** A copy of a sheet with another id, behind the others. Its tables get new names. */
  copyOf(sheet: FakeSheet, id: string): FakeSheet {
    const copy = new FakeSheet(sheet.rows, id);
    copy.name = `${sheet.name} (2)`;
    for (const [place, format] of sheet.formats) copy.formats.set(place, format);
    for (const { area, name, id: of } of sheet.tables.all) copy.tables.add(area, `${of}-copy`, `${name}3`);
    return this.join(copy);
  }

  private join(sheet: FakeSheet): FakeSheet {
    sheet.book = () => this.sheets;
    this.sheets.push(sheet);
    return sheet;
  }

  readNames(): readonly GridName[] {
    return this.names.all.map(({ sheet, column, what: { name, isHidden, scope, rows } }) => ({
      ...{ name, isHidden, scope },
      refersTo: column === null ? null : { sheetId: sheet, area: { ...rows, column, columnCount: 1 } },
    }));
  }

  addName(name: string, sheetId: string, { row, rowCount, column }: RangeArea): void {
    this.names.put(sheetId, column, { name, isHidden: false, scope: null, rows: { row, rowCount } });
  }

  hideName(name: string): void {
    const [mark] = this.names.all.filter(({ what }) => what.name === name && what.scope === null);
    this.removeName({ name, scope: null });
    this.names.put(mark!.sheet, mark!.column!, { ...mark!.what, isHidden: true });
  }

  removeName({ name, scope }: Pick<GridName, 'name' | 'scope'>): void {
    this.names.removeWhere(({ what }) => what.name === name && what.scope === scope);
  }

  readSelection(): ReturnType<GridWorkbook['readSelection']> {
    return this.selection;
  }

  onSelection(callback: () => void): () => void {
    this.listeners.add(callback);
    return () => void this.listeners.delete(callback);
  }
}
