import type { FunctionId } from '../catalogue/index';
import type { Table } from '../cells/values';
import { answerFormula } from './answer-formula';
import type { FormulaTask } from './ports';
import type { FunctionBody } from './body';
import { company } from './bodies/company';
import { search, techCompanies, vendorCompanies } from './bodies/company-rows';
import { cost } from './bodies/cost';
import { fields } from './bodies/fields';
import { get } from './bodies/get';
import { hasTech } from './bodies/has-tech';
import { partnerGraph, partnerOf, sharedPartners } from './bodies/partner-rows';
import { partnered } from './bodies/partnered';
import { partners } from './bodies/partners';
import { job, listMembers, lists, techSearch } from './bodies/plain-rows';
import { tech } from './bodies/tech';

/** Answers one formula in hosts that load all functions; see {@link answerFormula}. */
export function callFunction(id: FunctionId, received: readonly unknown[]): FormulaTask<Table> {
  return answerFormula(id, received, BODIES[id]);
}

/** The body of every function. A missing one does not compile. */
export const BODIES: Readonly<Record<FunctionId, FunctionBody>> = {
  TRACE_TECH: tech,
  TRACE_HAS_TECH: hasTech,
  TRACE_TECH_SEARCH: techSearch,
  TRACE_TECH_COMPANIES: techCompanies,
  TRACE_VENDOR_COMPANIES: vendorCompanies,
  TRACE_COMPANY: company,
  TRACE_SEARCH: search,
  TRACE_JOB: job,
  TRACE_PARTNERS: partners,
  TRACE_PARTNERED: partnered,
  TRACE_SHARED_PARTNERS: sharedPartners,
  TRACE_PARTNER_OF: partnerOf,
  TRACE_PARTNER_GRAPH: partnerGraph,
  TRACE_LISTS: lists,
  TRACE_LIST: listMembers,
  TRACE_COST: cost,
  TRACE_FIELDS: fields,
  TRACE_GET: get,
};
