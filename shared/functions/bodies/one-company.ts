import type { Inputs } from '../../cells/inputs';

/** The company that a table is about. Throws the problem of its cell. Blank cells are handled earlier. */
export function oneCompany({ rows: [input] }: Inputs): string {
  if (input?.is === 'problem') throw input.error;
  return input?.is === 'company' ? input.identifier : '';
}
