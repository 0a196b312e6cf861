import type { Inputs } from '../../cells/inputs';

/** The one company that a table is about. Throws what is wrong with its cell; a blank one does not come here. */
export function oneCompany({ rows: [input] }: Inputs): string {
  if (input?.is === 'problem') throw input.error;
  return input?.is === 'company' ? input.identifier : '';
}
