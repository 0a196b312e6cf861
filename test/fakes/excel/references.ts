import { OfficeError } from '../../../workbook/office/office-error';
import type { RangeArea } from '../../../workbook/grid/grid-workbook';
import type { FakeTable, SheetCells } from './sheet-cells';

/** A reference to a column of a table, or to a spilled range. */
interface Read {
  readonly text: string;
  readonly sheet: SheetCells;
  readonly area: RangeArea;
  readonly isSpilled: boolean;
  /** `null`: a spilled range, or a whole table. */
  readonly column: { readonly table: FakeTable; readonly rows: Rows; readonly title: string } | null;
}

type Rows = 'this' | 'data' | 'headers' | 'all';

const TOKEN =
  /"(?:[^"]|"")*"|(?:(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))!)?(?<![\w.\\])\$?([A-Z]{1,3})\$?(\d{1,7})#|([A-Za-z_][\w.]*)?\[((?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*)\]/g;
const ITEMS: Readonly<Record<string, Rows>> = {
  '#This Row': 'this',
  '#Data': 'data',
  '#Headers': 'headers',
  '#All': 'all',
};

/**
 * How Excel treats references to tables and to spilled ranges:
 * https://support.microsoft.com/office/using-structured-references-with-excel-tables-f5ed2452-2337-4f71-bed3-c8ae6d2b276e.
 */
export class FakeReferences {
  /** How Excel writes this row's cell; both ways are documented. */
  thisRow: '@' | '#This Row' = '@';

  /** @param sheets all of the workbook */
  constructor(private readonly sheets: () => readonly SheetCells[]) {}

  /** A formula as Excel stores it in a cell. Throws `InvalidArgument` if Excel refuses it. */
  enter(sheet: SheetCells, row: number, column: number, formula: string): string {
    return this.rewrite(sheet, row, column, formula, (read) => {
      if (read === null) throw new OfficeError('InvalidArgument', `Excel does not take ${formula} here.`);
      return this.write(read, sheet, row, column);
    });
  }

  /** The current spelling of a formula's references; unresolvable ones stay. */
  rewrite(
    sheet: SheetCells,
    row: number,
    column: number,
    formula: string,
    write: (read: Read | null, text: string) => string,
  ): string {
    return formula.replace(TOKEN, (text: string, ...groups: readonly (string | undefined)[]) => {
      if (text.startsWith('"')) return text;
      return write(this.read(sheet, row, column, text, groups), text);
    });
  }

  /** The error that a formula shows because of its references; `null`: none. */
  problemOf(sheet: SheetCells, row: number, column: number, formula: string): string | null {
    let problem: string | null = null;
    this.rewrite(sheet, row, column, formula, (read, text) => {
      if (read === null) problem = '#REF!';
      else if (read.isSpilled && this.formulaAt(read) === undefined) problem ??= '#REF!';
      else if (read.column?.rows === 'this' && !holdsRow(bodyOf(read.column.table), row)) problem ??= '#VALUE!';
      else if (read.area.rowCount > 1 && isInput(formula, text) && tableAt(sheet, row, column) !== undefined) {
        problem ??= '#SPILL!';
      }
      return text;
    });
    return problem;
  }

  /** The cells of a formula's first reference, row by row. */
  inputsOf(sheet: SheetCells, row: number, column: number, formula: string): readonly unknown[] {
    const found: Read[] = [];
    this.rewrite(sheet, row, column, formula, (read, text) => {
      if (read !== null) found.push(read);
      return text;
    });
    return found[0] === undefined ? [] : found[0].sheet.readValues(found[0].area).flat();
  }

