import type { FunctionId } from '../catalogue/index';
import type { FunctionBody } from './body';
import { company } from './company';
import { partners } from './partners';
import { tech } from './tech';

/** The bodies of the functions that most formulas call. A host that loads a script in parts has these at once. */
export const COMMON_BODIES = {
  TRACE_TECH: tech,
  TRACE_COMPANY: company,
  TRACE_PARTNERS: partners,
} satisfies Partial<Record<FunctionId, FunctionBody>>;
