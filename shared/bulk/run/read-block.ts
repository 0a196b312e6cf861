import { mayPrefetch } from '../fetch/prefetch';
import { TraceError } from '../../errors/trace-error';
import { relocate } from '../sheet/row-anchors';
import type { RowRecord } from '../rows/row-record';
import { nameOfInput } from '../sheet/row-keys';
import { companiesNext, COMPANIES_AT_ONCE } from '../fetch/fill-batches';
import type { GridBlock } from '../sheet/ports';
import { CELLS_AT_ONCE, readColumns } from '../sheet/read-columns';
import { readInPlace } from './locate-run';
import { requeue, type RunState } from './run-state';

const ROWS_AT_ONCE = 5_000;
/** A sheet is left alone where rows move at every look. */
const MAX_LOOKS = 20;

/** The next rows to do, as just read. */
export interface TakenBlock {
  readonly rows: readonly RowRecord[];
  /** The rows after them, read in the same call for prefetching. */
  readonly later: readonly RowRecord[];
  /** Whether no further rows are left. */
  readonly isEnd: boolean;
  readonly firstRow: number;
  /** The input first, then the targets. */
  readonly block: GridBlock;
}

/**
 * Reads the next rows. If one has moved, it first looks for all rows in the whole column. `null`: none is left, apart from
 * rows that cannot be found.
 */
export async function takeBlock(state: RunState): Promise<TakenBlock | null> {
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    const { rows, later, isEnd } = nextRows(state);
    if (rows.length === 0) return null;
    const firstRow = rows[0]!.row;
    const last = later[later.length - 1] ?? rows[rows.length - 1]!;
    if (await mayBeOthers(state, rows)) {
      await lookForRows(state);
      continue;
    }
    const block = await readInPlace(state, (head, reads) => {
      const columns = [head.input.column, ...head.targets.map(({ column }) => column)];
      const besides = { formats: true, rich: head.mode === 'overwrite' };
      return readColumns(reads, head.sheet.id, firstRow, last.row - firstRow + 1, columns, besides);
    });
    const inputs = block.columns[0]!.values;
    state.names.turn();
    const isThere = ({ row, text }: RowRecord): boolean => state.names.of(inputs[row - firstRow] ?? '').text === text;
    if (rows.every(isThere)) return { rows, later: later.filter(isThere), isEnd, firstRow, block };
    await lookForRows(state);
  }
  for (const row of state.rows) if (!row.isDone) row.row = -1;
  requeue(state);
  return null;
}

/** Reads the whole input column and notes where each row is now. Throws `columnsGone`. */
export async function lookForRows(state: RunState): Promise<void> {
  const { ports } = state.fetching;
  ports.person.tell({ is: 'lookingForRows' });
  const { rows, inputs } = await readInPlace(state, async ({ sheet, input }, reads) => {
    const info = await ports.sheet.info(sheet.id);
    // Without a read, nothing tells which run these columns belong to.
    if (info === null) throw new TraceError('sheetGone', {});
    const { columns } = await readColumns(reads, sheet.id, 0, info.rows, [input.column]);
    return { rows: info.rows, inputs: columns[0]!.values };
  });
  state.head = { ...state.head, sheetRows: rows };
  relocate([...state.rows, ...state.outsiders], inputs.map(nameOfInput));
  requeue(state);
}

/**
 * Whether an equal input may have taken the place of one of these rows, since rows were inserted or deleted.
 */
async function mayBeOthers({ head, queue, fetching }: RunState, rows: readonly RowRecord[]): Promise<boolean> {
  if (!rows.some((row) => queue.isShared(row))) return false;
  const info = await fetching.ports.sheet.info(head.sheet.id);
  return info?.rows !== head.sheetRows;
}

/** Rows of up to a thousand companies, fewer at first where their price is unknown, and the rows after them that the same read of the sheet can bring. */
function nextRows(state: RunState): Pick<TakenBlock, 'rows' | 'later' | 'isEnd'> {
  const { rows: open, from } = state.queue.next;
  const codes = new Set<string>();
  const atOnce = mayPrefetch(state) ? COMPANIES_AT_ONCE : companiesNext(state.done.count);
  const { rows, end } = takeRows(open, from, codes, () => true, atOnce);
  if (rows.length === 0 || !mayPrefetch(state)) return { rows, later: [], isEnd: end === open.length };
  const columns = 1 + state.head.targets.length;
  const cellsTo = ({ row }: RowRecord): number => (row - rows[0]!.row + 1) * columns;
  const mostCells = Math.ceil(cellsTo(rows[rows.length - 1]!) / CELLS_AT_ONCE) * CELLS_AT_ONCE;
  const after = takeRows(open, end, codes, (row) => cellsTo(row) <= mostCells, COMPANIES_AT_ONCE);
  return { rows, later: after.rows, isEnd: after.end === open.length };
}

/** @param codes of the companies so far; new ones are added */
function takeRows(
  open: readonly RowRecord[],
  from: number,
  codes: Set<string>,
  fits: (row: RowRecord) => boolean,
  companies: number,
): { readonly rows: readonly RowRecord[]; readonly end: number } {
  const rows: RowRecord[] = [];
  const most = codes.size + companies;
  let end = from;
  for (; end < open.length && rows.length < ROWS_AT_ONCE; end += 1) {
    const row = open[end]!;
    if (row.isDone) continue;
    if (!fits(row) || (!codes.has(row.code) && codes.size === most)) break;
    codes.add(row.code);
    rows.push(row);
  }
  return { rows, end };
}

/** The company in a row of a block. */
export function identifierAt(
  { names }: Pick<RunState, 'names'>,
  { block, firstRow }: TakenBlock,
  { row }: RowRecord,
): string {
  return names.of(block.columns[0]!.values[row - firstRow] ?? '').identifier;
}