  write(read: Read, sheet: SheetCells, row: number, column: number): string {
    if (read.column === null) return read.text;
    const { table, rows, title } = read.column;
    const isInside = tableAt(sheet, row, column)?.id === table.id && read.sheet === sheet;
    const isPlain = /^[\p{L}\p{N}]+$/u.test(title);
    const bare = title.replace(/[[\]#'@]/g, "'$&");
    const bracketed = `[${bare}]`;
    const name = isInside && (rows === 'this' || rows === 'data') ? '' : table.name;
    if (rows === 'this') {
      return name + (this.thisRow === '@' ? `[@${isPlain ? bare : bracketed}]` : `[[#This Row],${bracketed}]`);
    }
    if (rows === 'data') return name + (isBare(title) ? bracketed : `[${bracketed}]`);
    return `${name}[[${rows === 'all' ? '#All' : '#Headers'}],${bracketed}]`;
  }

  private formulaAt({ sheet, area }: Read): string | undefined {
    return sheet.rows[area.row]?.[area.column]?.formula;
  }

  private read(
    sheet: SheetCells,
    row: number,
    column: number,
    text: string,
    [quoted, bare, letters, digits, name, specifier = '']: readonly (string | undefined)[],
  ): Read | null {
    if (letters !== undefined) {
      const of = quoted?.replace(/''/g, "'") ?? bare;
      const on = of === undefined ? sheet : this.sheets().find((each) => each.readName() === of);
      if (on === undefined) return null;
      return { text, sheet: on, area: spillAt(on, letters, Number(digits)), isSpilled: true, column: null };
    }
    const on = name === undefined ? [sheet] : this.sheets();
    for (const each of on) {
      const table =
        name === undefined
          ? tableAt(each, row, column)
          : each.tables.all.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (table !== undefined) return readColumn(text, each, table, specifier, row);
    }
    return null;
  }
}

function readColumn(text: string, sheet: SheetCells, table: FakeTable, specifier: string, row: number): Read | null {
  if (specifier === '' || specifier.includes(']:['))
    return { text, sheet, area: bodyOf(table), isSpilled: false, column: null };
  const parts =
    /^@(?:\[((?:'.|[^[\]'#@])*)\]|([\p{L}\p{N}]+))$/u.exec(specifier) ??
    /^(?:\[(#(?:This Row|Data|Headers|All))\], ?)?\[((?:'.|[^[\]'#@])*)\]$/.exec(specifier) ??
    /^([\p{L}\p{N} ]+)$/u.exec(specifier.trim());
  if (parts === null) return null;
  const rows = specifier.startsWith('@') ? 'this' : (ITEMS[parts[1] ?? ''] ?? 'data');
  const written = specifier.startsWith('@') ? (parts[1] ?? parts[2]) : (parts[2] ?? parts[1]);
  const title = (written ?? '').replace(/'(.)/g, '$1');
  const titles = titlesOf(sheet, table);
  const at = titles.findIndex((each) => each.toLowerCase() === title.toLowerCase());
  if (at < 0) return null;
  const body = bodyOf(table);
  const across = { column: table.area.column + at, columnCount: 1 };
  const area = {
    this: { row, rowCount: 1, ...across },
    data: { row: body.row, rowCount: body.rowCount, ...across },
    headers: { row: table.area.row, rowCount: 1, ...across },
    all: { row: table.area.row, rowCount: table.area.rowCount, ...across },
  }[rows];
  return { text, sheet, area, isSpilled: false, column: { table, rows, title: titles[at]! } };
}

/** Spaces beside a bracket are only for readability. */
function isBare(title: string): boolean {
  return /^[\p{L}\p{N} ]+$/u.test(title) && title.trim() === title;
}

function titlesOf(sheet: SheetCells, { area }: FakeTable): readonly string[] {
  return Array.from({ length: area.columnCount }, (_title, at) =>
    String(sheet.rows[area.row]?.[area.column + at]?.shown ?? ''),
  );
}

function bodyOf({ area, hasTitles, hasTotals }: FakeTable): RangeArea {
  const above = hasTitles ? 1 : 0;
  return { ...area, row: area.row + above, rowCount: area.rowCount - above - (hasTotals ? 1 : 0) };
}

function tableAt(sheet: SheetCells, row: number, column: number): FakeTable | undefined {
  return sheet.tables.all.find(
    ({ area }) => holdsRow(area, row) && column >= area.column && column < area.column + area.columnCount,
  );
}

function holdsRow({ row, rowCount }: RangeArea, at: number): boolean {
  return at >= row && at < row + rowCount;
}

function spillAt(sheet: SheetCells, letters: string, digits: number): RangeArea {
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const found = sheet.readSpills().find((each) => each.row === digits - 1 && each.column === column);
  return found ?? { row: digits - 1, column, rowCount: 1, columnCount: 1 };
}

/** Whether a Trace function answers a reference row by row. */
function isInput(formula: string, text: string): boolean {
  return /TRACE_(TECH|COMPANY|HAS_TECH|PARTNERS)\($/.test(formula.slice(0, formula.indexOf(text)));
}
