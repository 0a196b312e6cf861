import { specOf, type FunctionId } from '../catalogue/index';
import type { FunctionSpec } from '../catalogue/types';
import { namesIdle } from '../cells/option-pairs';
import { readOptions } from '../cells/options';
import type { Table } from '../cells/values';
import { toTraceError, TraceError } from '../errors/trace-error';
import { readArguments, type FunctionArguments, type FunctionBody } from './arguments';
import type { FormulaTask } from './ports';
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

/**
 * The body of every function. A missing one does not compile.
 * @internal tests compare it with the published names
 */
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

/**
 * Answers one formula. Never throws: a problem of the formula is a table with one `TraceError`.
 *
 * @param received the arguments as the host passes them: cells or rows of cells; omitted ones are missing,
 * `undefined`, `null`, `""` or `0`
 * @returns the rows to show, at least one cell
 */
export function* callFunction(id: FunctionId, received: readonly unknown[]): FormulaTask<Table> {
  const spec = specOf(id);
  let read: FunctionArguments | null = null;
  let table: Table;
  try {
    read = readArguments(spec, received);
    table = read.isBlank ? [['']] : yield* BODIES[id](read);
  } catch (thrown) {
    table = [[toTraceError(thrown)]];
  }
  return withoutProblems(table, read === null ? ifProblemOf(spec, received) : read.options.ifProblem);
}

/**
 * The value shown instead of a problem, for a formula whose arguments are invalid. `null`: the problem itself is
 * shown, for example because the options are invalid.
 */
function ifProblemOf(spec: FunctionSpec, received: readonly unknown[]): string | null {
  const options = received[spec.params.findIndex(({ takes }) => takes === 'options')];
  if (!namesIdle(options)) return null;
  try {
    return readOptions(options, spec).ifProblem;
  } catch {
    return null;
  }
}

/** Runs last, so that no store mistakes the replacement for an answer. */
function withoutProblems(table: Table, instead: string | null): Table {
  if (instead === null) return table;
  return table.map((row) => row.map((cell) => (cell instanceof TraceError ? instead : cell)));
}
