import type { GridValue } from '../shared/ports';
import type { SentCell } from './bulk-messages';

/**
 * Whether a cell shows what was typed. A cell that came in has a format of its own, which makes a text of a number, or a
 * number of digits.
 */
export function isShown([typed]: NonNullable<SentCell>, value: GridValue): boolean {
  const text = String(typed).replace(/^'/, '');
  if (value === typed || String(value) === text) return true;
  return typeof typed === 'boolean' ? value === text.toUpperCase() : text !== '' && Number(text) === value;
}
