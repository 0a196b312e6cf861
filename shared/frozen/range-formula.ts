import { readFormulaText } from '../cells/formula-text';
import type { Corner, Reference } from './reference';
import { readTemplate, rowOf, writeTemplate } from './template';

/** Functions with one row of answers for each row of inputs, and how many inputs they have. */
const INPUTS: Readonly<Partial<Record<string, number>>> = {
  TRACE_TECH: 1,
  TRACE_HAS_TECH: 1,
  TRACE_COMPANY: 1,
  TRACE_PARTNERS: 1,
  TRACE_PARTNERED: 2,
};
/** With these options a range does not answer row by row. */
const NOT_BY_ROW = /layout\s*=\s*'?spill|headers/i;

/**
 * One range formula in place of a column of formulas that only differ in their rows. `null`: there is none.
 *
 * @param formulas of rows below each other
 * @param row of the first one, from 0
 */
export function toRangeFormula(formulas: readonly string[], row: number): string | null {
  const [formula = ''] = formulas;
  const read = readByRow(formula, row, false);
  if (read === null || formulas.length < 2) return null;
  const text = JSON.stringify(readTemplate(formula, row));
  const isSame = formulas.every((each, down) => JSON.stringify(readTemplate(each, row + down)) === text);
  return isSame ? writeByRow(read, row, formulas.length) : null;
}

/**
 * The formulas of single cells in place of a range formula. `null`: it cannot be split.
 *
 * @param row of the formula, from 0
 * @param mostRows how many rows of an open range have inputs
 */
export function toSingleFormulas(formula: string, row: number, mostRows: number): readonly string[] | null {
  const read = readByRow(formula, row, true);
  if (read === null) return null;
  const rows = Math.min(...read.inputs.map((reference) => heightOf(reference, row, mostRows)));
  return Array.from({ length: rows }, (_row, down) => writeByRow(read, row + down, 1) ?? '');
}

interface ByRow {
  readonly parts: readonly string[];
  readonly inputs: readonly Reference<number>[];
  /** References that are the same in all rows. */
  readonly others: readonly Reference<number>[];
}

/** A single call in which only the inputs, its first arguments, change with the row. */
function readByRow(formula: string, row: number, isRange: boolean): ByRow | null {
  const call = readFormulaText(formula);
  const template = readTemplate(formula, row);
  const count = call?.is === 'call' ? INPUTS[call.name] : undefined;
  if (call?.is !== 'call' || template === null || count === undefined || NOT_BY_ROW.test(formula)) return null;
  if (!call.args.every(({ is }) => is === 'value' || is === 'range')) return null;
  const inputs = template.references.slice(0, count);
  const others = template.references.slice(count);
  const areInputs = call.args
    .slice(0, count)
    .every((arg) => arg.is === 'range' && arg.columns === 1 && (isRange ? arg.rows > 1 : arg.rows === 1));
  const isFixed = ([, , at, sign]: Corner<number>): boolean => at === null || sign === '$';
  const areFixed = others.every(([, first, last]) => isFixed(first) && (last === null || isFixed(last)));
  const areMoving = inputs.every(([, first, last]) => !isFixed(first) && (last === null) !== isRange);
  return inputs.length === count && areInputs && areFixed && areMoving
    ? { parts: template.parts, inputs, others }
    : null;
}

function writeByRow({ parts, inputs, others }: ByRow, row: number, rows: number): string | null {
  const ranges = inputs.map(([sheet, first]): Reference<number> => {
    const [column, columnSign, at, rowSign] = first;
    return [sheet, first, rows === 1 ? null : [column, columnSign, at! + rows - 1, rowSign]];
  });
  return writeTemplate({ parts, references: [...ranges, ...others] }, row, (column) => column);
}

function heightOf([, first, last]: Reference<number>, row: number, mostRows: number): number {
  const end = last && rowOf(last, row);
  return end === null ? mostRows : end - rowOf(first, row)! + 1;
}
