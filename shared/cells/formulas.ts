import { type FunctionId, FUNCTIONS } from '../catalogue/index';
import { type CellRange, type Expression, readFormulaText } from './formula-text';

/**
 * Matches any case, anywhere in the formula. Excel may prefix names with `_xldudf_`, and names of a development build
 * with `DEV.`.
 */
const TRACE_FUNCTION = /(^|[^A-Z0-9.])(DEV\.)?TRACE_[A-Z_]+\s*\(/i;
const PREFIX = /^(_xldudf_)?(DEV[._])?/i;
/**
 * A text or the name of a sheet in a formula, whichever begins first, because each may contain the quotes of the
 * other. A doubled quote splits it into two matches.
 */
const QUOTED = /"[^"]*"|'[^']*'/g;
/**
 * The same, or a column title of an Excel table, where an apostrophe escapes a special character. Other brackets may
 * contain calls.
 */
const UNCALLED = /\[('.|[^[\]'])*]|"[^"]*"|'[^']*'/g;

/** Whether this is a formula that calls a function of Trace. */
export function callsTrace(formula: unknown): formula is string {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
  return TRACE_FUNCTION.test(formula.replace(UNCALLED, '""'));
}

/** A name before a parenthesis, with its sheet; empty if the parenthesis only groups. */
const CALL = /(?<![^\s(){},;:&=<>+*/^"'@#%[\]-])([^\s(){},;:&=<>+*/^"'@#%[\]-]*) ?\(/g;
/** A name that is a whole argument, which is how LET and LAMBDA define names. */
const GIVEN = /(?<=[(,;] ?)[^\s(){},;:&=<>+*/^"'@#%[\]-]+(?= ?[,;])/g;
/** A call of the function that an expression returns. */
const CALL_OF_RESULT = /[)\]] ?\(/;
/** Functions that call a name passed to them, which then has no parenthesis of its own. */
const CALLS_GIVEN = /(?<![^\s(){},;:&=<>+*/^"'@#%[\]-])(?:MAP|BYROW) ?\(/gi;
/** Functions that people put around Trace functions and that make no requests. */
const AROUND = new RegExp(
  `^(${[
    'IF(S|ERROR|NA)?|AND|OR|NOT|IS(BLANK|ERR(OR)?|NA|(NON)?TEXT|NUMBER|LOGICAL|DATE|EMAIL|URL)|N|T|TO_TEXT|TEXT(JOIN)?',
    'VALUE|TRIM|CLEAN|LOWER|UPPER|PROPER|LEFT|RIGHT|MID|LEN',
    'SEARCH|ROUND|SUBSTITUTE|REGEX(EXTRACT|MATCH|REPLACE|TEST)|SPLIT|JOIN|CONCAT(ENATE)?|ARRAYFORMULA|INDEX|TRANSPOSE|FLATTEN|TO(COL|ROW)|[HV]STACK|UNIQUE',
    'SORT|FILTER|LET|LAMBDA|MAP|BYROW|ROWS?|COLUMNS?|COUNT(A|IF)?|SUM|MAX|MIN|TODAY|DATE|EXACT|ERROR\\.TYPE',
  ].join('|')})$`,
  'i',
);

/**
 * Whether a formula calls Trace and otherwise only functions that work on its answers, so that it cannot send cells
 * anywhere else. Check this for formulas that someone else may have written.
 */
export function callsOnlyTrace(formula: unknown): formula is string {
  return callsTrace(formula) && callsNothingElse(formula);
}

/** Whether a formula calls only Trace functions, if any, and functions that make no requests. */
export function callsNothingElse(formula: unknown): formula is string {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
  // An apostrophe in brackets escapes in an Excel title and may begin a sheet's name in Google Sheets, so both
  // readings must be harmless.
  return [QUOTED, UNCALLED].every((texts) => {
    const read = withArraysParted(formula.replace(texts, '""').replace(/\s+/g, ' '));
    if (CALL_OF_RESULT.test(read)) return false;
    const given = new Set(read.toUpperCase().match(GIVEN));
    const isHarmless = [...read.matchAll(CALL)].every(
      ([, name = '']) => name === '' || (isKnown(name) && !given.has(name.toUpperCase())),
    );
    return (
      isHarmless &&
      [...read.matchAll(CALLS_GIVEN)].every(({ 0: call, index }) => endsInLambda(read, index + call.length))
    );
  });
}

/**
 * Google separates array columns with a backslash in locales with decimal commas. In Excel, a name may contain one.
 */
function withArraysParted(formula: string): string {
  let depth = 0;
  return formula.replace(/[{}\\]/g, (sign) => {
    if (sign === '\\') return depth > 0 ? ';' : sign;
    depth += sign === '{' ? 1 : -1;
    return sign;
  });
}

/** A file may define its own functions, whatever their names begin with. */
function isKnown(name: string): boolean {
  return isTraceFunction(name.replace(PREFIX, '').toUpperCase()) || AROUND.test(name);
}

/** @param start where the arguments of the call begin */
function endsInLambda(formula: string, start: number): boolean {
  let depth = 0;
  let last = start;
  let end = start;
  for (; end < formula.length && depth >= 0; end += 1) {
    if (/[({]/.test(formula[end]!)) depth += 1;
    else if (/[)}]/.test(formula[end]!)) depth -= 1;
    else if (depth === 0 && /[,;]/.test(formula[end]!)) last = end + 1;
  }
  return /^ ?LAMBDA ?\(/i.test(formula.slice(last, end));
}

/** Formulas that may show part of a list, in cells without a problem. */
const READS_LISTS = /TRACE_(PARTNERS|SHARED_PARTNERS|PARTNER_GRAPH)\s*\(/i;

/** Whether a formula reads all partners of a company, which a limit may cut. */
export function mayReadLists(formula: unknown): boolean {
  return callsTrace(formula) && READS_LISTS.test(formula);
}

/** One argument of a formula, as far as it can be read without the sheet. */
export type FormulaArgument =
  | { readonly is: 'value'; readonly value: string | number | boolean | undefined }
  | ({ readonly is: 'range' } & CellRange);

export interface FormulaCall {
  readonly id: FunctionId;
  readonly args: readonly FormulaArgument[];
}

/** A formula accepts no longer columns, so they need not be read. */
const MAX_ROWS = 50_000;

export function isTraceFunction(name: string): name is FunctionId {
  return FUNCTIONS.some(({ id }) => id === name);
}

/** Whether a formula is a single Trace call, so that its cells show exactly the call's answer. */
export function isTraceCall(formula: string): boolean {
  const whole = readFormulaText(formula);
  return whole?.is === 'call' && isTraceFunction(whole.name);
}

/**
 * The single Trace call that a formula consists of; `null` for anything else: other functions, named ranges, other
 * sheets, whole columns, operators.
 *
 * @param formula with its `=`, and commas or semicolons between arguments
 */
export function readFormulaCall(formula: string): FormulaCall | null {
  const whole = readFormulaText(formula);
  if (whole?.is !== 'call' || !isTraceFunction(whole.name)) return null;
  const { name: id, args } = whole;
  return args.every(isPlain) ? { id, args } : null;
}

/** Whether an argument can be read without another sheet. */
export function isPlain(argument: Expression): argument is FormulaArgument {
  return (
    argument.is === 'value' || (argument.is === 'range' && argument.rows <= MAX_ROWS && argument.sheet === undefined)
  );
}
