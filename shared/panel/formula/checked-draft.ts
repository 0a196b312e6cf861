import { specOf } from '../../catalogue/index';
import type { FunctionSpec } from '../../catalogue/types';
import { identifiersOf } from '../../cells/inputs';
import { DEFAULT_COLUMNS } from '../../cells/options';
import { toTraceError, type TraceError } from '../../errors/trace-error';
import { readArguments, type FunctionArguments } from '../../functions/arguments';
import { priceDraft } from '../../functions/prices/price-formulas';
import { toArguments, readReference, type DraftArgument, type Draft } from './draft';
import type { BulkHost, ActiveCell } from '../bulk-host';
import { count, isolated, cut, cellName, toCreditsText, toPriceText } from '../common/words';
import { placeOf } from '../common/insert/insertion';

/** The values of the cells that an argument names, row by row; `null`: they cannot be read from here. */
export type CellValues = readonly (readonly unknown[])[] | null;

/** What is known of a formula before it is entered. */
export type CheckedDraft =
  | { readonly is: 'problem'; readonly error: TraceError }
  | {
      readonly is: 'ready';
      /**
       * The most that it can cost, in credits; `null`: known only after paying, for all partners of companies, or cells that
       * cannot be read from here.
       */
      readonly credits: number | null;
      /** Companies without repeats; `null`: the function takes none. */
      readonly companies: number | null;
      readonly size: DraftSize;
    };

/** The cells that the answer fills, from the cell of the formula on. */
export interface DraftSize {
  readonly rows: number;
  readonly columns: number;
  /** Whether the answer may need more. */
  readonly isLeast: boolean;
}

/**
 * The problem of a formula, or its highest price and its size. Sends nothing, and counts nothing as saved: someone else
 * may pay for formulas.
 *
 * @param valuesOf the cells that an argument names
 */
export function checkDraft(draft: Draft, valuesOf: (argument: DraftArgument) => CellValues): CheckedDraft {
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
    const credits = isUnread ? null : priceDraft({ id: draft.id, args });
    const size = sizeOf(spec, read);
    return { is: 'ready', credits, companies, size: { ...size, isLeast: size.isLeast || isUnread } };
  } catch (thrown) {
    return { is: 'problem', error: toTraceError(thrown) };
  }
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
    case 'card':
      return { rows, columns: values + own, isLeast: false };
    case 'columns':
      return { rows, columns: (options.top ?? DEFAULT_COLUMNS) + own, isLeast: false };
    case 'spill':
      return { rows, columns: values + (inputs.isRange ? 1 : own), isLeast: true };
  }
}

/** More rows than a formula accepts. */
const MOST_ROWS = 50_001;

/**
 * The values that a reference names, from the used part of its sheet; `null`: they cannot be read from here. Reading them is
 * free. Throws what the host throws.
 *
 * @param home the sheet of references that name none
 */
export async function readCells(
  { ports: { sheet: port } }: Pick<BulkHost, 'ports'>,
  reference: string,
  home: { readonly sheet: string; readonly sheetName: string },
): Promise<CellValues> {
  const range = readReference(reference);
  if (range === null) return null;
  const isHome = range.sheet === undefined || range.sheet.toLowerCase() === home.sheetName.toLowerCase();
  if (!isHome) return null;
  const info = await port.info(home.sheet);
  if (info === null) return null;
  const rows = Math.min(range.rows, MOST_ROWS, Math.max(1, info.rows - range.row + 1));
  const columns = Array.from({ length: range.columns }, (_column, at) => range.column - 1 + at);
  const used = columns.filter((column) => column < info.columns);
  if (range.row > info.rows || used.length === 0) return [columns.map(() => '')];
  const block = await port.read({ sheet: home.sheet, row: range.row - 1, rows, columns: used, withFormats: false });
  return Array.from({ length: rows }, (_row, at) =>
    columns.map((_column, index) => block.columns[index]?.values[at] ?? ''),
  );
}

type Ready = Extract<CheckedDraft, { is: 'ready' }>;

/** The end of the button's label. */
export function toDraftPrice({ credits }: Ready): string {
  return credits === null ? 'price depends' : toPriceText(credits);
}

/** The price as a sentence. */
export function toPriceSentence({ credits, companies }: Ready): string {
  const of = companies === null || companies === 0 ? '' : ` for ${count(companies, 'company', 'companies')}`;
  if (credits === null) return `The price${of} is only known after paying.`;
  if (credits === 0) return 'This formula is free.';
  return `Up to ${toCreditsText(credits)}${of}. Saved answers are free.`;
}

/** Where the formula goes, and what has to be blank there. */
export function toRoomText(cell: ActiveCell, { rows, columns, isLeast }: DraftSize): string {
  const place = placeOf(cell);
  const isOne = rows === 1 && columns === 1;
  const end = cellName(cell.row + rows - 1, cell.column + columns - 1);
  if (isOne) return isLeast ? `Starts at ${place}. Leave blank cells around it.` : `Fills ${place}.`;
  return isLeast
    ? `Fills ${place}:${end} or more. Leave blank cells below.`
    : `Fills ${place}:${end}. These cells must be empty.`;
}

const LONGEST_SHOWN = 30;

/** Why the formula cannot go to the active cell; `''`: it can. */
export function toOccupiedText(cell: ActiveCell | null): string {
  if (cell === null) return 'Select a blank cell for the formula.';
  if (cell.formula !== '') return `${placeOf(cell)} holds a formula. Select a blank cell, or copy this formula.`;
  if (cell.value === '') return '';
  return `${placeOf(cell)} holds “${isolated(cut(String(cell.value), LONGEST_SHOWN))}”. Select a blank cell, or copy this formula.`;
}
