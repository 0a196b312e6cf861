import { DAY_MS } from '../shared/formulas';
import type { HeldValue } from './grid-workbook';

const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
const AMOUNT = /^\s*[+-]?[$€£¥]?\s*\d{1,3}(,\d{3})*(\.\d+)?\s*[%$€£]?\s*$/;
const ISO_DAY = /^\d{4}-\d{1,2}-\d{1,2}$/;
const MONTH_DAY = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s\-/]\d{1,4}$/i;
const ERROR = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/;
/** The decimal separator of the user's language: https://support.microsoft.com/office/number-format-codes. */
const SHORT_DATE = 'm/d/yyyy';
const EPOCH_MS = Date.UTC(1899, 11, 30);

/**
 * The value that Excel makes of one that is written into a cell or typed:
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member.
 *
 * @param format the cell's number format; `@` keeps everything a text
 */
export function readEntered(entered: unknown, format: string): HeldValue {
  if (entered === '') return { is: 'blank' };
  if (format === '@') return { is: 'value', value: String(entered) };
  if (typeof entered === 'number' || typeof entered === 'boolean') return { is: 'value', value: entered };
  const text = String(entered);
  if (text.startsWith("'")) return { is: 'value', value: text.slice(1) };
  if (NUMBER.test(text)) return { is: 'value', value: Number(text) };
  if (/^[=+\-@]./.test(text)) return { is: 'formula', formula: text.startsWith('=') ? text : `=${text}` };
  if (ERROR.test(text)) return { is: 'value', value: text };
  if (/^(true|false)$/i.test(text)) return { is: 'value', value: text.toLowerCase() === 'true' };
  if (AMOUNT.test(text)) return { is: 'value', value: readAmount(text) };
  if (ISO_DAY.test(text) || MONTH_DAY.test(text)) {
    return { is: 'value', value: readDay(text), ...(format === 'General' ? { format: SHORT_DATE } : {}) };
  }
  return { is: 'value', value: text };
}

function readAmount(text: string): number {
  const number = Number(text.replace(/[^\d.-]/g, ''));
  return text.includes('%') ? number / 100 : number;
}

function readDay(text: string): number {
  return Math.round((Date.parse(`${text} UTC`) - EPOCH_MS) / DAY_MS);
}
