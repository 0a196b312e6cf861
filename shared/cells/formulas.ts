import { isTraceFunction } from './formula-call';

/** In any case, anywhere in the formula. Excel may prefix names with `_xldudf_`, and those of a development build with `DEV.`. */
const TRACE_FUNCTION = /(^|[^A-Z0-9.])(DEV\.)?TRACE_[A-Z_]+\s*\(/i;
const PREFIX = /^(_xldudf_)?(DEV[._])?/i;
/** A text or a sheet's name in a formula, whichever begins first: each may hold the other's quotes. With a doubled one it is two. */
export const QUOTED = /"[^"]*"|'[^']*'/g;
/** The same, or a title of an Excel table, where an apostrophe stands before a special character. Elsewhere brackets may hold calls. */
const UNCALLED = /\[('.|[^[\]'])*]|"[^"]*"|'[^']*'/g;

/** Whether this is a formula that calls a function of Trace. */
export function callsTrace(formula: unknown): formula is string {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
  return TRACE_FUNCTION.test(formula.replace(UNCALLED, '""'));
}

/** A name before a parenthesis. */
const CALL = /([A-Z_][A-Z0-9_.]*)\s*\(/gi;
/** Functions that people write around Trace functions and that make no requests. */
const AROUND = new RegExp(
  `^(${[
    'IF(S|ERROR|NA)?|AND|OR|NOT|IS(BLANK|ERR(OR)?|NA|(NON)?TEXT|NUMBER|LOGICAL|DATE|EMAIL|URL)|N|T|TO_TEXT|TEXT(JOIN)?',
    'VALUE|TRIM|CLEAN|LOWER|UPPER|PROPER|LEFT|RIGHT|MID|LEN',
    'SUBSTITUTE|REGEX(EXTRACT|MATCH|REPLACE|TEST)|SPLIT|JOIN|CONCAT(ENATE)?|ARRAYFORMULA|INDEX|TRANSPOSE|FLATTEN|TO(COL|ROW)|[HV]STACK|UNIQUE',
    'SORT|FILTER|LET|LAMBDA|MAP|BYROW|ROWS?|COLUMNS?|COUNT(A|IF)?|SUM|MAX|MIN|TODAY|DATE|EXACT|ERROR\\.TYPE',
  ].join('|')})$`,
  'i',
);

/**
 * Whether a formula calls Trace and otherwise only functions that work on its answers, so that it cannot send cells
 * anywhere else. Check this for formulas that somebody else may have written.
 */
export function callsOnlyTrace(formula: unknown): formula is string {
  return callsTrace(formula) && callsNothingElse(formula);
}

/** The same of a formula that need not call Trace. */
export function callsNothingElse(formula: unknown): formula is string {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
  const calls = formula.replace(QUOTED, '""').matchAll(CALL);
  // A file may have functions of its own, whatever their names begin with.
  return [...calls].every(([, name]) => isTraceFunction(name!.replace(PREFIX, '').toUpperCase()) || AROUND.test(name!));
}

/** Formulas that may show part of a list, in cells without a problem. */
const READS_LISTS = /TRACE_(PARTNERS|SHARED_PARTNERS|PARTNER_GRAPH)\s*\(/i;

/** Whether a formula reads all partners of a company, which a limit may cut. */
export function mayReadLists(formula: unknown): boolean {
  return callsTrace(formula) && READS_LISTS.test(formula);
}
