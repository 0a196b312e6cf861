import { type FunctionId, FUNCTIONS } from '../../shared/formulas';
import { priceFormulas } from '../../shared/runs';
import type { KnownFormula } from '../../shared/ports';
import type { Call, CellAddress } from '../functions/invocations';

/** The price of a workbook's formulas if nothing was looked up before, without a request. */
export interface WorkbookPrice {
  readonly formulas: number;
  /** Credits at most, without those of unknown price. */
  readonly credits: number;
  /** Formulas with a price that is only known after paying, or that were not calculated yet. */
  readonly unknown: number;
}

const IDS: ReadonlySet<string> = new Set(FUNCTIONS.map(({ id }) => id));

/** @param cells that hold a Trace formula @param calls what formulas called last */
export function priceCalls(cells: readonly CellAddress[], calls: readonly Omit<Call, 'run'>[]): WorkbookPrice {
  const known = calls.flatMap(({ functionName, args }): KnownFormula[] =>
    isFunction(functionName) ? [{ id: functionName, args: args.map(toArgument) }] : [],
  );
  const called = new Set(calls.map(({ cell }) => toKey(cell)));
  const uncalled = cells.filter((cell) => !called.has(toKey(cell))).length;
  const { credits, openFormulas } = priceFormulas(known);
  return { formulas: known.length + uncalled, credits, unknown: openFormulas + uncalled };
}

function isFunction(name: string): name is FunctionId {
  return IDS.has(name);
}

/** The core reads an error as the text in its cell. */
function toArgument(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toArgument);
  return value instanceof Error ? ('code' in value ? value.code : '#VALUE!') : value;
}

function toKey({ unitId, sheetId, row, column }: CellAddress): string {
  return [unitId, sheetId, row, column].join('|');
}
