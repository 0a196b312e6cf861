/** In any case, and wherever it stands in the formula. Excel may write names of add-ins with a prefix: `_xldudf_`. */
const TRACE_FUNCTION = /(^|[^A-Z0-9.])TRACE_[A-Z_]+\s*\(/i;
/** A text in a formula; a quote in it is written twice. */
const TEXT_LITERAL = /"(?:[^"]|"")*"/g;

/** Whether this is a formula that calls a function of Trace. */
export function callsTrace(formula: unknown): formula is string {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
  return TRACE_FUNCTION.test(formula.replace(TEXT_LITERAL, '""'));
}
