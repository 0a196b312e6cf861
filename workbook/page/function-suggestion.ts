import { distance } from 'fastest-levenshtein';

/** A name, and the parenthesis that makes it a function. */
const CALLED = /([A-Z_][A-Z0-9_.]*)\s*\(/gi;
const TEXTS = /"(?:[^"]|"")*"/g;
const MAX_TYPOS = 3;

/** The message for a cell that shows `#NAME?`: the Trace function that was probably meant, or nothing. */
export function suggestFunction(formula: string, names: readonly string[]): string {
  for (const [, called = ''] of formula.replace(TEXTS, '""').matchAll(CALLED)) {
    const name = called.toUpperCase();
    if (names.includes(name)) continue;
    const nearest = nearestOf(name, names);
    if (nearest !== undefined) return `There is no function ${name}. Did you mean ${nearest}?`;
  }
  return '';
}

function nearestOf(name: string, names: readonly string[]): string | undefined {
  const ranked = names.map((known) => ({ known, typos: distance(name, known) })).sort((a, b) => a.typos - b.typos);
  const [nearest] = ranked;
  return nearest !== undefined && nearest.typos <= MAX_TYPOS ? nearest.known : undefined;
}
