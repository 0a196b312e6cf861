import type { Block } from '../../shared/freeze';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { placesOf, type CellPlace, type Piece } from './piece';

/** What Excel tells of a cell takes some sixty bytes, of 5 MB that Excel on the web carries. */
const CELLS_AT_ONCE = 20_000;
const RANGES_AT_ONCE = 1_000;

/** What remains of pieces without their locked cells. */
export interface Unlocked {
  readonly open: readonly Piece[];
  /** Those among the cells to write. */
  readonly locked: readonly CellPlace[];
}

/** Which cells are locked, as `row column`; it only matters in a protected sheet. Those that some people may edit count too. */
export async function readLocked(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  blocks: readonly Block[],
): Promise<ReadonlySet<string>> {
  const locked = new Set<string>();
  let asked: { readonly row: number; readonly column: number; readonly told: Told }[] = [];
  let cells = 0;
  const read = async (): Promise<void> => {
    await context.sync();
    for (const { row, column, told } of asked) {
      told.value.forEach((line, down) =>
        line.forEach(({ format }, right) => {
          if (format?.protection?.locked === true) locked.add(`${row + down} ${column + right}`);
        }),
      );
    }
    [asked, cells] = [[], 0];
  };
  for (const { row, column, rows, columns } of blocks.flatMap(cut)) {
    if (asked.length === RANGES_AT_ONCE || cells + rows * columns > CELLS_AT_ONCE) await read();
    const range = sheet.getRangeByIndexes(row, column, rows, columns);
    asked.push({ row, column, told: range.getCellProperties({ format: { protection: true } }) });
    cells += rows * columns;
  }
  if (asked.length > 0) await read();
  return locked;
}

type Told = ReturnType<ReturnType<ExcelWorksheet['getRangeByIndexes']>['getCellProperties']>;

/** By rows. */
function cut({ row, column, rows, columns }: Block): readonly Block[] {
  const most = Math.max(1, Math.floor(CELLS_AT_ONCE / columns));
  return Array.from({ length: Math.ceil(rows / most) }, (_part, at) => ({
    ...{ row: row + at * most, column, columns },
    rows: Math.min(most, rows - at * most),
  }));
}

export async function partByLock(context: ExcelContext, id: string, pieces: readonly Piece[]): Promise<Unlocked> {
  const areas = pieces.map(({ row, column, entries }) => ({
    ...{ row, column, rows: entries.length, columns: entries[0]!.length },
  }));
  const found = await readLocked(context, context.workbook.worksheets.getItem(id), areas);
  const isLockedAt = ({ row, column }: CellPlace): boolean => found.has(`${row} ${column}`);
  const open = pieces.flatMap((piece) =>
    cutOut(
      piece,
      piece.entries.map((cells, down) =>
        cells.map((_entry, right) => isLockedAt({ row: piece.row + down, column: piece.column + right })),
      ),
    ),
  );
  return { open, locked: pieces.flatMap(placesOf).filter(isLockedAt) };
}

/** Consecutive rows with the same unlocked cells stay together. */
function cutOut({ row, column, entries }: Piece, isLocked: readonly (readonly boolean[])[]): readonly Piece[] {
  const done: Piece[] = [];
  let growing: Growing[] = [];
  for (const [down, cells] of entries.entries()) {
    const spans = spansOf(cells, isLocked[down] ?? []);
    const goesOn = spans.length === growing.length && spans.every((span, at) => isSame(span, growing[at]!.span));
    if (!goesOn) {
      done.push(...growing.map(({ piece }) => piece));
      growing = spans.map((span) => ({ span, piece: { row: row + down, column: column + span.start, entries: [] } }));
    }
    for (const { span, piece } of growing) piece.entries.push(cells.slice(span.start, span.end));
  }
  return [...done, ...growing.map(({ piece }) => piece)];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Growing {
  readonly span: Span;
  readonly piece: Piece & { readonly entries: Piece['entries'][number][] };
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

/** Neighboring unlocked cells of a row, at least one of which is to be written. */
function spansOf(cells: Piece['entries'][number], isLocked: readonly boolean[]): readonly Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < cells.length; start += 1) {
    if (isLocked[start] === true) continue;
    let end = start;
    while (end < cells.length && isLocked[end] !== true) end += 1;
    if (cells.slice(start, end).some((entry) => entry !== null)) spans.push({ start, end });
    start = end;
  }
  return spans;
}
