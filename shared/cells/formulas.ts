/** In any case, and wherever it stands in the formula. Excel may write names of add-ins with a prefix: `_xldudf_`. */
const TRACE_FUNCTION = /(^|[^A-Z0-9.])TRACE_[A-Z_]+\s*\(/i;
/** A text in a formula; a quote in it is written twice. */
const TEXT_LITERAL = /"(?:[^"]|"")*"/g;

/** Whether this is a formula that calls a function of Trace. */
export function callsTrace(formula: unknown): formula is string {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
  return TRACE_FUNCTION.test(formula.replace(TEXT_LITERAL, '""'));
}

/** A name before a parenthesis, and the name of a sheet in quotes, which may hold one. */
const CALL = /([A-Z_][A-Z0-9_.]*)\s*\(/gi;
const SHEET_NAME = /'(?:[^']|'')*'/g;
/** Functions that people write around those of Trace, and that ask nothing of anybody. */
const AROUND = new RegExp(
  `^(TRACE_[A-Z_]+|${[
    'IF(S|ERROR|NA)?|AND|OR|NOT|IS[A-Z]+|N|T|TO_TEXT|TEXT(JOIN)?|VALUE|TRIM|CLEAN|LOWER|UPPER|PROPER|LEFT|RIGHT|MID|LEN',
    'SUBSTITUTE|REGEX[A-Z]+|SPLIT|JOIN|CONCAT(ENATE)?|ARRAYFORMULA|INDEX|TRANSPOSE|FLATTEN|TO(COL|ROW)|[HV]STACK|UNIQUE',
    'SORT|FILTER|LET|LAMBDA|MAP|BYROW|ROWS?|COLUMNS?|COUNT(A|IF)?|SUM|MAX|MIN|TODAY',
  ].join('|')})$`,
  'i',
);

/**
 * Whether a formula calls Trace, and else no more than what works on its answers: nothing that could send cells elsewhere.
 * To be asked of a formula that somebody else may have written.
 */
export function callsOnlyTrace(formula: unknown): formula is string {
  if (!callsTrace(formula)) return false;
  const calls = formula.replace(TEXT_LITERAL, '""').replace(SHEET_NAME, '').matchAll(CALL);
  return [...calls].every(([, name]) => AROUND.test(name!));
}
