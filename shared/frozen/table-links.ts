import { isForm, type Form, readLinkText, rowsOf, writeLinkText, type LinkRows } from './link-text';
import { isOfTable, type Reference } from './reference';
import {
  valueAt,
  type Anchor,
  type Block,
  type FoundLink,
  type Links,
  type Placing,
  type SheetCells,
} from './sheet-cells';
import { SPILL_ORDER } from './spill-order';
import { lettersOf, readReferences, rowOf } from './template';

/** A table of a sheet. */
export interface NamedTable {
  readonly name: string;
  /** Without the rows of titles and totals. */
  readonly body: Block;
  /** Whether the row above holds the titles. */
  readonly hasTitles: boolean;
}

/** A sheet as its links need it. */
export interface LinkedSheet extends SheetCells {
  readonly tables: readonly NamedTable[];
  /** The cells that the formula of a cell fills, where these are more than one. */
  spillAt(row: number, column: number): Block | undefined;
}

/** A text, a spilled range, the name of a sheet, or a reference to a table. */
const LINK = new RegExp(
  String.raw`"(?:[^"]|"")*"|((?:(?:'(?:[^']|'')+'|[\p{L}_][\w\p{L}\p{M}.]*)!)?\$?[A-Z]{1,3}\$?\d{1,7})#|'(?:[^']|'')*'!|` +
    String.raw`((?<![\w\p{L}.])[\p{L}_\\][\w\p{L}\p{M}.\\]*)?(\[(?:'.|[^\[\]']|\[(?:'.|[^\[\]'])*\])*\])`,
  'gsu',
);
const SIZE = /^#(\d{1,7})x(\d{1,5})$/;

/** The links of the formulas of a sheet, whose tables may be on others. */
export class TableLinks implements Links {
  readonly order = SPILL_ORDER;

  constructor(
    private readonly own: LinkedSheet,
    private readonly sheets: readonly LinkedSheet[],
  ) {}

