import { isLiteral, serialOf } from '../../shared/panel';
import type { GridCell, GridValue } from '../../shared/ports';
import { isDateFormat, toCell } from './date-system';

/** What is written into a cell so that it holds what was meant. */
export interface CellEntry {
  readonly value: GridValue;
  /** `null`: the one that it has. */
  readonly format: string | null;
  /** The format that it is given once the value is there, where that would make something else of the value. */
  readonly shownAs?: string;
}

const GENERAL = 'General';
/** Whatever is entered then stays text: https://support.microsoft.com/office/format-numbers-as-text. */
const TEXT = '@';
const DATE = 'yyyy-mm-dd';
/** `May 2026`, `Jan-5`: Excel makes dates of short texts that begin with a month. */
const MONTH_FIRST = /^\p{L}+\.?[\s\-/.,]*\d/u;
const LONGEST_DATE = 30;

/**
 * Excel reads what is entered: a text that begins with `=`, `+` or `-` becomes a formula
 * (https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member), one that looks like a
 * number or a date becomes that. A leading apostrophe is swallowed, so it is written twice, and not into a cell for texts.
 *
 * @param present the cell's number format now
 * @param shift as {@link readDateShift} tells
 */
export function toEntry(cell: GridCell, present: string, shift: number): CellEntry {
  switch (cell.kind) {
    case 'text':
      return toTextEntry(cell.text, cell.isLiteral || isRead(cell.text), present);
    case 'number':
      return { value: cell.number, format: present === TEXT || isDateFormat(present) ? GENERAL : null };
    case 'boolean':
      return { value: cell.boolean, format: present === TEXT ? GENERAL : null };
    case 'date':
      return { value: serialOf(cell.day) - shift, format: isDateFormat(present) ? null : DATE };
    case 'blank':
      // A format that texts and dates were given would catch what a person enters next.
      return { value: '', format: present === TEXT || present === DATE ? GENERAL : null };
    case 'before':
      return toBefore(cell.value, cell.format || GENERAL, shift);
  }
}

function toTextEntry(text: string, isSpecial: boolean, present: string): CellEntry {
  if (!isSpecial) return { value: text, format: null };
  if (text.startsWith("'")) return { value: `'${text}`, format: present === TEXT ? GENERAL : null };
  return { value: text, format: present === TEXT ? null : TEXT };
}

/**
 * The same where the sheet's protection forbids to format cells: a text with an apostrophe, and a day as a person types it,
 * which Excel then shows as a date. `null`: the format that the cell has would make something else of it.
 */
export function toPlainEntry(cell: GridCell, present: string, shift: number): CellEntry | null {
  const value = toPlainValue(cell, present, shift);
  return value === null ? null : { value, format: null };
}

function toPlainValue(cell: GridCell, present: string, shift: number): GridValue | null {
  switch (cell.kind) {
    case 'text':
      return toPlainText(cell.text, cell.isLiteral, present);
    case 'number':
      return present === TEXT || isDateFormat(present) ? null : cell.number;
    case 'boolean':
      return present === TEXT ? null : cell.boolean;
    case 'date':
      if (isDateFormat(present)) return serialOf(cell.day) - shift;
      return present === GENERAL ? cell.day : null;
    case 'blank':
      return '';
    case 'before':
      if (typeof cell.value === 'string') return toPlainText(cell.value, isLiteral(cell.value), present);
      if (present === TEXT || isDateFormat(present) !== isDateFormat(cell.format)) return null;
      return toCell(cell.value, cell.format, shift);
  }
}

function toPlainText(text: string, isSpecial: boolean, present: string): string | null {
  if (present === TEXT) return text.startsWith("'") ? null : text;
  return isSpecial || isRead(text) ? `'${text}` : text;
}

function toBefore(value: GridValue, format: string, shift: number): CellEntry {
  if (typeof value !== 'string' && format === TEXT) return { value, format: GENERAL, shownAs: TEXT };
  if (typeof value !== 'string') return { value: toCell(value, format, shift), format };
  const isSpecial = format !== TEXT && (isLiteral(value) || isRead(value));
  return { value: isSpecial ? `'${value}` : value, format };
}

/** Errors and dates by the name of a month, besides what {@link isLiteral} tells. */
function isRead(text: string): boolean {
  return text.startsWith('#') || (text.length <= LONGEST_DATE && MONTH_FIRST.test(text));
}
