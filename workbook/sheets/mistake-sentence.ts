import { readFormulaCall, runSync, TraceError } from '../../shared/formulas';
import { callFunction } from '../../shared/runs';
import type { FormulaPorts } from '../../shared/ports';

/** No payer and no answers: a mistake in the formula itself shows without either. */
const PORTS: FormulaPorts = {
  payer: () => null,
  paid: () => new Set(),
  peek: () => new Map(),
  lookup: () => new Map(),
  keepShown: () => undefined,
  now: () => 0,
};

/** The sentence that a cell has for a mistake in its formula, as the functions themselves word it; no request. */
export function sentenceOfMistake(formula: string): string {
  const call = readFormulaCall(formula);
  if (call === null) throw new Error(`${formula} is no single Trace formula`);
  const args = call.args.map((argument) => (argument.is === 'value' ? argument.value : undefined));
  try {
    const cells = runSync(callFunction(call.id, args), PORTS).flat();
    return cells.find((cell) => cell instanceof TraceError)?.message ?? '';
  } catch (error) {
    if (error instanceof TraceError) return error.message;
    throw error;
  }
}
