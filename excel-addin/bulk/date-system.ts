import type { GridValue } from '../../shared/ports';

/** A cell's number in the usual date system, which the rest of the program uses. */
export function fromCell(value: GridValue, format: unknown, shift: number): GridValue {
  return shift !== 0 && typeof value === 'number' && isDateFormat(format) ? value + shift : value;
}

export function toCell(value: GridValue, format: unknown, shift: number): GridValue {
  return fromCell(value, format, -shift);
}

/**
 * Whether a format shows numbers as dates or times. Source: https://support.microsoft.com/office/number-format-codes.
 */
export function isDateFormat(format: unknown): boolean {
  return typeof format === 'string' && /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''));
}
