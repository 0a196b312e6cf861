import type { Inputs } from '../cells/inputs';

/** The one company that a table is about; `null` for a blank cell. Throws what is wrong with the cell. */
export function oneCompany({ rows: [input] }: Inputs): string | null {
  if (input === undefined || input.is === 'blank') return null;
  if (input.is === 'problem') throw input.error;
  return input.identifier;
}
