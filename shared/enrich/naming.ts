import { readInput } from '../cells/inputs';
import type { GridValue } from './sheet/cell-values';
import type { NameOf } from './ports';
import type { Head } from './record/head';

/** The company that an input names; `null`: none. */
export function companyOf(value: GridValue | undefined): string | null {
  const input = readInput(value);
  return input.is === 'company' ? input.identifier : null;
}

/** Identifies an input by its text, ignoring case. */
export const nameOfText: NameOf = (input) => {
  const text = String(input).trim().toLowerCase();
  return text === '' ? null : text;
};

/** How the inputs of an enrichment name what is looked up. */
export function namingOf({ looksUp }: Pick<Head, 'looksUp'>): NameOf {
  return looksUp === 'text' ? nameOfText : companyOf;
}
