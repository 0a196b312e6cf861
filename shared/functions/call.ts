import type { FunctionId } from '../catalogue/index';
import type { Table } from '../cells/values';
import { answerFormula } from './answer-formula';
import { BODIES } from './bodies';
import type { FormulaTask } from './ports';

/** Answers one formula where all functions are loaded; see {@link answerFormula}. */
export function callFunction(id: FunctionId, received: readonly unknown[]): FormulaTask<Table> {
  return answerFormula(id, received, BODIES[id]);
}
