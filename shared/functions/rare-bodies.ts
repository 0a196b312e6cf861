import type { FunctionId } from '../catalogue/index';
import type { FunctionBody } from './body';
import type { COMMON_BODIES } from './common-bodies';
import { search, techCompanies, vendorCompanies } from './company-rows';
import { cost } from './cost';
import { fields } from './fields';
import { get } from './get';
import { hasTech } from './has-tech';
import { partnerGraph, partnerOf, sharedPartners } from './partner-rows';
import { partnered } from './partnered';
import { job, listMembers, lists, techSearch } from './plain-rows';

/** The bodies that are not among the common ones. */
export type RareBodies = Readonly<Record<Exclude<FunctionId, keyof typeof COMMON_BODIES>, FunctionBody>>;

/** A missing one does not compile. */
export const RARE_BODIES: RareBodies = {
  TRACE_HAS_TECH: hasTech,
  TRACE_TECH_SEARCH: techSearch,
  TRACE_TECH_COMPANIES: techCompanies,
  TRACE_VENDOR_COMPANIES: vendorCompanies,
  TRACE_SEARCH: search,
  TRACE_JOB: job,
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
