import { COMPANY_FUNCTIONS } from './companies';
import { HELP_FUNCTIONS } from './help';
import { LIST_FUNCTIONS } from './lists';
import { PARTNERSHIP_FUNCTIONS } from './partnerships';
import { TECHNOLOGY_FUNCTIONS } from './technologies';
import type { FunctionSpec } from './types';

const ALL = [
  ...TECHNOLOGY_FUNCTIONS,
  ...COMPANY_FUNCTIONS,
  ...PARTNERSHIP_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...HELP_FUNCTIONS,
] as const;

/** The name of a function, such as `TRACE_TECH`. */
export type FunctionId = (typeof ALL)[number]['id'];

/** Every function, in the order in which lists show them. */
export const FUNCTIONS: readonly (FunctionSpec & { readonly id: FunctionId })[] = ALL;

export function specOf(id: FunctionId): FunctionSpec {
  const spec = FUNCTIONS.find((candidate) => candidate.id === id);
  if (spec === undefined) throw new Error(`no function ${id}`);
  return spec;
}
