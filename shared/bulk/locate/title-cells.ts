import type { RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import type { LocatedColumns } from './locate-columns';

/**
 * Writes the titles of new columns that have none yet, where all columns are certain. Throws what refuses a title, such as
 * `cellsProtected`: people could not tell the column from others.
 *
 * @returns whether they stand there now
 */
export async function writeTitles(
  ports: RunPorts,
  { head, header, marks }: LocatedColumns,
  sparesProtected: boolean,
): Promise<boolean> {
  const { sheet, headerRow, targets } = head;
  if (headerRow === null || header === null) return true;
  const fresh = targets.filter(({ column, title, isNew }) => isNew && header.titles.get(column) !== title);
  if (fresh.length === 0) return true;
  const { moved, refused } = await ports.sheet.write({
    sheet: sheet.id,
    rows: [headerRow],
    columns: fresh.map(({ column }) => column),
    cells: [fresh.map(({ title }) => ({ kind: 'text', text: title, isLiteral: true }))],
    guard: { input: null, before: [fresh.map(() => '')], sheetRows: null, header, marks },
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
  { head, info, lost, header, marks }: LocatedColumns,
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
    guard: { input: null, before: [gone.map(({ title }) => title)], sheetRows: null, header, marks },
    sparesProtected: true,
  });
  if (moved.length > 0) return 'moved';
  return gone.length < own.length ? 'kept' : 'gone';
}
