import { readInput } from '../../cells/inputs';
import type { GridValue } from './cell-values';

/** The company that an input names; `null`: none. */
export function companyOf(value: GridValue | undefined): string | null {
  const input = readInput(value);
  return input.is === 'company' ? input.identifier : null;
}
