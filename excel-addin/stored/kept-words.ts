import { count, plural } from '../../shared/panel';
import type { KeptFormulas } from '../problems/enter-again';

/** Says which formulas were not recalculated, and what to do about it. */
export function toKeptWords(kept: readonly KeptFormulas[]): string {
  return kept.map(toSentences).join(' ');
}

function toSentences({ sheet, formulas, why }: KeptFormulas): string {
  const what = `${count(formulas, 'formula', 'formulas')} on "${sheet}"`;
  if (why === 'protected')
    return `${what} ${plural(formulas, 'is', 'are')} protected. Unprotect the sheet, then retry.`;
  if (why === 'readOnly') return `${what} cannot change: the workbook is read-only. Save a copy, then retry there.`;
  if (why === 'array')
    return `${what} ${plural(formulas, 'is', 'are')} part of an array. Select the array, press F2, then Ctrl+Shift+Enter.`;
  return `${what} did not change. ${why.said}`;
}
