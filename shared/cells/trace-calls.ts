import { specOf, type FunctionId } from '../catalogue/index';
import { isPlain, isTraceFunction, readFormulaCall, type FormulaCall } from './formulas';
import { readFormulaText, type CellRange, type Expression } from './formula-text';
import { isBlank } from './values';

/** A Trace call somewhere in a formula. */
export interface TraceCall {
  readonly id: FunctionId;
  readonly args: readonly Expression[];
  /** Inputs of the call that the formula tests first: if one is blank, the call is not made. */
  readonly unlessBlank: readonly Expression[];
  /** Whether the call counts only if the formula's cell shows that it was made. */
  readonly isConditional: boolean;
}

/** Reads values of the sheet. `undefined`: they cannot be read. */
export type ReadCells = (asked: CellRange | { readonly name: string }) => unknown;

/**
 * Functions that calculate all of their arguments. Functions that choose among them, or repeat them, are not listed.
 */
const CALCULATES_ALL = new Set(
  (
    '{ AND OR NOT N T TO_TEXT TEXT TEXTJOIN VALUE TRIM CLEAN LOWER UPPER PROPER LEFT RIGHT MID LEN SUBSTITUTE SPLIT JOIN ' +
    'REGEXEXTRACT REGEXMATCH REGEXREPLACE CONCAT CONCATENATE ARRAYFORMULA INDEX TRANSPOSE FLATTEN TOCOL TOROW HSTACK VSTACK ' +
    'UNIQUE SORT FILTER ROWS COLUMNS COUNT COUNTA COUNTIF SUM MAX MIN ROUND ISBLANK ISERROR ISNUMBER ISTEXT HYPERLINK'
  ).split(' '),
);
const CHANGES: Readonly<Record<string, (text: string) => string>> = {
  TRIM: (text) => text.trim().replace(/ +/g, ' '),
  LOWER: (text) => text.toLowerCase(),
  UPPER: (text) => text.toUpperCase(),
  CLEAN: (text) => text.replace(/[\x00-\x1f]/g, ''),
  TO_TEXT: (text) => text,
  T: (text) => text,
};

/**
 * The Trace calls of a formula, if their arguments can be read. A call behind a condition is conditional, unless the
 * condition is that its own input is not blank: nothing may be fetched that may never be shown.
 */
export function findTraceCalls(formula: string): readonly TraceCall[] {
  const found: TraceCall[] = [];
  const whole = readFormulaText(formula);
  if (whole !== null) collect(whole, [], false, found);
  return found;
}

/**
 * The only Trace call of a formula; `null`: there is none, there are several, or its arguments cannot be read. Other
 * functions may pick any row of an answer, so within them only a call for one company counts.
 */
export function readOnlyCall(formula: string): FormulaCall | null {
  const whole = readFormulaCall(formula);
  if (whole !== null) return whole;
  const calls = new Map(findTraceCalls(formula).map(({ id, args }) => [JSON.stringify([id, args]), { id, args }]));
  const [only] = calls.values();
  if (only === undefined || calls.size > 1) return null;
  const { id, args } = only;
  const { params } = specOf(id);
  const isOfOne = args.every((each, at) => params[at]?.takes !== 'inputs' || each.is !== 'range' || isOneCell(each));
  return isOfOne && args.every(isPlain) ? { id, args } : null;
}

/** Whether each Trace call of a formula certainly asks about no more than one company, or one pair. */
export function asksAboutOne(formula: string): boolean {
  const calls = findTraceCalls(formula);
  const isInput = (id: FunctionId, at: number): boolean => /inputs$/i.test(specOf(id).params[at]?.takes ?? '');
  return calls.length > 0 && calls.every(({ id, args }) => args.every((each, at) => !isInput(id, at) || isOne(each)));
}

function isOne(argument: Expression): boolean {
  const of = inputOf(argument);
  if (of.is === 'operation') return of.sides.every(isOne);
  return of.is === 'value' || (of.is === 'range' && isOneCell(of));
}

function isOneCell({ rows, columns }: CellRange): boolean {
  return rows === 1 && columns === 1;
}

/** The value of an expression. `undefined`: unknown; an omitted argument is `null`. */
export function valueOf(expression: Expression, read: ReadCells): unknown {
  switch (expression.is) {
    case 'value':
      return expression.value ?? null;
    case 'range':
    case 'name':
      return read(expression);
    case 'operation': {
      const [left, right] = expression.sides.map((side) => textOf(side, read));
      return expression.sign === '&' && left !== undefined && right !== undefined ? left + right : undefined;
    }
    case 'call': {
      const text = textOf(expression.args[0], read);
      return text === undefined ? undefined : CHANGES[expression.name]?.(text);
    }
  }
}

/** Too small for a date of today, whose text depends on its format in Sheets. */
const MOST_COUNT = 9_999;

