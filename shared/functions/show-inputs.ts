import { toLines, toTable, type AnsweredRow } from '../cells/table';
import type { Table } from '../cells/values';
import { keepShown } from '../lookup/ports';
import type { FormulaTask } from './ports';
import type { ShownAnswer } from '../lookup/displayed-rows';
import type { FunctionArguments } from './arguments';

/**
 * Lays answered rows out as the function's table, and offers them to the host's store.
 *
 * @param kept what else is worth keeping
 */
export function* showInputs(
  { inputs, otherInputs, options, signature }: FunctionArguments,
  rows: readonly AnsweredRow[],
  titles: readonly string[],
  kept: readonly ShownAnswer[] = [],
): FormulaTask<Table> {
  const table = toTable(rows, titles, options, inputs.isRange || otherInputs.isRange);
  const toShown = ({ answer, source }: AnsweredRow): readonly ShownAnswer[] =>
    source === undefined
      ? []
      : [{ ...source, signature, lines: answer.is === 'notTracked' ? [] : toLines(answer, titles, options) }];
  if (kept.length > 0 || rows.some(({ source }) => source !== undefined))
    yield* keepShown(() => [...kept, ...rows.flatMap(toShown)]);
  return table;
}
