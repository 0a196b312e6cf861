import Papa from 'papaparse';
import { parseJson } from '../shared/api';

/** The body of a success; a CSV as a list of rows, and an empty body as `null`. `null` if it is neither. */
export function readBody(text: string, reads: 'json' | 'text'): { readonly value: unknown } | null {
  if (reads === 'json') {
    const value = text === '' ? null : parseJson(text);
    return value === undefined ? null : { value };
  }
  if (/^\s*</.test(text)) return null;
  const { data } = Papa.parse<unknown>(text, { header: true, preview: 1 });
  return { value: data };
}
