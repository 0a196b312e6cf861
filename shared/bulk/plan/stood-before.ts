import { digestOf, type GridValue } from '../sheet/cell-values';
import { nameOfInput } from '../sheet/row-keys';

/**
 * What stood beside each company in the columns of a run that overwrites, when it was planned. Kept by company, so that it
 * does not matter where rows are by now.
 */
export type StoodBefore = ReadonlySet<string>;

/** @param columns the cells of each target, in the rows of these inputs */
export function toStoodBefore(
  inputs: readonly GridValue[],
  columns: readonly { readonly values: readonly GridValue[] }[],
): StoodBefore {
  const stood = new Set<string>();
  for (const [row, input] of inputs.entries()) {
    const { code } = nameOfInput(input);
    for (const [target, { values }] of columns.entries()) {
      const value = values[row] ?? '';
      if (value !== '') stood.add(keyOf(target, code, value));
    }
  }
  return stood;
}

/** Whether a value was put beside a company since then, so that it is a person's. @param code of the company */
export function isSince(stood: StoodBefore | null, target: number, code: string, value: GridValue): boolean {
  return stood !== null && value !== '' && !stood.has(keyOf(target, code, value));
}

function keyOf(target: number, code: string, value: GridValue): string {
  return `${target} ${code} ${digestOf(value)}`;
}
