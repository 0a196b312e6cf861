import type { TypedColumn } from '../../enrich/sheet/run-events';
import { isLiteral, type GridCell } from '../../enrich/sheet/cell-values';
import { say } from '../../errors/say';
import { TraceError } from '../../errors/trace-error';
import type { ActiveCell, BulkHost, Inserted } from '../bulk-host';
import { isolated, cut, cellName } from '../common/words';
import type { Member } from '../../client/resources/list-answers';
import { escapeFormulas } from '../../cells/formula-escape';
import { textStart } from '../../text-start';
import { toFormulaText, toOptionsText } from '../common/insertion';
import type { MembersFilter } from './fetch-members';

/** So many rows go to the sheet in one message. */
const ROWS_AT_ONCE = 2_000;

export type Placed =
  | { readonly is: 'done'; readonly at: ActiveCell; readonly typed: readonly TypedColumn[] }
  /** Nothing was entered, or fewer rows than wanted: what stopped it, as a sentence. */
  | { readonly is: 'stopped'; readonly rows: number; readonly sentence: string };

/** Enters rows of cells from the active cell on, over blank cells only. Throws what the host throws. */
export async function insertRows(host: BulkHost, rows: readonly (readonly GridCell[])[]): Promise<Placed> {
  const at = await cellOf(host);
  const columns = rows[0]?.length ?? 1;
  const obstacle = await findObstacle(host, at, rows.length, columns);
  if (obstacle !== null) return { is: 'stopped', rows: 0, sentence: obstacle };
  const typed = new Map<string, TypedColumn>();
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const cells = rows.slice(start, start + ROWS_AT_ONCE);
    if (start > 0 && !(await areInPlace(host, at, rows, start))) {
      const [first] = rows[0]!;
      const column = first?.kind === 'text' ? first.text : '';
      const moved = new TraceError('columnsGone', { column, is: 'changed' });
      return { is: 'stopped', rows: start, sentence: say(moved, 'run') };
    }
    const place = { sheet: at.sheet, row: at.row + start, column: at.column };
    const inserted = await host.insertAt({ ...place, rows: cells.length, columns, content: { cells } });
    if (inserted.is === 'inTheWay') {
      return { is: 'stopped', rows: start, sentence: toSentence(inserted) };
    }
    for (const each of inserted.typed ?? []) typed.set(JSON.stringify(each), each);
  }
  return { is: 'done', at, typed: [...typed.values()] };
}

/** Whether what was entered stands where it was: people may insert rows and columns between two messages. */
async function areInPlace(
  { ports }: BulkHost,
  { sheet, row, column }: ActiveCell,
  rows: readonly (readonly GridCell[])[],
  entered: number,
): Promise<boolean> {
  for (const at of [0, entered - 1]) {
    const cell = rows[at]?.[0];
    const area = { sheet, row: row + at, rows: 1, columns: [column], withFormats: false };
    const { columns } = await ports.sheet.read(area);
    if (cell?.kind === 'text' && columns[0]?.values[0] !== cell.text) return false;
  }
  return true;
}

/** Enters a formula into the active cell, if it and the cells that its answer may fill are blank. */
export async function insertFormula(host: BulkHost, formula: string, rows: number, columns: number): Promise<Placed> {
  const at = await cellOf(host);
  const inserted = await host.insertAt({
    ...{ sheet: at.sheet, row: at.row, column: at.column },
    ...{ rows, columns, content: { formula } },
  });
  return inserted.is === 'done'
    ? { is: 'done', at, typed: [] }
    : { is: 'stopped', rows: 0, sentence: toSentence(inserted) };
}

/** Before the first of several messages, all cells are looked at. The host looks again before each. */
async function findObstacle(host: BulkHost, at: ActiveCell, rows: number, columns: number): Promise<string | null> {
  if (rows <= ROWS_AT_ONCE) return null;
  const info = await host.ports.sheet.info(at.sheet);
  if (info === null) throw new TraceError('sheetGone', {});
  const last = Math.min(info.rows, at.row + rows);
  const places = Array.from({ length: columns }, (_column, index) => at.column + index);
  for (let row = at.row; row < last; row += ROWS_AT_ONCE) {
    const some = Math.min(ROWS_AT_ONCE, last - row);
    const read = await host.ports.sheet.read({ sheet: at.sheet, row, rows: some, columns: places, withFormats: false });
    for (let offset = 0; offset < some; offset += 1) {
      const column = read.columns.findIndex(({ values, formulas }) => values[offset] !== '' || formulas.has(offset));
      if (column >= 0) {
        return inTheWay(row + offset, at.column + column, String(read.columns[column]!.values[offset]));
      }
    }
  }
  return null;
}

async function cellOf(host: BulkHost): Promise<ActiveCell> {
  const cell = await host.activeCell();
  if (cell === 'object') throw new TraceError('selectionEmpty', {});
  return cell;
}

const LONGEST_SHOWN = 40;

function toSentence(obstacle: Extract<Inserted, { is: 'inTheWay' }>): string {
  return inTheWay(obstacle.row, obstacle.column, String(obstacle.value), obstacle.isBesideTable);
}

function inTheWay(row: number, column: number, value: string, isBesideTable = false): string {
  const blank = isBesideTable ? 'is next to a table, which would grow' : 'is in use';
  const what = value === '' ? blank : `contains “${isolated(cut(value, LONGEST_SHOWN))}”`;
  return `${cellName(row, column)} ${what}. Nothing is overwritten: select a cell with enough blank cells below and to the right.`;
}

/** What is inserted and exported of a member. */
const COLUMNS: readonly (readonly [title: string, of: (member: Member) => string | number | null])[] = [
  ['Domain', ({ domain }) => domain],
  ['Name', ({ name }) => name],
  ['Tier', ({ tier }) => tier],
  ['Score', ({ score }) => score],
];

/** A row of titles, and one for each member. */
export function toMemberCells(members: readonly Member[]): readonly (readonly GridCell[])[] {
  return [
    COLUMNS.map(([title]) => toCell(title)),
    ...members.map((member) => COLUMNS.map(([, of]) => toCell(of(member)))),
  ];
}

/** Makes Excel read the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** CSV by RFC 4180. A text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function toMembersCsv(members: readonly Member[]): string {
  const rows = [COLUMNS.map(([title]) => title), ...members.map((member) => COLUMNS.map(([, of]) => of(member)))];
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

/** A name for the file that every system accepts. */
export function toFileName(listName: string): string {
  const plain = listName
    .replace(/[\u0000-\u001f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '');
  return `${textStart(plain, 80) || 'list'}.csv`;
}

function toCell(value: string | number | null): GridCell {
  if (value === null || value === '') return { kind: 'blank' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  return { kind: 'text', text: value, isLiteral: isLiteral(value) };
}

function toField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = escapeFormulas(value);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** As many rows as the function shows unless it is told otherwise. */
const USUAL_ROWS = 25;

/** The formula for the members that are shown. @param rows at most, each at up to a credit */
export function toListFormula(listId: string, { tier, search }: MembersFilter, rows: number): string {
  const options = toOptionsText({ top: rows === USUAL_ROWS ? '' : rows, tier: tier ?? '', search });
  return toFormulaText({ id: 'TRACE_LIST', args: options === '' ? [listId] : [listId, '', options] });
}