  find(formula: string, row: number, column: number): readonly FoundLink[] | null {
    if (!/[#[]/.test(formula)) return [];
    const found: FoundLink[] = [];
    for (const match of formula.matchAll(LINK)) {
      const [text, spill, name, of] = match;
      if (spill === undefined && of === undefined) continue;
      const reference = spill === undefined ? this.readTable(name, of!, row, column) : this.readSpill(spill, row);
      if (reference === null) return null;
      found.push({ from: match.index, to: match.index + text.length, reference });
    }
    return found;
  }

  toPlain(formula: string, row: number, column: number): string | null {
    const links = this.find(formula, row, column);
    if (links === null) return null;
    let [plain, from] = ['', 0];
    for (const link of links) {
      const cells = this.cellsOf(link.reference, row);
      if (cells === null) return null;
      plain += formula.slice(from, link.from) + this.toCells(cells);
      from = link.to;
    }
    return plain + formula.slice(from);
  }

  write([sheet, [column], , link = '']: Reference<number>, row: number, atColumn: number): string | null {
    const { isNamed, form, name } = readLink(link);
    const on = this.sheetOf(sheet);
    if (form === null || on === null) return null;
    const table = findTable(on, column, { row: rowsOf(form) === 'this' ? row : null, name });
    if (table === null || !table.hasTitles) return null;
    const isInside = on === this.own && holds(table.body, row, atColumn);
    const title = String(valueAt(on, table.body.row - 1, column));
    return `${isNamed || !isInside ? table.name : ''}${writeLinkText(form, title)}`;
  }

  cellsOf(reference: Reference<number>, row: number): (Block & { readonly of: SheetCells }) | null {
    const [sheet, [column], , link = ''] = reference;
    const of = this.sheetOf(sheet);
    if (of === null) return null;
    const size = SIZE.exec(link);
    if (size !== null) {
      const at = rowOf(reference[1], row)!;
      const kept = { row: at, column, rows: Number(size[1]), columns: Number(size[2]) };
      return { ...(of.spillAt(at, column) ?? kept), of };
    }
    const { form, name } = readLink(link);
    if (form === null) return null;
    const rows = rowsOf(form);
    const table = findTable(of, column, { row: rows === 'this' ? row : null, name });
    return table && { ...rowsIn(table, rows, row), column, columns: 1, of };
  }

  anchorsOf(formula: string): readonly Anchor[] {
    if (!formula.includes('#')) return [];
    return [...formula.matchAll(LINK)].flatMap(([, spill]) => {
      const [reference] = spill === undefined ? [] : readReferences(`=${spill}`, 0);
      const of = reference === undefined ? null : this.sheetOf(reference[0]);
      return of === null ? [] : [{ of, row: rowOf(reference![1], 0)!, column: reference![1][0] }];
    });
  }

  place<C>(reference: Reference<C>, { columnOf, elsewhere }: Placing<C>): Reference<number> | null {
    const [name, [column, ...rest], last, ...link] = reference;
    const own = name === '' ? columnOf(column) : (column as number);
    const [sheet, at] = own !== null ? [name, own] : (isOfTable(reference) && elsewhere?.(column)) || ['', null];
    if (at === null) return null;
    return [sheet, [at, ...rest], last && [at, last[1], last[2], last[3]], ...link];
  }

  findElsewhere(mark: unknown, found: Parameters<Links['findElsewhere']>[1]): readonly [string, number] | null {
    const [one, other] = found.filter((each) => each.mark === mark && each.sheet !== this.own.id);
    const on = one === undefined || other !== undefined ? undefined : this.sheets.find(({ id }) => id === one.sheet);
    return on === undefined ? null : [toSheetText(on.name), one!.column];
  }

  columnsElsewhere(references: readonly Reference<number>[]): readonly (readonly [SheetCells, number])[] {
    return references.flatMap((reference) => {
      const [sheet, [column]] = reference;
      return isOfTable(reference) && sheet !== '' ? [[this.sheetOf(sheet)!, column] as const] : [];
    });
  }

  private readTable(name: string | undefined, text: string, row: number, column: number): Reference<number> | null {
    const read = readLinkText(text);
    if (read === null) return null;
    for (const on of name === undefined ? [this.own] : this.sheets) {
      const table = on.tables.find((each) =>
        name === undefined ? holds(each.body, row, column) : each.name.toLowerCase() === name.toLowerCase(),
      );
      if (table === undefined) continue;
      const at = findTitle(on, table, read.title);
      const isThis = rowsOf(read.form) === 'this';
      if (at === null || (isThis && !holdsRow(table.body, row))) return null;
      const isAlone = isThis || findTable(on, at, { row: null, name: '' }) !== null;
      const link = `${name === undefined ? '' : 'T'}${read.form}${isAlone ? '' : `|${table.name}`}`;
      const sheet = on === this.own ? '' : toSheetText(on.name);
      return isThis ? [sheet, [at, '', 0, ''], null, link] : [sheet, [at, '', null, ''], [at, '', null, ''], link];
    }
    return null;
  }

  private readSpill(text: string, row: number): Reference<number> | null {
    const [reference] = readReferences(`=${text}`, row);
    const of = reference === undefined ? null : this.sheetOf(reference[0]);
    if (reference === undefined || of === null) return null;
    const [sheet, first] = reference;
    const { rows, columns } = of.spillAt(rowOf(first, row)!, first[0]) ?? { rows: 1, columns: 1 };
    return [sheet, first, [first[0], '', null, ''], `#${rows}x${columns}`];
  }

  private toCells({ of, row, column, rows, columns }: Block & { readonly of: SheetCells }): string {
    const sheet = of === this.own ? '' : toSheetText(of.name);
    const first = `${lettersOf(column)}${row + 1}`;
    return `${sheet}${first}${rows * columns === 1 ? '' : `:${lettersOf(column + columns - 1)}${row + rows}`}`;
  }

  sheetOf(text: string): LinkedSheet | null {
    if (text === '') return this.own;
    return this.sheets.find(({ name }) => text === toSheetText(name) || text === `${name}!`) ?? null;
  }
}

/** Anyone who may edit the file can have written it. */
function readLink(link: string): { readonly isNamed: boolean; readonly form: Form | null; readonly name: string } {
  const [text = '', name = ''] = link.split('|');
  const isNamed = text.startsWith('T');
  const form = isNamed ? text.slice(1) : text;
  return { isNamed, form: isForm(form) ? form : null, name };
}

/** The table with a column, `null` where there is none or more than one. @param name `''`: any */
function findTable(
  { tables }: LinkedSheet,
  column: number,
  { row, name }: { readonly row: number | null; readonly name: string },
): NamedTable | null {
  const [table, other] = tables.filter(
    (each) =>
      column >= each.body.column &&
      column < each.body.column + each.body.columns &&
      (row === null || holdsRow(each.body, row)) &&
      (name === '' || each.name.toLowerCase() === name.toLowerCase()),
  );
  return table === undefined || other !== undefined ? null : table;
}

function findTitle(sheet: LinkedSheet, { body, hasTitles }: NamedTable, title: string): number | null {
  if (!hasTitles) return null;
  for (let column = body.column; column < body.column + body.columns; column += 1) {
    if (String(valueAt(sheet, body.row - 1, column)).toLowerCase() === title.toLowerCase()) return column;
  }
  return null;
}

function rowsIn({ body }: NamedTable, rows: LinkRows, row: number): Pick<Block, 'row' | 'rows'> {
  if (rows === 'data') return body;
  return { row: rows === 'this' ? row : body.row - 1, rows: 1 };
}

function holdsRow({ row, rows }: Block, at: number): boolean {
  return at >= row && at < row + rows;
}

function holds(block: Block, row: number, column: number): boolean {
  return holdsRow(block, row) && column >= block.column && column < block.column + block.columns;
}

/** As formulas name it. */
function toSheetText(name: string): string {
  return `'${name.replace(/'/g, "''")}'!`;
}
