import type { RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import type { LocatedColumns } from './locate-columns';
import type { Target } from '../plan/plan';
import { GENERAL } from '../sheet/cell-decision';
import type { GridCell } from '../sheet/cell-values';

/**
 * Writes the titles of new columns that have none yet, where all columns are certain. Throws what refuses a title, such as
 * `cellsProtected`: people could not tell the column from others.
 *
 * @returns the targets, with what their title cells were before; `null`: their titles do not stand there
 */
export async function writeTitles(
  ports: RunPorts,
  { head, header, marks }: LocatedColumns,
  sparesProtected: boolean,
): Promise<readonly Target[] | null> {
  const { sheet, headerRow, targets } = head;
  if (headerRow === null || header === null) return targets;
  // What stands there already is a person's.
  const own = targets.filter(({ column, title, isNew }) => isNew && header.titles.get(column) !== title);
  if (own.length === 0) return targets;
  const places = own.map(({ column }) => column);
  const formats = await readColumns(ports, sheet.id, headerRow, 1, places, true);
  const { moved, refused } = await ports.sheet.write({
    sheet: sheet.id,
    rows: [headerRow],
    columns: places,
    cells: [own.map(({ title }) => ({ kind: 'text', text: title, isLiteral: true }))],
    guard: { input: null, before: [own.map(() => '')], sheetRows: null, header, marks },
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
  { head, info, lost, header, marks }: LocatedColumns,
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
    guard: { input: null, before: [gone.map(({ title }) => title)], sheetRows: null, header, marks },
    sparesProtected: true,
  });
  if (moved.length > 0) return 'moved';
  return gone.length < own.length ? 'kept' : 'gone';
}

/** A blank cell, unchanged. */
function toBlank(format: string): GridCell {
  return format === '' || format === GENERAL ? { kind: 'blank' } : { kind: 'before', value: '', format };
}
