import { companyOf } from './sheet/company-of';
import type { NameOf } from './ports';
import type { Head } from './record/head';

/** By its text, in any capitals. */
export const nameOfText: NameOf = (input) => {
  const text = String(input).trim().toLowerCase();
  return text === '' ? null : text;
};

/** How the inputs of an enrichment name what is looked up. */
export function namingOf({ looksUp }: Pick<Head, 'looksUp'>): NameOf {
  return looksUp === 'text' ? nameOfText : companyOf;
}
