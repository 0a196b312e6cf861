import { dayOfSerial } from '../../shared/formulas';
import type { SentCell } from '../messages/bulk-messages';

export const DATE_FORMAT = 'yyyy-mm-dd';
export const AUTOMATIC = 'General';
export const TEXT_FORMAT = '@';

/** A date in its ISO form. */
export function toText([value, format]: NonNullable<SentCell>): NonNullable<SentCell> {
  const text = format === 'date' ? dayOfSerial(Number(value)) : String(value).toUpperCase();
  return [`'${text}`, ''];
}

/** What a cell may take that refuses a value. What stood there before comes back as it was, or not at all. */
export function toOtherForm(cell: NonNullable<SentCell>): SentCell {
  const [value, , isBefore] = cell;
  if (isBefore === true) return null;
  if (typeof value !== 'string') return toText(cell);
  const number = Number(value.slice(1));
  return Number.isFinite(number) && `'${number}` === value ? [number, ''] : null;
}

/**
 * Whether a value is to come while the cell is not one for texts yet: such a cell makes a text of a number, and keeps the
 * apostrophe before what could begin a formula.
 *
 * @param format what the cell is to have in the end
 */
export function comesBeforeTextFormat([value, asked]: NonNullable<SentCell>, format: string): boolean {
  if (format !== TEXT_FORMAT) return false;
  return typeof value === 'string' ? /^'[=+]/.test(value) : asked === TEXT_FORMAT;
}

/** A number in a cell formatted for dates, times or plain text would not show as a number. */
export function toFormat(asked: string, held: string): string {
  const shown = held.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]/gi, '');
  const isForDates = /[dy]/i.test(shown);
  switch (asked) {
    case '':
      return held;
    case 'date':
      return isForDates ? held : DATE_FORMAT;
    case 'number':
      return /[dyhs]|\[m/i.test(shown) || held === TEXT_FORMAT ? AUTOMATIC : held;
    case 'blank':
      return held === DATE_FORMAT ? AUTOMATIC : held;
    default:
      return asked;
  }
}

/** A cell for texts keeps a text as it is, so no apostrophe has to say that it is one. */
export function asPlainText(value: string | number | boolean): string | number | boolean {
  return typeof value === 'string' && /^'[^=+]/.test(value) ? value.slice(1) : value;
}
