import { looksAhead } from '../fetch/prefetch';
import { relocate, type Anchor } from '../sheet/row-anchors';
import { nameOfInput } from '../sheet/row-keys';
import { COMPANIES_AT_ONCE } from '../fetch/fill-batches';
import type { Block } from '../sheet/ports';
import { CELLS_AT_ONCE, readColumns } from '../sheet/read-columns';
import { requeue, type RunState } from './run-state';

const ROWS_AT_ONCE = 5_000;
/** A sheet whose rows move between any two looks is left alone. */
const MAX_LOOKS = 20;

/** Rows of the sheet that are to be done next, each where it stands now, as they were just read. */
export interface TakenBlock {
  readonly anchors: readonly Anchor[];
  /** Rows that come after them, read with them: as many as may be looked ahead at. */
  readonly later: readonly Anchor[];
  /** Whether these are all that are left. */
  readonly isEnd: boolean;
  readonly firstRow: number;
  /** The input first, then the targets. */
  readonly block: Block;
}

/**
 * Takes the next rows and reads them. Where a row is not where it was, all rows are looked for in the whole column first.
 * `null`: none is left, apart from those that cannot be found.
 */
export async function takeBlock(state: RunState): Promise<TakenBlock | null> {
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    const { anchors, later, isEnd } = nextAnchors(state);
    if (anchors.length === 0) return null;
    const firstRow = anchors[0]!.row;
    const last = later[later.length - 1] ?? anchors[anchors.length - 1]!;
    const rows = last.row - firstRow + 1;
    if (await mayBeOthers(state, anchors)) {
      await lookForRows(state);
      continue;
    }
    const { head, fetching } = state;
    const columns = [head.input.column, ...head.targets.map(({ column }) => column)];
    const block = await readColumns(fetching.ports, head.sheet.id, firstRow, rows, columns, true);
    const inputs = block.columns[0]!.values;
    state.names.turn();
    const isThere = ({ row, text }: Anchor): boolean => state.names.of(inputs[row - firstRow] ?? '').text === text;
    if (anchors.every(isThere)) return { anchors, later: later.filter(isThere), isEnd, firstRow, block };
    await lookForRows(state);
  }
  for (const anchor of state.anchors) if (!anchor.isDone) anchor.row = -1;
  requeue(state);
  return null;
}

/** Reads the whole input column, once for each time that rows have moved. */
export async function lookForRows(state: RunState): Promise<void> {
  const { ports } = state.fetching;
  ports.person.tell({ is: 'lookingForRows' });
  const { sheet, input } = state.head;
  const info = await ports.sheet.info(sheet.id);
  const { columns } = await readColumns(ports, sheet.id, 0, info?.rows ?? 0, [input.column]);
  state.head = { ...state.head, sheetRows: info?.rows ?? 0 };
  relocate(state.anchors, columns[0]!.values.map(nameOfInput));
  requeue(state);
}

/**
 * Where another row says the same, it could stand by now where one of these stood: so rows are looked for whenever some
 * were inserted or deleted.
 */
async function mayBeOthers({ head, mixed, fetching }: RunState, anchors: readonly Anchor[]): Promise<boolean> {
  if (!anchors.some(({ text }) => mixed.has(text))) return false;
  const info = await fetching.ports.sheet.info(head.sheet.id);
  return info?.rows !== head.sheetRows;
}

/** As many rows as name a thousand companies, and as many after them as the same reading of the sheet brings. */
function nextAnchors(state: RunState): Pick<TakenBlock, 'anchors' | 'later' | 'isEnd'> {
  const { queue } = state;
  while (state.next < queue.length && queue[state.next]!.isDone) state.next += 1;
  const codes = new Set<string>();
  const { anchors, end } = takeAnchors(queue, state.next, codes, () => true);
  if (anchors.length === 0 || !looksAhead(state)) return { anchors, later: [], isEnd: end === queue.length };
  const columns = 1 + state.head.targets.length;
  const cellsTo = ({ row }: Anchor): number => (row - anchors[0]!.row + 1) * columns;
  const mostCells = Math.ceil(cellsTo(anchors[anchors.length - 1]!) / CELLS_AT_ONCE) * CELLS_AT_ONCE;
  const after = takeAnchors(queue, end, codes, (anchor) => cellsTo(anchor) <= mostCells);
  return { anchors, later: after.anchors, isEnd: after.end === queue.length };
}

/** @param codes of the companies that were named before, which are added to */
function takeAnchors(
  queue: readonly Anchor[],
  from: number,
  codes: Set<string>,
  fits: (anchor: Anchor) => boolean,
): { readonly anchors: readonly Anchor[]; readonly end: number } {
  const anchors: Anchor[] = [];
  const most = codes.size + COMPANIES_AT_ONCE;
  let end = from;
  for (; end < queue.length && anchors.length < ROWS_AT_ONCE; end += 1) {
    const anchor = queue[end]!;
    if (anchor.isDone) continue;
    if (!fits(anchor) || (!codes.has(anchor.code) && codes.size === most)) break;
    codes.add(anchor.code);
    anchors.push(anchor);
  }
  return { anchors, end };
}

/** The company that a row of a block names. */
export function identifierAt(
  { names }: Pick<RunState, 'names'>,
  { block, firstRow }: TakenBlock,
  { row }: Anchor,
): string {
  return names.of(block.columns[0]!.values[row - firstRow] ?? '').identifier;
}
