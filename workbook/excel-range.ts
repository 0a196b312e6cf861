import type { GridSheet } from './grid-sheets';

export interface RangeArea {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

type Cells = readonly (readonly unknown[])[];

interface Properties {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly values: Cells;
  readonly formulas: Cells;
}

type Property = keyof Properties;

const READ: { readonly [P in Property]: (area: RangeArea, sheet: GridSheet) => Properties[P] } = {
  rowIndex: ({ row }) => row,
  columnIndex: ({ column }) => column,
  rowCount: ({ rowCount }) => rowCount,
  columnCount: ({ columnCount }) => columnCount,
  values: (area, sheet) => sheet.readValues(area),
  // Excel tells the value where there is no formula.
  formulas(area, sheet) {
    const values = sheet.readValues(area);
    return sheet.readFormulas(area).map((row, index) => row.map((text, column) => text || values[index]?.[column]));
  },
};

/** Stands in for a range of Excel's API: https://learn.microsoft.com/javascript/api/excel/excel.range. */
export class ExcelRange {
  private isMissing: boolean | undefined;
  private readonly known: { -readonly [P in Property]?: Properties[P] } = {};

  /** @param find where it is, or `null` for none; asked at the sync */
  constructor(
    private readonly sheet: GridSheet,
    private readonly find: () => RangeArea | null,
    private readonly queue: (() => void)[],
  ) {
    queue.push(() => (this.isMissing = find() === null));
  }

  load(properties: string): void {
    const names = properties.split(',').map((name) => name.trim());
    const unknown = names.find((name) => !Object.prototype.hasOwnProperty.call(READ, name));
    if (unknown !== undefined) throw new Error(`The stand-in of Excel's ranges has no ${unknown}.`);
    this.queue.push(() => {
      const area = this.find();
      for (const name of names as Property[]) if (area !== null) this.keep(name, READ[name](area, this.sheet));
    });
  }

  /** Known after any sync, without being loaded. */
  get isNullObject(): boolean {
    return told('isNullObject', this.isMissing);
  }

  get rowIndex(): number {
    return told('rowIndex', this.known.rowIndex);
  }

  get columnIndex(): number {
    return told('columnIndex', this.known.columnIndex);
  }

  get rowCount(): number {
    return told('rowCount', this.known.rowCount);
  }

  get columnCount(): number {
    return told('columnCount', this.known.columnCount);
  }

  get values(): Cells {
    return told('values', this.known.values);
  }

  get formulas(): Cells {
    return told('formulas', this.known.formulas);
  }

  /** A formula that is entered again is calculated again. The pane enters no others, and so does this. */
  set formulas(entered: Cells) {
    this.queue.push(() => {
      const area = this.find();
      if (area === null) throw new Error('ItemNotFound: there is no such range.');
      const present = this.sheet.readFormulas(area);
      if (JSON.stringify(entered) !== JSON.stringify(present)) {
        throw new Error('The stand-in of Excel only enters again the formulas that are there.');
      }
      present.forEach((cells, row) =>
        cells.forEach((_formula, column) => this.sheet.retry(area.row + row, area.column + column)),
      );
    });
  }

  getSpillParentOrNullObject(): ExcelRange {
    const findParent = (): RangeArea | null => {
      const area = this.find();
      const parent = area === null ? null : this.sheet.findSpillParent(area.row, area.column);
      return parent === null ? null : { ...parent, rowCount: 1, columnCount: 1 };
    };
    return new ExcelRange(this.sheet, findParent, this.queue);
  }

  private keep<P extends Property>(name: P, value: Properties[P]): void {
    this.known[name] = value;
  }
}

function told<T>(name: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`PropertyNotLoaded: load ${name} and sync before reading it.`);
  return value;
}
