import { FUNCTIONS, type FunctionId } from '../catalogue/index';
import { readFormulaText, type CellRange, type Expression } from './formula-text';

/** One argument of a formula, as far as it can be read without the sheet. */
export type FormulaArgument =
  | { readonly is: 'value'; readonly value: string | number | boolean | undefined }
  | ({ readonly is: 'range' } & CellRange);

export interface FormulaCall {
  readonly id: FunctionId;
  readonly args: readonly FormulaArgument[];
}

/** Longer columns than a formula accepts need not be read. */
const MAX_ROWS = 50_000;

const IDS: ReadonlySet<string> = new Set(FUNCTIONS.map(({ id }) => id));

export function isTraceFunction(name: string): name is FunctionId {
  return IDS.has(name);
}

/** Whether a formula is a single Trace call, so that its cells show whatever the call answers. */
export function isTraceCall(formula: string): boolean {
  const whole = readFormulaText(formula);
  return whole?.is === 'call' && isTraceFunction(whole.name);
}

/**
 * The single Trace call that a formula consists of; `null` for anything else: other functions in it, named ranges,
 * other sheets, whole columns, operators.
 *
 * @param formula with its `=`, and commas or semicolons between arguments
 */
export function readFormulaCall(formula: string): FormulaCall | null {
  const whole = readFormulaText(formula);
  if (whole?.is !== 'call' || !isTraceFunction(whole.name)) return null;
  const { name: id, args } = whole;
  return args.every(isPlain) ? { id, args } : null;
}

function isPlain(argument: Expression): argument is FormulaArgument {
  return (
    argument.is === 'value' || (argument.is === 'range' && argument.rows <= MAX_ROWS && argument.sheet === undefined)
  );
}
