import { toDigits } from '../digest';
import { readColumns } from './sheet/read-columns';
import type { ColumnRead } from './sheet/ports';
import type { GridValue } from './sheet/cell-values';
import { columnGone, findColumns, type Columns } from './columns';
import type { RunPorts } from './sheet/ports';
import type { Head } from './record/head';

/** The columns of an enrichment, read at once, from the first row of the sheet to its last. */
export interface Reading {
  readonly columns: Columns;
  readonly input: readonly GridValue[];
  /** Rows by the text of their input, without titles and blank cells; in the order of the sheet. */
  readonly rowsByText: ReadonlyMap<string, readonly number[]>;
  /** `null`: the column cannot be identified. */
  readonly targets: readonly (ColumnRead | null)[];
  /** The row of the titles; `null`: there is none. */
  readonly titleRow: number | null;
  /** For each row, a digest of its other cells; empty if rows need not be distinguished. */
  readonly beside: readonly string[];
  /** The other cells of each row, and their columns, for writes that compare them. */
  readonly others: { readonly columns: readonly number[]; readonly values: readonly (readonly GridValue[])[] };
}

interface Others extends Pick<Reading, 'beside' | 'others'> {
  readonly isInPlace: boolean;
}

const NOTHING_ELSE: Others = { beside: [], others: { columns: [], values: [] }, isInPlace: true };
/** A sheet is left alone if its columns move at every attempt. */
const MAX_READINGS = 5;
const DIGEST_LENGTH = 6;

/** A cell's value in 36 bits. */
export function digestOf(value: GridValue): string {
  return toDigits(`${typeof value} ${String(value)}`, DIGEST_LENGTH);
}

/** The text by which rows of one input are known. A number and the same digits as a text differ. */
function textOf(value: GridValue): string {
  return typeof value === 'string' ? value : `${typeof value} ${String(value)}`;
}

/**
 * Reads the columns at their marks. Users may move columns meanwhile, so a read counts only if the marks were in
 * place for each part of it. Throws `sheetGone` and, for the input, `columnsGone`.
 */
export async function readTable(ports: RunPorts, head: Head): Promise<Reading> {
  for (let attempt = 0; attempt < MAX_READINGS; attempt += 1) {
    const columns = await findColumns(ports, head);
    const reading = await readAt(ports, head, columns);
    if (reading !== null) return reading;
  }
  throw columnGone(head.input.title ?? '', 'changed');
}

/** @returns `null`: the columns have moved, or rows were added or removed between parts of the read */
async function readAt(ports: RunPorts, head: Head, columns: Columns): Promise<Reading | null> {
  const info = await ports.sheet.info(columns.sheet);
  if (info === null) return null;
  const places = columns.targets.filter((column) => column >= 0);
  const block = await readColumns(ports, columns.sheet, 0, info.rows, [columns.input, ...places], {
    formats: true,
    rich: head.mode === 'overwrite',
    marks: columns.marks,
  });
  const [input, ...read] = block.columns as readonly [ColumnRead, ...ColumnRead[]];
  const { title } = head.input;
  const titleRow = title === null ? -1 : findTitleRow(head, title, input, read);
  const { isInPlace, ...others } =
    titleRow < 0 || head.others.length === 0 ? NOTHING_ELSE : await readOthers(ports, head, columns, info, titleRow);
  const isWhole = block.isInPlace && isInPlace && (await ports.sheet.info(columns.sheet))?.rows === info.rows;
  if (!isWhole) return null;
  return {
    columns,
    input: input.values,
    rowsByText: groupByText(input.values, titleRow),
    targets: columns.targets.map((column) => (column < 0 ? null : read[places.indexOf(column)]!)),
    titleRow: titleRow < 0 ? null : titleRow,
    ...others,
  };
}

/**
 * The row with the title of the input or, once a user has renamed or cleared it, the titles of the enrichment.
 *
 * @returns -1: it is gone
 */
function findTitleRow({ targets }: Head, title: string, input: ColumnRead, read: readonly ColumnRead[]): number {
  let row = -1;
  // A heading above the table may say the same as the title right above the companies.
  for (const [at, value] of input.values.entries()) {
    if (String(value) === title) row = at;
    else if (row >= 0 && value !== '') break;
  }
  if (row >= 0) return row;
  const titles = new Set<GridValue>(targets.map((target) => target.title));
  return input.values.findIndex((_value, at) => read.some(({ values }) => titles.has(values[at]!)));
}

async function readOthers(
  ports: RunPorts,
  head: Head,
  { sheet, input, targets, marks }: Columns,
  info: { readonly rows: number; readonly columns: number },
  titleRow: number,
): Promise<Others> {
  const all = Array.from({ length: info.columns }, (_column, at) => at);
  const titles = await readColumns(ports, sheet, titleRow, 1, all, { marks });
  const own = new Set([input, ...targets]);
  const places = head.others.map((title) =>
    titles.columns.findIndex(({ values }, at) => values[0] === title && !own.has(at)),
  );
  const columns = places.filter((column) => column >= 0);
  const block = await readColumns(ports, sheet, 0, info.rows, columns, { marks });
  // Excluded: a formula may change by itself, and a column whose title is gone proves nothing.
  const valueAt = (column: number, row: number): GridValue => {
    const read = block.columns[columns.indexOf(column)];
    return read === undefined || read.formulas.has(row) ? '' : read.values[row]!;
  };
  const rows = Array.from({ length: info.rows }, (_row, row) => row);
  return {
    beside: rows.map((row) => toDigits(JSON.stringify(places.map((column) => valueAt(column, row))), DIGEST_LENGTH)),
    others: { columns, values: rows.map((row) => columns.map((column) => valueAt(column, row))) },
    isInPlace: titles.isInPlace && block.isInPlace,
  };
}

function groupByText(input: readonly GridValue[], titleRow: number): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const [row, value] of input.entries()) {
    if (row === titleRow || value === '') continue;
    const text = textOf(value);
    const group = rows.get(text);
    if (group === undefined) rows.set(text, [row]);
    else group.push(row);
  }
  return rows;
}

/** Blank inputs, beside which users may have values of their own, such as totals. */
export function rowsWithoutInput({ input, titleRow }: Pick<Reading, 'input' | 'titleRow'>): readonly number[] {
  return [...input.keys()].filter((row) => input[row] === '' && row !== titleRow);
}
