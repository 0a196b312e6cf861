import { serialOf } from '../../../shared/formulas';
import { isLiteral } from '../../../shared/runs';
import type { GridCell, GridValue } from '../../../shared/ports';
import { isDateFormat, toCell } from '../date-system';

/** What to write into a cell, as typed by a user, so that it contains the intended value. */
export interface CellEntry {
  readonly value: GridValue;
  /** `null`: keep the cell's format. */
  readonly format: string | null;
  /** The format to set after the value, because it would change the value otherwise. */
  readonly shownAs?: string;
  /** For a text: what to write instead of value and format if Excel accepts cell values with types. */
  readonly asText?: { readonly text: string; readonly format: string | null };
}

const GENERAL = 'General';
/** With this format every entry stays text: https://support.microsoft.com/office/format-numbers-as-text. */
const TEXT = '@';
const DATE = 'yyyy-mm-dd';
/**
 * Matches `May 2026`, `Jan-5`, `R$ 500`: Excel turns short texts that begin with a month into dates, and those with a
 * currency into amounts.
 */
const WORD_FIRST = /^\p{L}+\.?[\s\-/.,\p{Sc}]*\d/u;
const LONGEST_DATE = 30;
/** Matches amounts, and the digits of all scripts. */
const AMOUNT_START = /^\s*[\p{Sc}\p{Nd}]/u;
/**
 * TRUE and FALSE in the languages of Excel that translate them:
 * https://support.microsoft.com/office/true-function-7652c6e3-8987-48d0-97cd-ef223246b3fb.
 */
const TRUTHS = new Set(
  (
    'wahr falsch vrai faux verdadero falso verdadeiro vero waar onwaar sant sand sann falskt falsk usann tosi epätosi ' +
    'prawda fałsz pravda nepravda igaz hamis истина ложь doğru yanliş yanlış adevărat fals істина хибність tõene väär ' +
    'cert egia gezurra'
  )
    .toLowerCase()
    .split(' '),
);

/**
 * Excel interprets entries: a text that begins with `=`, `+` or `-` becomes a formula
 * (https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member), and one that looks
 * like a number or date becomes that. Excel removes a leading apostrophe, so it is written twice, except into text
 * cells.
 *
 * @param present the cell's current number format
 * @param shift from {@link readDateShift}
 */
export function toEntry(cell: GridCell, present: string, shift: number): CellEntry {
  switch (cell.kind) {
    case 'text':
      return toTextEntry(cell.text, cell.isLiteral || isRead(cell.text), present);
    case 'number':
      return {
        value: cell.number,
        format: cell.format ?? (present === TEXT || isDateFormat(present) ? GENERAL : null),
      };
    case 'boolean':
      return { value: cell.boolean, format: present === TEXT ? GENERAL : null };
    case 'date':
      return { value: serialOf(cell.day) - shift, format: isDateFormat(present) ? null : DATE };
    case 'blank':
      // A text or date format left in the cell would also apply to the user's next entry.
      return { value: '', format: present === TEXT || present === DATE ? GENERAL : null };
    case 'before':
      return toBefore(cell.value, cell.format || GENERAL, shift);
  }
}

function toTextEntry(text: string, isSpecial: boolean, present: string): CellEntry {
  const kind = asText(text, null);
  if (!isSpecial) return { value: text, format: null, ...kind };
  if (text.startsWith("'")) return { value: `'${text}`, format: present === TEXT ? GENERAL : null, ...kind };
  return { value: text, format: present === TEXT ? null : TEXT, ...kind };
}

function asText(text: GridValue, format: string | null): Pick<CellEntry, 'asText'> {
  return typeof text === 'string' && text !== '' ? { asText: { text, format } } : {};
}

/**
 * The entry if sheet protection forbids formatting: a text with an apostrophe, and a date as a user types it, which
 * Excel then shows as a date. `null`: the cell's format would change the value.
 */
export function toPlainEntry(cell: GridCell, present: string, shift: number): CellEntry | null {
  const value = toPlainValue(cell, present, shift);
  if (value === null) return null;
  const text = cell.kind === 'text' ? cell.text : cell.kind === 'before' ? cell.value : '';
  return { value, format: null, ...asText(text, null) };
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
  return { value: isSpecial ? `'${value}` : value, format, ...asText(value, format) };
}

/**
 * Whether Excel interprets a text in one of its languages, in addition to {@link isLiteral}: the next user's language
 * is unknown.
 */
function isRead(text: string): boolean {
  return (
    text.startsWith('#') ||
    AMOUNT_START.test(text) ||
    TRUTHS.has(text.trim().toLowerCase()) ||
    (text.length <= LONGEST_DATE && WORD_FIRST.test(text))
  );
}
