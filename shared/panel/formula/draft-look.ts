import { specOf } from '../../catalogue/index';
import type { FunctionSpec } from '../../catalogue/types';
import { identifiersOf } from '../../cells/inputs';
import { DEFAULT_COLUMNS } from '../../cells/options';
import { toTraceError, type TraceError } from '../../errors/trace-error';
import { readArguments, type FunctionArguments } from '../../functions/arguments';
import { priceDraft } from '../../functions/price-formulas';
import { toArguments, type DraftArgument, type Draft } from './draft';

/** The values of the cells that an argument names, row by row; `null`: they cannot be read from here. */
export type CellValues = readonly (readonly unknown[])[] | null;

/** What is known of a formula before it is entered. */
export type DraftLook =
  | { readonly is: 'problem'; readonly error: TraceError }
  | {
      readonly is: 'ready';
      readonly price: DraftPrice;
      /** Companies without repeats; `null`: the function takes none. */
      readonly companies: number | null;
      readonly size: DraftSize;
    };

type DraftPrice =
  /** Credits, and whether nobody has counted the cells. */
  | { readonly is: 'most'; readonly credits: number }
  /** Known only after paying: all partners of companies, or cells that cannot be read from here. */
  | { readonly is: 'open' };

/** The cells that the answer fills, from the cell of the formula on. */
export interface DraftSize {
  readonly rows: number;
  readonly columns: number;
  /** Whether the answer may need more. */
  readonly isLeast: boolean;
}

/**
 * The problem of a formula, or its greatest price and its size. Sends nothing, and counts nothing as saved: whoever pays for
 * formulas may be somebody else.
 *
 * @param valuesOf the cells that an argument names
 */
export function lookAtDraft(draft: Draft, valuesOf: (argument: DraftArgument) => CellValues): DraftLook {
  const spec = specOf(draft.id);
  let isUnread = false;
  const args = toArguments(draft).map((argument) => {
    if (argument.is === 'text') return argument.text;
    const values = valuesOf(argument);
    isUnread ||= values === null;
    // One company stands for them, so that the rest of the formula can be checked.
    return values ?? [['stripe.com']];
  });
  try {
    const read = readArguments(spec, args);
    const companies = spec.params.some(({ takes }) => takes === 'inputs') ? identifiersOf(read.inputs).length : null;
    const price = toPrice(isUnread ? null : priceDraft({ id: draft.id, args }));
    const size = sizeOf(spec, read);
    return { is: 'ready', price, companies, size: { ...size, isLeast: size.isLeast || isUnread } };
  } catch (thrown) {
    return { is: 'problem', error: toTraceError(thrown) };
  }
}

function toPrice(credits: number | null): DraftPrice {
  return credits === null ? { is: 'open' } : { is: 'most', credits };
}

function sizeOf(spec: FunctionSpec, { inputs, fields, names, options }: FunctionArguments): DraftSize {
  const header = options.headers > 0 ? 1 : 0;
  const isOverInputs = spec.headers === 0 && spec.id !== 'TRACE_COST';
  const values = names.length > 0 && spec.fields.length === 0 ? names.length : Math.max(1, fields.length);
  if (!isOverInputs) {
    const { top } = options;
    const isCounted = fields.length > 0 && top !== null;
    return { rows: (isCounted ? top : 1) + header, columns: values, isLeast: !isCounted };
  }
  const rows = inputs.rows.length + header;
  const own = options.headers === 2 ? 1 : 0;
  switch (options.layout) {
    case 'join':
      return { rows, columns: values + own, isLeast: false };
    case 'columns':
      return { rows, columns: (options.top ?? DEFAULT_COLUMNS) + own, isLeast: false };
    case 'spill':
      return { rows, columns: values + (inputs.isRange ? 1 : own), isLeast: true };
  }
}
