import { count } from '../../shared/panel';
import type { KeptFormulas } from '../problems/enter-again';

/** Says which formulas were not recalculated, and what to do about it. */
export function toKeptWords(kept: readonly KeptFormulas[]): string {
  return kept.map(toSentences).join(' ');
}

function toSentences({ sheet, formulas, why }: KeptFormulas): string {
  const what = `${count(formulas, 'formula', 'formulas')} on "${sheet}" did not change`;
  if (why === 'protected')
    return `${count(formulas, 'protected formula', 'protected formulas')} on "${sheet}" did not change. Unprotect the sheet, then retry.`;
  if (why === 'readOnly') return `${what}: the workbook is read-only. Save a copy, then retry there.`;
  if (why === 'array')
    return `${count(formulas, 'array formula', 'array formulas')} on "${sheet}" did not change. Select the array, press F2, then Ctrl+Shift+Enter.`;
  return `${what}. ${why.said}`;
}
