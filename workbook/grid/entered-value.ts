import { DAY_MS } from '../../shared/formulas';
import type { GridContent } from './grid-workbook';

const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
const AMOUNT = /^\s*[+-]?(\p{L}{0,3}\p{Sc}|CHF|kr)?\s*\d{1,3}([,.' ]?\d{3})*([.,]\d+)?\s*(%|\p{Sc}|CHF|kr)?\s*$/u;
/** `10:30`, `10:30:15 PM` */
const TIME = /^\d{1,4}:\d{2}(:\d{2})?(\s*[ap]m)?$/i;
/** `1 1/2`; without the whole number it would be a day. */
const FRACTION = /^\d+ (\d+)\/([1-9]\d*)$/;
/** `11-50` (November 1950), `1/2`, `24.12.` */
const DAY_OF_NUMBERS = /^\d{1,4}([-/.])\d{1,4}\.?(\1\d{1,4})?$/;
/**
 * Excel reads only those of its own language; this code takes them all. In the languages that are not here it is TRUE
 * and FALSE: https://support.microsoft.com/office/true-function-7652c6e3-8987-48d0-97cd-ef223246b3fb.
 */
const TRUTHS =
  /^(true|wahr|vrai|verdadero|verdadeiro|vero|waar|sant|sand|sann|tosi|prawda|pravda|igaz|истина|doğru|adevărat|істина|tõene|cert)$/iu;
const LIES =
  /^(false|falsch|faux|falso|onwaar|falskt|falsk|usann|epätosi|fałsz|nepravda|hamis|ложь|yanlış|fals|хибність|väär)$/iu;
const ISO_DAY = /^\d{4}-\d{1,2}-\d{1,2}$/;
const MONTH_DAY = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s\-/]\d{1,4}$/i;
/** Typed, they are errors: https://support.microsoft.com/office/na-function-5469c2d1-a90c-4fb5-9bbc-64bd9bb6b47c. */
const ERROR = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/;
/** The format of a date that is entered into a cell without a format. */
const SHORT_DATE = 'm/d/yyyy';
const EPOCH_MS = Date.UTC(1899, 11, 30);

/**
 * The value that Excel stores when one is written or typed into a cell:
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member.
 *
 * @param format the cell's number format; `@` keeps everything a text
 */
export function readEntered(entered: unknown, format: string): GridContent {
  if (entered === '') return { is: 'blank' };
  if (format === '@') return { is: 'value', value: String(entered) };
  if (typeof entered === 'number' || typeof entered === 'boolean') return { is: 'value', value: entered };
  const text = String(entered);
  if (text.startsWith("'")) return { is: 'value', value: text.slice(1) };
  if (NUMBER.test(text)) return { is: 'value', value: Number(text) };
  if (/^[=+\-@]./.test(text)) return { is: 'formula', formula: text.startsWith('=') ? text : `=${text}` };
  if (ERROR.test(text)) return { is: 'value', value: text, isError: true };
  // In languages of East Asia: https://owasp.org/www-community/attacks/CSV_Injection.
  if (/^[＝＋－＠]./.test(text)) return { is: 'formula', formula: `=${text.slice(1)}` };
  if (TRUTHS.test(text) || LIES.test(text)) return { is: 'value', value: TRUTHS.test(text) };
  // Digits in full width or of other scripts.
  if (/^\p{Nd}+$/u.test(text)) return { is: 'value', value: 0 };
  if (AMOUNT.test(text)) return { is: 'value', value: readAmount(text) };
  if (ISO_DAY.test(text) || MONTH_DAY.test(text)) {
    return { is: 'value', value: readDay(text), ...(format === 'General' ? { format: SHORT_DATE } : {}) };
  }
  if (TIME.test(text) || FRACTION.test(text) || DAY_OF_NUMBERS.test(text)) {
    return { is: 'value', value: readNumbers(text), ...(format === 'General' ? { format: SHORT_DATE } : {}) };
  }
  return { is: 'value', value: text };
}

/** A stand-in for the number that Excel reads: which one does not matter. */
function readNumbers(text: string): number {
  return text.split(/\D+/).reduce((sum, digits) => sum + Number(digits), 0);
}

function readAmount(text: string): number {
  const number = Number(text.replace(/[^\d.-]/g, ''));
  return text.includes('%') ? number / 100 : number;
}

function readDay(text: string): number {
  return Math.round((Date.parse(`${text} UTC`) - EPOCH_MS) / DAY_MS);
}
