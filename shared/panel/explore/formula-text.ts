import type { FunctionId } from '../../catalogue/index';

/** One call of a function, with texts only. */
export interface Formula {
  readonly id: FunctionId;
  readonly args: readonly string[];
}

/** As it is entered, with commas between its arguments. */
export function toFormulaText({ id, args }: Formula): string {
  return `=${id}(${args.map((text) => `"${text.replace(/"/g, '""')}"`).join(',')})`;
}

/** Options as the functions read them. Values that are `''` are left out. */
export function toOptionsText(options: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(options).filter(([, value]) => value !== '');
  return pairs.map(([name, value]) => `${name}=${quoted(String(value))}`).join('; ');
}

function quoted(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : `'${value.replace(/'/g, "''")}'`;
}
