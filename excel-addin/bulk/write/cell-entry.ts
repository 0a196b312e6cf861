import { serialOf } from '../../../shared/formulas';
import { asTyped, isErrorText } from '../../../shared/runs';
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
 * @param present the cell's current number format
 * @param shift from {@link readDateShift}
 */
export function toEntry(cell: GridCell, present: string, shift: number): CellEntry {
  switch (cell.kind) {
    case 'text':
      return toTextEntry(cell.text, present);
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
      // A date format left in the cell would also apply to the user's next entry.
      return { value: '', format: present === DATE ? GENERAL : null };
    case 'before':
      return toBefore(cell.value, cell.format || GENERAL, shift);
  }
}

/**
 * A text cell keeps a text as it is. One that begins with an apostrophe is entered into a general cell, because
 * Excel may remove the apostrophe.
 */
function toTextEntry(text: string, present: string): CellEntry {
  if (present !== TEXT) return { value: asTyped(text), format: null, ...asText(text, null) };
  const isQuoted = text.startsWith("'");
  return { value: isQuoted ? asTyped(text) : text, format: isQuoted ? GENERAL : null, ...asText(text, null) };
}

function toBefore(value: GridValue, format: string, shift: number): CellEntry {
  if (isErrorText(value) && format !== TEXT) return { value, format };
  if (typeof value === 'string')
    return { value: format === TEXT ? value : asTyped(value), format, ...asText(value, format) };
  if (format === TEXT) return { value, format: GENERAL, shownAs: TEXT };
  return { value: toCell(value, format, shift), format };
}

function asText(text: string, format: string | null): Pick<CellEntry, 'asText'> {
  return text === '' ? {} : { asText: { text, format } };
}

/**
 * The entry if sheet protection forbids formatting. A date is typed as users do, and Excel then shows it as a date.
 * `null`: the cell's format would change the value.
 */
export function toPlainEntry(cell: GridCell, present: string, shift: number): CellEntry | null {
  if (cell.kind === 'blank') return { value: '', format: null };
  if (cell.kind === 'date' && present === GENERAL) return { value: cell.day, format: null };
  if (cell.kind === 'before') {
    const { value, format } = cell;
    if (isErrorText(value) && present !== TEXT) return { value, format: null };
    if (typeof value === 'string') return toPlainEntry({ kind: 'text', text: value }, present, shift);
    if (present === TEXT || isDateFormat(present) !== isDateFormat(format)) return null;
    return { value: toCell(value, format, shift), format: null };
  }
  // A number counts more than the format in which it would be shown.
  const plain: GridCell = cell.kind === 'number' ? { kind: 'number', number: cell.number } : cell;
  const entry = toEntry(plain, present, shift);
  return entry.format === null ? entry : null;
}
