import { TraceError } from '../errors';
import { findGap } from './find-gap';
import { askGrid, type GridWriting, type RunTask } from './grid';
import { holding } from './lease';
import { isLiteral, type GridCell } from './written';
import { readColumns } from './read-columns';

/** Beside which names domains are to be written. */
export interface NameColumn {
  readonly sheet: string;
  readonly column: number;
  readonly headerRow: number | null;
}

/** One row, and the match that a person has confirmed for it. */
export interface ConfirmedDomain {
  readonly row: number;
  readonly name: string;
  readonly domain: string;
}

export interface PlacedDomains {
  /** From 0. */
  readonly column: number;
  readonly placed: readonly ConfirmedDomain[];
  /** Rows that hold another name by now: nothing was written there. */
  readonly moved: readonly ConfirmedDomain[];
}

const TITLE = 'domain';

/** Writes confirmed domains into a new column to the right. Throws `sheetGone`, `runElsewhere`, `sheetFull`. */
export function* placeDomains(names: NameColumn, confirmed: readonly ConfirmedDomain[]): RunTask<PlacedDomains> {
  const info = yield* askGrid<'gridSheet'>({ ask: 'gridSheet', sheet: names.sheet });
  if (info === null) throw new TraceError('sheetGone', {});
  const rows = confirmed.map(({ row }) => row);
  const first = names.headerRow ?? Math.min(...rows);
  const height = Math.max(...rows) - first + 1;
  const column = yield* findGap(names.sheet, names.column + 1, 1, { first, height, used: info.columns });
  return yield* holding(function* () {
    yield* askGrid<'gridRoom'>({ ask: 'gridRoom', sheet: names.sheet, columns: column + 1 });
    const { moved } = yield* write(names, column, confirmed, '', ({ domain }) => textOf(domain));
    const isMoved = new Set(moved);
    const placed = confirmed.filter((_each, at) => !isMoved.has(at));
    if (names.headerRow !== null) yield* writeTitle(names.sheet, names.headerRow, column, '', TITLE);
    return { column, placed, moved: confirmed.filter((_each, at) => isMoved.has(at)) };
  });
}

/** Takes away the domains that still stand beside their names, and the title. Answers how many. */
export function* removeDomains(names: NameColumn, { column, placed }: PlacedDomains): RunTask<number> {
  return yield* holding(function* () {
    const { moved } = yield* write(names, column, placed, null, () => ({ kind: 'blank' }));
    if (names.headerRow !== null && moved.length === 0) {
      yield* writeTitle(names.sheet, names.headerRow, column, TITLE, '');
    }
    return placed.length - moved.length;
  });
}

/** @param before what the cells hold now; `null`: their domains */
function* write(
  { sheet, column: nameColumn }: NameColumn,
  column: number,
  confirmed: readonly ConfirmedDomain[],
  before: string | null,
  toCell: (each: ConfirmedDomain) => GridCell,
): RunTask<{ readonly moved: readonly number[] }> {
  const names = yield* readNamesAt(sheet, nameColumn, confirmed);
  const writing: GridWriting = {
    sheet,
    rows: confirmed.map(({ row }) => row),
    columns: [column],
    cells: confirmed.map((each) => [toCell(each)]),
    guard: {
      input: { column: nameColumn, values: names },
      before: confirmed.map(({ domain }) => [before ?? domain]),
      sheetRows: null,
      header: null,
    },
  };
  const { moved, refused } = yield* askGrid<'gridWrite'>({ ask: 'gridWrite', writing });
  const [refusal] = refused;
  if (refusal !== undefined) throw refusal.error;
  return { moved };
}

/** The cells as they are where they hold the name still, and else what they held, so that they count as moved. */
function* readNamesAt(
  sheet: string,
  column: number,
  confirmed: readonly ConfirmedDomain[],
): RunTask<readonly (string | number | boolean)[]> {
  const rows = confirmed.map(({ row }) => row);
  const first = Math.min(...rows);
  const { columns } = yield* readColumns(sheet, first, Math.max(...rows) - first + 1, [column]);
  return confirmed.map(({ row, name }) => {
    const value = columns[0]!.values[row - first] ?? '';
    return String(value).trim().toLowerCase() === name.trim().toLowerCase() ? value : name;
  });
}

function* writeTitle(sheet: string, row: number, column: number, before: string, title: string): RunTask<void> {
  yield* askGrid<'gridWrite'>({
    ask: 'gridWrite',
    writing: {
      sheet,
      rows: [row],
      columns: [column],
      cells: [[title === '' ? { kind: 'blank' } : textOf(title)]],
      guard: { input: null, before: [[before]], sheetRows: null, header: null },
    },
  });
}

function textOf(text: string): GridCell {
  return { kind: 'text', text, isLiteral: isLiteral(text) };
}
