import { dayOfSerial } from '../../shared/formulas';
import type { SentCell } from '../messages/example';

export const DATE_FORMAT = 'yyyy-mm-dd';
export const AUTOMATIC = 'General';
export const TEXT_FORMAT = '@';

/** Writes a date in its ISO form. */
export function toText([value, format]: NonNullable<SentCell>): NonNullable<SentCell> {
  const text = format === 'date' ? dayOfSerial(Number(value)) : String(value).toUpperCase();
  return [`'${text}`, ''];
}

/** The form that a cell may accept after it refused a value. An earlier value is restored unchanged or not at all. */
export function toOtherForm(cell: NonNullable<SentCell>): SentCell {
  const [value, , isBefore] = cell;
  if (isBefore === true) return null;
  if (typeof value !== 'string') return toText(cell);
  const number = Number(value.slice(1));
  return Number.isFinite(number) && `'${number}` === value ? [number, ''] : null;
}

/**
 * Whether a value must be written before the cell gets its text format: a cell with a text format turns a number into
 * a text, and shows the apostrophe before text that could begin a formula.
 *
 * @param format the cell's final format
 */
export function comesBeforeTextFormat([value, asked]: NonNullable<SentCell>, format: string): boolean {
  if (format !== TEXT_FORMAT) return false;
  return typeof value === 'string' ? /^'[=+]/.test(value) : asked === TEXT_FORMAT;
}

/** The format of a number. In a cell formatted for dates, times or plain text it would not show as a number. */
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

/** A cell with a text format keeps a text as it is, so it needs no apostrophe. */
export function asPlainText(value: string | number | boolean): string | number | boolean {
  return typeof value === 'string' && /^'[^=+]/.test(value) ? value.slice(1) : value;
}
