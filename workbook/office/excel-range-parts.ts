import { columnName } from '../../shared/freeze';
import type { ExcelBatch } from './excel-batch';
import type { RangeOfParts } from './excel-links';
import type { GridSheet, RangeArea } from '../grid/grid-workbook';
import { readLoaded, told } from './office-error';

/** A property of many cells in Excel's way: `null` for a mixture. */
export function allOf(count: number, has: (offset: number) => boolean): boolean | null {
  const first = count > 0 && has(0);
  for (let offset = 1; offset < count; offset += 1) if (has(offset) !== first) return null;
  return first;
}

export function sizeOf(area: RangeArea | null): number {
  return area === null ? 0 : area.rowCount * area.columnCount;
}

const AREA_PROPERTIES = ['rowIndex', 'columnIndex', 'rowCount', 'columnCount'] as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeareas */
export class ExcelRangeAreas {
  private found: readonly RangeOfParts[] | null | undefined;
  private items: readonly RangeOfParts[] | undefined;

  /** @param find called at the sync; `null`: there is none */
  constructor(
    private readonly find: () => readonly RangeOfParts[] | null,
    private readonly batch: ExcelBatch,
  ) {
    batch.add(() => (this.found = find()));
  }

  load(properties: string): void {
    const names = readLoaded(
      'areas',
      properties,
      AREA_PROPERTIES.map((name) => `areas/items/${name}`),
    );
    this.batch.add(() => {
      this.items = this.find() ?? [];
      for (const item of this.items) item.read(AREA_PROPERTIES.filter((name) => names.includes(`areas/items/${name}`)));
    });
  }

  get isNullObject(): boolean {
    return told('isNullObject', this.found) === null;
  }

  get areas(): { readonly items: readonly RangeOfParts[] } {
    return { items: told('areas', this.items) };
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeview */
export class ExcelRangeView {
  private known: readonly (readonly string[])[] | undefined;

  constructor(private readonly range: RangeOfParts) {}

  load(properties: string): void {
    readLoaded('views', properties, ['cellAddresses']);
    this.range.batch.add(() => {
      const { area, sheet } = this.range.present();
      const columns = count(area.column, area.columnCount).filter((column) => !sheet.isColumnHidden(column));
      const rows = count(area.row, area.rowCount).filter((row) => !sheet.isRowHidden(row));
      this.known = rows.map((row) => columns.map((column) => `${sheet.readName()}!${columnName(column)}${row + 1}`));
      this.range.batch.noteTold(this.known);
    });
  }

  get cellAddresses(): readonly (readonly string[])[] {
    return told('cellAddresses', this.known);
  }
}

export type PropertiesAsked = { readonly format: { readonly protection: boolean } } | { readonly textRuns: boolean };

type PropertiesTold =
  | { readonly format: { readonly protection: { readonly formulaHidden: boolean; readonly locked: boolean } } }
  | { readonly textRuns?: readonly { readonly text: string; readonly font: typeof FONT }[] };

/** Makes the answer as large as Excel's. */
const FONT = {
  bold: false,
  color: '#000000',
  italic: false,
  name: 'Aptos Narrow',
  size: 11,
  strikethrough: false,
  subscript: false,
  superscript: false,
  tintAndShade: 0,
  underline: 'None',
};

const TELLERS: Readonly<Record<string, (sheet: GridSheet, row: number, column: number) => PropertiesTold>> = {
  '{"format":{"protection":true}}': (sheet, row, column) => ({
    format: { protection: { formulaHidden: false, locked: sheet.isLocked(row, column) } },
  }),
  '{"textRuns":true}': (sheet, row, column) => {
    const texts = sheet.readTextRuns(row, column);
    return texts === null ? {} : { textRuns: texts.map((text) => ({ text, font: FONT })) };
  },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getcellproperties-member(1) */
export class CellProperties {
  private known: readonly (readonly PropertiesTold[])[] | undefined;

  constructor(range: RangeOfParts, asked: PropertiesAsked) {
    const tell = TELLERS[JSON.stringify(asked)];
    if (tell === undefined) {
      throw new Error("The stand-in of Excel's cell properties has none but the protection and the runs of a text.");
    }
    range.batch.add(() => {
      const { area, sheet } = range.present();
      this.known = count(area.row, area.rowCount).map((row) =>
        count(area.column, area.columnCount).map((column) => tell(sheet, row, column)),
      );
      range.batch.noteTold(this.known);
    });
  }

  get value(): readonly (readonly PropertiesTold[])[] {
    return told('value', this.known);
  }
}

function count(from: number, length: number): number[] {
  return Array.from({ length }, (_each, at) => from + at);
}