/** Handles only texts, blank cells and counts: how Sheets writes other values depends on their format. */
function textOf(expression: Expression | undefined, read: ReadCells): string | undefined {
  const value = expression === undefined ? undefined : valueOf(expression, read);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_COUNT) return String(value);
  return value === null ? '' : typeof value === 'string' ? value : undefined;
}

function collect(
  part: Expression,
  unlessBlank: readonly Expression[],
  isConditional: boolean,
  found: TraceCall[],
): void {
  if (part.is === 'operation') for (const side of part.sides) collect(side, unlessBlank, isConditional, found);
  if (part.is !== 'call') return;
  const { name, args } = part;
  const [first, second, third] = args;
  const into = (each: Expression | undefined, guards = unlessBlank, isUnsure = true): void => {
    if (each !== undefined) collect(each, guards, isConditional || isUnsure, found);
  };
  if (isTraceFunction(name)) {
    const isOwn = (guard: Expression): boolean => args.some((argument) => isSame(inputOf(argument), guard));
    found.push({ id: name, args, unlessBlank, isConditional: isConditional || !unlessBlank.every(isOwn) });
    for (const argument of args) into(argument, unlessBlank, false);
  } else if (name === 'IF') {
    const test = first === undefined ? null : readBlankTest(first);
    into(first, unlessBlank, false);
    into(second, ...branch(unlessBlank, test, false));
    into(third, ...branch(unlessBlank, test, true));
  } else if (name === 'IFERROR' || name === 'IFNA') {
    into(first, unlessBlank, false);
    into(second);
  } else {
    for (const argument of args) into(argument, unlessBlank, !CALCULATES_ALL.has(name));
  }
}

interface BlankTest {
  readonly of: readonly Expression[];
  /** Whether the test is met if any of the cells is blank; otherwise it is met if none is. */
  readonly isMetByBlank: boolean;
}

/** How to treat a branch of `IF`: the branch for inputs that are not blank depends only on those inputs. */
function branch(
  guards: readonly Expression[],
  test: BlankTest | null,
  isElse: boolean,
): readonly [readonly Expression[], boolean] {
  return test?.isMetByBlank === isElse ? [[...guards, ...test.of], false] : [guards, true];
}

/** Reads `A2=""`, `A2<>""`, `ISBLANK(A2)` and `LEN(A2)`, also inside `NOT`, `OR` and `AND`. */
function readBlankTest(test: Expression): BlankTest | null {
  if (test.is === 'operation') {
    const [of, against] = test.sides;
    if (of === undefined || against?.is !== 'value') return null;
    const isMetByBlank = test.sign === '=';
    if (against.value === '' && (isMetByBlank || test.sign === '<>'))
      return isCell(of) ? { of: [inputOf(of)], isMetByBlank } : null;
    const length = against.value === 0 ? readLength(of) : null;
    const isLength = isMetByBlank || test.sign === '>' || test.sign === '<>';
    return length !== null && isLength ? { of: [length], isMetByBlank } : null;
  }
  if (test.is !== 'call') return null;
  const [of] = test.args;
  if (of === undefined) return null;
  if (test.name === 'ISBLANK') return isCell(of) ? { of: [inputOf(of)], isMetByBlank: true } : null;
  if (test.name === 'NOT') {
    const inner = readBlankTest(of);
    return inner === null ? null : { ...inner, isMetByBlank: !inner.isMetByBlank };
  }
  if (test.name === 'OR' || test.name === 'AND') {
    const inner = test.args.map(readBlankTest);
    const isMetByBlank = test.name === 'OR';
    const all = inner.flatMap((each) => (each?.isMetByBlank === isMetByBlank ? [...each.of] : []));
    return inner.every((each) => each?.isMetByBlank === isMetByBlank) ? { of: all, isMetByBlank } : null;
  }
  const length = readLength(test);
  return length === null ? null : { of: [length], isMetByBlank: false };
}

function readLength(of: Expression): Expression | null {
  const inner = of.is === 'call' && of.name === 'LEN' ? of.args[0] : undefined;
  return inner !== undefined && isCell(inner) ? inputOf(inner) : null;
}

/** Whether an expression is a cell, or a function of its text that is blank if the cell is. */
function isCell(of: Expression): boolean {
  const { is } = inputOf(of);
  return is === 'range' || is === 'name';
}

/** The cell inside functions that change its text. */
function inputOf(of: Expression): Expression {
  const inner = of.is === 'call' && of.name in CHANGES ? of.args[0] : undefined;
  return inner === undefined ? of : inputOf(inner);
}

function isSame(a: Expression, b: Expression): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a formula makes this call, as far as the call's own inputs decide it. */
export function isMade({ unlessBlank }: TraceCall, read: ReadCells): boolean {
  return unlessBlank.every((input) => {
    const value = valueOf(input, read);
    return value !== undefined && !Array.isArray(value) && !isBlank(value);
  });
}
