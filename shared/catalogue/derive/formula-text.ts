import type { ExampleArgument, ExampleSpec, FunctionSpec } from '../types';

/** An example as it looks in a sheet. */
export interface FormulaText {
  /** The formula, with commas between arguments; in some languages the hosts expect semicolons. */
  readonly formula: string;
  /** The cells from A2 down that the formula refers to. */
  readonly column: readonly (string | number | null)[];
}

/** The formula of an example: literals in quotes, a column of cells as its range. */
export function toFormulaText(spec: FunctionSpec, example: ExampleSpec): FormulaText {
  const column = example.args.find((argument) => Array.isArray(argument)) ?? [];
  const argumentsText = example.args.map(toText);
  return { formula: `=${spec.id}(${argumentsText.join(', ')})`, column: column.map((row) => row[0] ?? null) };
}

function toText(argument: ExampleArgument): string {
  if (argument === null) return '';
  if (typeof argument === 'string') return `"${argument.replace(/"/g, '""')}"`;
  return argument.length === 1 ? 'A2' : `A2:A${argument.length + 1}`;
}

/** `TRACE_TECH(domains, [fields], [options])`. */
export function toSignature(spec: FunctionSpec): string {
  return `${spec.id}(${spec.params.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ')})`;
}
