import { readDomain } from './identifier';
import { readInput } from './inputs';

/** Texts within formulas. */
const QUOTED = /"([^"]+)"/g;

/**
 * Adds the companies that a cell names by a domain, an address or an email address.
 *
 * @param cell its value
 * @param formula `''`: it has none
 */
export function addNamed(found: Set<string>, cell: unknown, formula = ''): void {
  addText(found, cell);
  for (const [, text] of formula.matchAll(QUOTED)) addText(found, text);
}

function addText(found: Set<string>, text: unknown): void {
  // Most cells have none, and reading an input takes longer.
  if (typeof text !== 'string' || !text.includes('.')) return;
  const input = readInput(text);
  if (input.is === 'company' && readDomain(input.identifier) !== null) found.add(input.identifier);
}
