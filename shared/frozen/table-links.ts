import { columnName } from '../cells/column-name';
import { toDigits } from '../digest';
import { readLinkText, rowsOf, writeLinkText } from './link-text';
import {
  findTable,
  findTitle,
  holds,
  holdsRow,
  rowsIn,
  titleOf,
  type LinkedSheet,
  type NamedTable,
} from './named-table';
import { isOfTable, type Reference } from './reference';
import type { Anchor, Block, FoundLink, Links, Placing, SheetCells } from './sheet-cells';
import { SPILL_ORDER } from './spill-order';
import { readLink, toAlike, toKind } from './table-link';
import { readReferences, rowOf } from './template';

/** A text, a spilled range, the name of a sheet, or a reference to a table. */
const LINK = new RegExp(
  String.raw`"(?:[^"]|"")*"|((?<![\w\p{L}\p{M}.\\$!'])(?:(?:'(?:[^']|'')+'|[\p{L}_][\w\p{L}\p{M}.]*)!)?\$?[A-Z]{1,3}\$?\d{1,7})#|'(?:[^']|'')*'!|` +
    String.raw`((?<![\w\p{L}.])[\p{L}_\\][\w\p{L}\p{M}.\\]*)?(\[(?:'.|[^\[\]']|\[(?:'.|[^\[\]'])*\])*\])`,
  'gsu',
);
/** Where one of these follows, the reference is to another workbook, or part of its name. */
const OUTSIDE = /^[\w\p{L}!']/u;
/** 48 bits. */
const DIGITS = 8;
const SIZE = /^#(\d{1,7})x(\d{1,5})$/;

/** The links in the formulas of a sheet. Their tables may be on other sheets. */
export class TableLinks implements Links {
  readonly order = SPILL_ORDER;
  readonly toKind = toKind;
  readonly alike = toAlike;
  /** Digests of titles, by the place of each. */
  private readonly titles = new Map<string, string>();

  constructor(
    private readonly own: LinkedSheet,
    private readonly sheets: readonly LinkedSheet[],
  ) {}

  find(formula: string, row: number, column: number): readonly FoundLink[] | null {
    const found: FoundLink[] = [];
    for (const match of formula.matchAll(LINK)) {
      const [text, spill, name, of] = match;
      if (spill === undefined && of === undefined) continue;
      const to = match.index + text.length;
      if (of !== undefined && (formula[match.index - 1] === '!' || OUTSIDE.test(formula.slice(to, to + 2))))
        return null;
      const reference = spill === undefined ? this.readTable(name, of!, row, column) : this.readSpill(spill, row);
      if (reference === null) return null;
      found.push({ from: match.index, to, reference });
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
    const { isNamed, form } = readLink(link);
    const on = this.sheetOf(sheet);
    const table = on && this.findSame(on, column, row, link);
    if (form === null || on === null || table === null) return null;
    const isInside = on === this.own && holds(table.body, row, atColumn);
    const title = titleOf(on, table.body, column);
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
    const { form } = readLink(link);
    const table = this.findSame(of, column, row, link);
    return form && table && { ...rowsIn(table, rowsOf(form), row), column, columns: 1, of };
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
    const { isElsewhere, called } = readLink(link[0] ?? '');
    const own = name === '' ? columnOf(column) : (column as number);
    const [sheet, at] = name === '' && isElsewhere ? (elsewhere?.(column, called) ?? [name, null]) : [name, own];
    if (at === null) return null;
    return [sheet, [at, ...rest], last && [at, last[1], last[2], last[3]], ...link];
  }

  findElsewhere(...[mark, found, called]: Parameters<Links['findElsewhere']>): ReturnType<Links['findElsewhere']> {
    const all = found.filter((each) => each.mark === mark && each.sheet !== this.own.id);
    const firsts = all.filter(({ isCopy }) => isCopy !== true);
    const [one, other] = firsts.length > 0 ? firsts : all;
    const on = this.sheets.find(({ id }) => id === one?.sheet);
    if (on === undefined || one === undefined || other !== undefined) return null;
    const isOther = one.isCopy === true && called !== undefined && findTable(on, one.column, null, called) === null;
    return isOther ? null : [toSheetText(on.name), one.column];
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
      const isAlone = isThis || findTable(on, at, null, '') !== null;
      const isOwn = on === this.own;
      const parts = [isAlone ? '' : table.name, this.digestTitle(on, table, at), ...(isOwn ? [] : [table.name])];
      const link = [`${name === undefined ? '' : isOwn ? 'T' : 'S'}${read.form}`, ...parts].join('|');
      const sheet = isOwn ? '' : toSheetText(on.name);
      return isThis ? [sheet, [at, '', 0, ''], null, link] : [sheet, [at, '', null, ''], [at, '', null, ''], link];
    }
    return null;
  }

  /** The table of a link; `null`: none, several, or one in which another column has the title now. */
  private findSame(on: LinkedSheet, column: number, row: number, link: string): NamedTable | null {
    const { form, name, title } = readLink(link);
    const table = form && findTable(on, column, rowsOf(form) === 'this' ? row : null, name);
    if (table === null || title === '' || this.digestTitle(on, table, column) === title) return table;
    // People dragged the column inside the table, which leaves its mark behind. Otherwise they renamed it.
    const { column: first, columns } = table.body;
    const all = Array.from({ length: columns }, (_column, at) => this.digestTitle(on, table, first + at));
    return all.includes(title) ? null : table;
  }

  private digestTitle(on: LinkedSheet, { body }: NamedTable, column: number): string {
    const place = `${on.id} ${body.row} ${column}`;
    const known = this.titles.get(place) ?? toDigits(titleOf(on, body, column).toLowerCase(), DIGITS);
    this.titles.set(place, known);
    return known;
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
    const first = `${columnName(column)}${row + 1}`;
    return `${sheet}${first}${rows * columns === 1 ? '' : `:${columnName(column + columns - 1)}${row + rows}`}`;
  }

  sheetOf(text: string): LinkedSheet | null {
    if (text === '') return this.own;
    return this.sheets.find(({ name }) => text === toSheetText(name) || text === `${name}!`) ?? null;
  }
}

/** The name of a sheet as formulas write it. */
function toSheetText(name: string): string {
  return `'${name.replace(/'/g, "''")}'!`;
}
