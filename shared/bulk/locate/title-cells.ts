import { readTitles, type FoundColumns } from './locate-columns';
import type { RunPorts, SheetInfo } from '../sheet/ports';
import type { Head } from '../journal/journal';
import { readColumns } from '../sheet/read-columns';
import { resolveTitle } from '../plan/same-titles';
import type { Target } from '../plan/plan';
import { GENERAL } from '../sheet/cell-decision';
import type { GridCell, GridValue } from '../sheet/cell-values';

/**
 * Makes room for new columns, and writes their titles where all is as it was planned; anything else is left as it is.
 * Throws what refuses a title, such as `cellsProtected`: without it the column could not be told from others.
 *
 * @returns the targets, with what their title cells were before; `null`: their titles do not stand there
 */
export async function writeTitles(
  ports: RunPorts,
  { sheet, headerRow, input, targets, twins }: Head,
  info: SheetInfo,
  sparesProtected: boolean,
): Promise<readonly Target[] | null> {
  const fresh = targets.filter(({ isNew }) => isNew);
  if (fresh.length === 0) return targets;
  const last = Math.max(...fresh.map(({ column }) => column));
  await ports.sheet.addColumns(sheet.id, last + 1);
  if (headerRow === null) return targets;
  const columns = Array.from({ length: Math.max(info.columns, last + 1) }, (_column, index) => index);
  const [row] = await readTitles(ports, sheet.id, headerRow, 1, columns);
  const isAsPlanned = (values: readonly GridValue[]): boolean =>
    [input, ...targets].every(({ column, title }, at) => resolveTitle(values, title, twins[at]!).column === column);
  if (isAsPlanned(row!.values)) return targets;
  const values = [...row!.values];
  for (const { column, title } of fresh) values[column] = title;
  const before = fresh.map(({ column }) => row!.values[column] ?? '');
  if (fresh.some(({ title }, at) => before[at] !== '' && before[at] !== title) || !isAsPlanned(values)) return null;
  // What stands there already is a person's.
  const own = fresh.filter((_target, at) => before[at] === '');
  const places = own.map(({ column }) => column);
  const formats = await readColumns(ports, sheet.id, headerRow, 1, places, true);
  const { moved, refused } = await ports.sheet.write({
    sheet: sheet.id,
    rows: [headerRow],
    columns: places,
    cells: [own.map(({ title }) => ({ kind: 'text', text: title, isLiteral: true }))],
    guard: {
      input: null,
      before: [own.map(() => '')],
      sheetRows: null,
      header: { row: headerRow, titles: row!.texts },
    },
    sparesProtected,
  });
  if (refused.length > 0) throw refused[0]!.error;
  if (moved.length > 0) return null;
  return targets.map((target) => {
    const at = own.indexOf(target);
    return at < 0 ? target : { ...target, titleFormat: formats.columns[at]!.formats?.[0] ?? '' };
  });
}

/**
 * Takes away the titles that the run has written, of columns that are certain and have nothing at all below their title.
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
  const own = targets.filter(({ titleFormat }, at) => titleFormat !== undefined && !lost.has(at));
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
    cells: [gone.map(({ titleFormat }) => toBlank(titleFormat!))],
    guard: { input: null, before: [gone.map(({ title }) => title)], sheetRows: null, header },
    sparesProtected: true,
  });
  if (moved.length > 0) return 'moved';
  return gone.length < own.length ? 'kept' : 'gone';
}

/** A blank cell as it was. */
function toBlank(format: string): GridCell {
  return format === '' || format === GENERAL ? { kind: 'blank' } : { kind: 'before', value: '', format };
}
