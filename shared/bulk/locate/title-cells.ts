import { readTitles, type FoundColumns } from './locate-columns';
import type { RunPorts, SheetInfo } from '../sheet/ports';
import type { Head } from '../journal/journal';
import { readColumns } from '../sheet/read-columns';
import { resolveTitle } from '../plan/same-titles';
import type { GridValue } from '../sheet/cell-values';

/**
 * Makes room for new columns, and writes their titles where all is as it was planned; anything else is left as it is.
 * Throws what refuses a title, such as `cellsProtected`: without it the column could not be told from others.
 *
 * @returns whether they stand there now
 */
export async function writeTitles(
  ports: RunPorts,
  { sheet, headerRow, input, targets, twins }: Head,
  info: SheetInfo,
  sparesProtected: boolean,
): Promise<boolean> {
  const fresh = targets.filter(({ isNew }) => isNew);
  if (fresh.length === 0) return true;
  const last = Math.max(...fresh.map(({ column }) => column));
  await ports.sheet.addColumns(sheet.id, last + 1);
  if (headerRow === null) return true;
  const columns = Array.from({ length: Math.max(info.columns, last + 1) }, (_column, index) => index);
  const [row] = await readTitles(ports, sheet.id, headerRow, 1, columns);
  const isAsPlanned = (values: readonly GridValue[]): boolean =>
    [input, ...targets].every(({ column, title }, at) => resolveTitle(values, title, twins[at]!).column === column);
  if (isAsPlanned(row!.values)) return true;
  const values = [...row!.values];
  for (const { column, title } of fresh) values[column] = title;
  const before = fresh.map(({ column }) => row!.values[column] ?? '');
  if (fresh.some(({ title }, at) => before[at] !== '' && before[at] !== title) || !isAsPlanned(values)) return false;
  const { moved, refused } = await ports.sheet.write({
    sheet: sheet.id,
    rows: [headerRow],
    columns: fresh.map(({ column }) => column),
    cells: [fresh.map(({ title }) => ({ kind: 'text', text: title, isLiteral: true }))],
    guard: {
      input: null,
      before: [before],
      sheetRows: null,
      header: { row: headerRow, titles: row!.texts },
    },
    sparesProtected,
  });
  if (refused.length > 0) throw refused[0]!.error;
  return moved.length === 0;
}

/**
 * Takes away the titles of new columns that are certain and have nothing at all below their title.
 *
 * @returns `moved`: they do not stand where they were found; `kept`: some stay
 */
export async function removeTitles(
  ports: RunPorts,
  { head, lost, header }: FoundColumns,
  info: SheetInfo,
): Promise<'moved' | 'kept' | 'gone'> {
  const { sheet, headerRow, targets } = head;
  if (headerRow === null) return 'gone';
  const own = targets.filter(({ isNew }, at) => isNew && !lost.has(at));
  if (own.length === 0) return 'gone';
  const { columns } = await readColumns(
    ports,
    sheet.id,
    headerRow,
    Math.max(1, info.rows - headerRow),
    own.map(({ column }) => column),
  );
  if (own.some(({ title }, at) => columns[at]!.values[0] !== title)) return 'moved';
  const gone = own.filter((_target, at) => {
    const { values, formulas } = columns[at]!;
    return formulas.size === 0 && values.every((value, offset) => offset === 0 || value === '');
  });
  if (gone.length === 0) return 'kept';
  const { moved } = await ports.sheet.write({
    sheet: sheet.id,
    rows: [headerRow],
    columns: gone.map(({ column }) => column),
    cells: [gone.map(() => ({ kind: 'blank' }))],
    guard: { input: null, before: [gone.map(({ title }) => title)], sheetRows: null, header },
    sparesProtected: true,
  });
  if (moved.length > 0) return 'moved';
  return gone.length < own.length ? 'kept' : 'gone';
}
