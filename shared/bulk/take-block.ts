import { readInput } from '../cells/inputs';
import { codeOfInput, relocate, type Anchor } from './anchors';
import { askGrid, type Block, type RunTask } from './grid';
import { readColumns } from './read-columns';
import { requeue, type RunState } from './run-state';

/** Ten requests. */
export const COMPANIES_AT_ONCE = 1_000;
const ROWS_AT_ONCE = 5_000;
/** A sheet whose rows move between any two looks is left alone. */
const MAX_LOOKS = 20;

/** Rows of the sheet that are to be done next, each where it stands now, as they were just read. */
export interface TakenBlock {
  readonly anchors: readonly Anchor[];
  readonly firstRow: number;
  /** The input first, then the targets. */
  readonly block: Block;
}

/**
 * Takes the next rows and reads them. Where a row is not where it was, all rows are looked for in the whole column first.
 * `null`: none is left, apart from those that cannot be found.
 */
export function* takeBlock(state: RunState): RunTask<TakenBlock | null> {
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    const anchors = nextAnchors(state);
    if (anchors.length === 0) return null;
    const firstRow = anchors[0]!.row;
    const rows = anchors[anchors.length - 1]!.row - firstRow + 1;
    if (yield* mayBeOthers(state, anchors)) {
      yield* lookForRows(state);
      continue;
    }
    const { head } = state;
    const columns = [head.input.column, ...head.targets.map(({ column }) => column)];
    const block = yield* readColumns(head.sheet.id, firstRow, rows, columns, head.mode === 'overwrite');
    const inputs = block.columns[0]!.values;
    if (anchors.every(({ row, code }) => codeOfInput(inputs[row - firstRow]) === code))
      return { anchors, firstRow, block };
    yield* lookForRows(state);
  }
  for (const anchor of state.anchors) if (!anchor.isDone) anchor.row = -1;
  requeue(state);
  return null;
}

/** Reads the whole input column, once for each time that rows have moved. */
export function* lookForRows(state: RunState): RunTask<void> {
  yield* askGrid<'tell'>({ ask: 'tell', event: { is: 'lookingForRows' } });
  const { sheet, input } = state.head;
  const info = yield* askGrid<'gridSheet'>({ ask: 'gridSheet', sheet: sheet.id });
  const { columns } = yield* readColumns(sheet.id, 0, info?.rows ?? 0, [input.column]);
  state.head = { ...state.head, sheetRows: info?.rows ?? 0 };
  relocate(state.anchors, columns[0]!.values.map(codeOfInput));
  requeue(state);
}

/**
 * Where a row outside of the plan names the same company, it could stand by now where one of the plan stood: so rows are
 * looked for whenever some were inserted or deleted.
 */
function* mayBeOthers({ head, mixed }: RunState, anchors: readonly Anchor[]): RunTask<boolean> {
  if (!anchors.some(({ code }) => mixed.has(code))) return false;
  const info = yield* askGrid<'gridSheet'>({ ask: 'gridSheet', sheet: head.sheet.id });
  return info?.rows !== head.sheetRows;
}

/** As many rows as name a thousand companies. */
function nextAnchors(state: RunState): readonly Anchor[] {
  const { queue } = state;
  const anchors: Anchor[] = [];
  const codes = new Set<string>();
  while (state.next < queue.length && queue[state.next]!.isDone) state.next += 1;
  for (let at = state.next; at < queue.length && anchors.length < ROWS_AT_ONCE; at += 1) {
    const anchor = queue[at]!;
    if (anchor.isDone) continue;
    if (!codes.has(anchor.code) && codes.size === COMPANIES_AT_ONCE) break;
    codes.add(anchor.code);
    anchors.push(anchor);
  }
  return anchors;
}

/** The company that a row of a block names. */
export function identifierAt({ block, firstRow }: TakenBlock, { row }: Anchor): string {
  const input = readInput(block.columns[0]!.values[row - firstRow]);
  return input.is === 'company' ? input.identifier : '';
}
