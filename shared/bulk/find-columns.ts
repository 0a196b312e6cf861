import { askGrid, type RunTask, type SheetInfo } from './grid';
import type { Head } from './journal';
import { readColumns } from './read-columns';
import type { GridValue } from './written';

/** How far below its place a row of titles is looked for. */
const SEARCHED_ROWS = 200;

/** The columns of a run where they stand now, by their titles; `null` where they cannot be told. */
export function* findColumns(head: Head, info: SheetInfo): RunTask<Head | null> {
  const { sheet, headerRow, input, targets } = head;
  if (headerRow === null) return head;
  const titles = [input, ...targets];
  const { columns } = yield* readColumns(
    sheet.id,
    headerRow,
    1,
    titles.map(({ column }) => column),
  );
  if (titles.every(({ title }, index) => String(columns[index]!.values[0]) === title)) return head;
  const all = Array.from({ length: info.columns }, (_column, index) => index);
  const block = yield* readColumns(sheet.id, 0, Math.min(info.rows, headerRow + SEARCHED_ROWS), all);
  const height = block.columns[0]?.values.length ?? 0;
  const rows = Array.from({ length: height }, (_row, row) => row).sort(
    (a, b) => Math.abs(a - headerRow) - Math.abs(b - headerRow),
  );
  for (const row of rows) {
    const found = matchTitles(
      titles,
      block.columns.map(({ values }) => values[row] ?? ''),
    );
    if (found === null) continue;
    const [column, ...others] = found;
    return {
      ...head,
      headerRow: row,
      input: { ...input, column: column! },
      targets: targets.map((target, index) => ({ ...target, column: others[index]! })),
    };
  }
  return null;
}

/** For each title the nearest column that has it, each column once. */
function matchTitles(
  titles: readonly { readonly column: number; readonly title: string }[],
  values: readonly GridValue[],
): readonly number[] | null {
  const taken = new Set<number>();
  const found: number[] = [];
  for (const { column, title } of titles) {
    let nearest = -1;
    for (const [index, value] of values.entries()) {
      if (String(value) !== title || taken.has(index)) continue;
      if (nearest < 0 || Math.abs(index - column) < Math.abs(nearest - column)) nearest = index;
    }
    if (nearest < 0) return null;
    taken.add(nearest);
    found.push(nearest);
  }
  return found;
}

/** Writes the titles of new columns where there are none yet. */
export function* writeTitles({ sheet, headerRow, targets }: Head): RunTask<void> {
  if (headerRow === null) return;
  const fresh = targets.filter(({ isNew }) => isNew);
  const columns = fresh.map(({ column }) => column);
  if (columns.length === 0) return;
  const { columns: read } = yield* readColumns(sheet.id, headerRow, 1, columns);
  const missing = fresh.filter((_target, index) => read[index]!.values[0] === '');
  if (missing.length === 0) return;
  yield* askGrid<'gridRoom'>({ ask: 'gridRoom', sheet: sheet.id, columns: Math.max(...columns) + 1 });
  yield* askGrid<'gridWrite'>({
    ask: 'gridWrite',
    writing: {
      sheet: sheet.id,
      rows: [headerRow],
      columns: missing.map(({ column }) => column),
      cells: [missing.map(({ title }) => ({ kind: 'text', text: title, isLiteral: true }))],
      guard: { input: null, before: [missing.map(() => '')], sheetRows: null, header: null },
    },
  });
}
