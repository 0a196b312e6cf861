import type { FunctionId } from '../catalogue/index';
import type { FunctionBody } from './body';
import { company } from './company';
import { fields } from './fields';
import { hasTech } from './has-tech';
import { partners } from './partners';
import { tech } from './tech';

/** The body of every function; one that is missing does not compile. */
export const BODIES: Readonly<Record<FunctionId, FunctionBody>> = {
  TRACE_TECH: tech,
  TRACE_HAS_TECH: hasTech,
  TRACE_COMPANY: company,
  TRACE_PARTNERS: partners,
  TRACE_FIELDS: fields,
};
