/** In any case, anywhere in the formula. Excel may prefix names with `_xldudf_`, and those of a development build with `DEV.`. */
const TRACE_FUNCTION = /(^|[^A-Z0-9.])(DEV\.)?TRACE_[A-Z_]+\s*\(/i;
/** A text in a formula; quotes in it are doubled. */
const TEXT_LITERAL = /"(?:[^"]|"")*"/g;

/** Whether this is a formula that calls a function of Trace. */
export function callsTrace(formula: unknown): formula is string {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
  return TRACE_FUNCTION.test(formula.replace(TEXT_LITERAL, '""'));
}

/** A name before a parenthesis, and a quoted sheet name, which may contain one. */
const CALL = /([A-Z_][A-Z0-9_.]*)\s*\(/gi;
const SHEET_NAME = /'(?:[^']|'')*'/g;
/** Functions that people write around Trace functions and that make no requests. */
const AROUND = new RegExp(
  `^((_xldudf_)?(DEV[._])?TRACE_[A-Z_]+|${[
    'IF(S|ERROR|NA)?|AND|OR|NOT|IS[A-Z]+|N|T|TO_TEXT|TEXT(JOIN)?|VALUE|TRIM|CLEAN|LOWER|UPPER|PROPER|LEFT|RIGHT|MID|LEN',
    'SUBSTITUTE|REGEX[A-Z]+|SPLIT|JOIN|CONCAT(ENATE)?|ARRAYFORMULA|INDEX|TRANSPOSE|FLATTEN|TO(COL|ROW)|[HV]STACK|UNIQUE',
    'SORT|FILTER|LET|LAMBDA|MAP|BYROW|ROWS?|COLUMNS?|COUNT(A|IF)?|SUM|MAX|MIN|TODAY',
  ].join('|')})$`,
  'i',
);

/**
 * Whether a formula calls Trace and otherwise only functions that work on its answers, so that it cannot send cells
 * anywhere else. Check this for formulas that somebody else may have written.
 */
export function callsOnlyTrace(formula: unknown): formula is string {
  if (!callsTrace(formula)) return false;
  const calls = formula.replace(TEXT_LITERAL, '""').replace(SHEET_NAME, '').matchAll(CALL);
  return [...calls].every(([, name]) => AROUND.test(name!));
}

/** Formulas that may show part of a list, in cells without a problem. */
const READS_LISTS = /TRACE_(PARTNERS|SHARED_PARTNERS|PARTNER_GRAPH)\s*\(/i;

/** Whether a formula reads all partners of a company, which a limit may cut. */
export function mayReadLists(formula: unknown): boolean {
  return callsTrace(formula) && READS_LISTS.test(formula);
}
