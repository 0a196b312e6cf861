import type { GridCell } from '../../enrich/sheet/cell-values';
import type { Member } from '../../client/resources/list-answers';
import { escapeFormulas } from '../../cells/formula-escape';
import { textStart } from '../../text-start';
import { toFormulaText, toOptionsText } from '../common/insert/insertion';
import type { MembersFilter } from './fetch-members';

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
  return { kind: 'text', text: value };
}

function toField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = escapeFormulas(value);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** The formula for the members that are shown. @param rows at most, each at up to a credit */
export function toListFormula(listId: string, { tier, search }: MembersFilter, rows: number): string {
  return toFormulaText({
    id: 'TRACE_LIST',
    args: [listId, '', toOptionsText({ top: rows, tier: tier ?? '', search })],
  });
}
