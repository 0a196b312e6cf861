import { readFormulaText, type CellRange } from '../../cells/formula-text';

const REFERENCE = /^(?:(?:'(?:[^']|'')+'|[A-Z_]\w*)!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?$/i;

/** Whether a text names cells, such as `A2:A100`, `$B$2` or `'My leads'!A2`. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text.trim());
}

/** The cells that it names, counted from 1; `null`: it names none. */
export function readReference(text: string): CellRange | null {
  if (!isReference(text)) return null;
  const read = readFormulaText(`=${text.trim()}`);
  return read?.is === 'range' ? read : null;
}

/** The same cells, seen from another sheet. */
export function onSheet(reference: string, sheetName: string): string {
  if (reference.includes('!')) return reference;
  return `'${sheetName.replace(/'/g, "''")}'!${reference}`;
}

/** With capitals for its columns. The name of a sheet stays as it is. */
export function tidied(reference: string): string {
  const at = reference.lastIndexOf('!') + 1;
  return reference.slice(0, at) + reference.slice(at).toUpperCase();
}
