import { markedReads } from '../sheet/marked-reads';
import type { ColumnRead, RunPorts } from '../sheet/ports';
import { readColumns, type CellPorts } from '../sheet/read-columns';
import { undressColumns } from './column-looks';
import type { LocatedColumns } from './locate-columns';
import type { Target } from '../plan/plan';
import { isGeneral } from '../sheet/cell-decision';
import type { GridCell } from '../sheet/cell-values';

/**
 * Notes the formats of the cells for new titles, since writing a text changes the format of its cell. It is saved first, so
 * that after an interruption the run's own title can be told from one that a person typed.
 */
export async function noteTitles(
  ports: CellPorts,
  { head, header }: Pick<LocatedColumns, 'head' | 'header'>,
): Promise<readonly Target[]> {
  const { sheet, headerRow, targets } = head;
  const own = targets.filter(({ isNew }) => isNew);
  if (headerRow === null || header === null || own.length === 0) return targets;
  const places = own.map(({ column }) => column);
  const { columns } = await readColumns(ports, sheet.id, headerRow, 1, places, { formats: true });
  return targets.map((target) => {
    const { titleFormat: noted, ...rest } = target;
    const format = columns[own.indexOf(target)]?.formats?.[0] ?? '';
    if (!target.isNew) return target;
    // Known for certain: a run that pauses before its first answer comes here again, with its own title in the cell.
    if (head.isTitled && noted !== undefined) return target;
    if (header.titles.get(target.column) !== target.title) return { ...rest, titleFormat: format };
    return noted !== undefined && noted !== format ? target : rest;
  });
}

/**
 * Writes the missing titles of new columns, if all columns are certain. Throws where the host refuses a title, such as
 * `cellsProtected`: people could not recognize a column without one.
 *
 * @returns whether the columns were still in their places
 */
export async function writeTitles(
  ports: RunPorts,
  { head, header, marks }: LocatedColumns,
  sparesProtected: boolean,
): Promise<boolean> {
  const { sheet, headerRow, targets } = head;
  if (headerRow === null || header === null) return true;
  // A person typed an existing title, or the run wrote it before an interruption.
  const own = targets.filter(({ column, title, isNew }) => isNew && header.titles.get(column) !== title);
  if (own.length === 0) return true;
  const { moved, refused } = await ports.sheet.write({
    sheet: sheet.id,
    rows: [headerRow],
    columns: own.map(({ column }) => column),
    cells: [own.map(({ title }) => ({ kind: 'text', text: title, isLiteral: true }))],
    guard: { input: null, before: [own.map(() => '')], sheetRows: null, header, marks },
    sparesProtected,
  });
  if (refused.length > 0) throw refused[0]!.error;
  return moved.length === 0;
}

/**
 * Removes the titles that the run wrote, from columns that are certain and empty below their title.
 *
 * @returns `moved`: the columns are no longer in their places; `kept`: some titles stay
 */
export async function removeTitles(ports: RunPorts, located: LocatedColumns): Promise<'moved' | 'kept' | 'gone'> {
  const { head, info, header, marks } = located;
  const { sheet, headerRow } = head;
  const reads = markedReads(ports, marks);
  const own = await ownTitles(reads, located);
  if (headerRow === null || own.length === 0) return reads.areInPlace() ? 'gone' : 'moved';
  const places = own.map(({ column }) => column);
  const { columns } = await readColumns(reads, sheet.id, headerRow, Math.max(1, info.rows - headerRow), places);
  if (!reads.areInPlace() || own.some(({ title }, at) => columns[at]!.values[0] !== title)) return 'moved';
  const gone = own.filter((_target, at) => isBare(columns[at]!));
  if (gone.length === 0) return 'kept';
  await undressColumns(ports, head, gone);
  const goneColumns = gone.map(({ column }) => column);
  const inside = (await ports.tables?.release(sheet.id, headerRow, goneColumns)) ?? [];
  const inTable = gone.filter(({ column }) => inside.includes(column));
  const plain = gone.filter((target) => !inTable.includes(target));
  if (plain.length > 0) {
    const { moved } = await ports.sheet.write({
      sheet: sheet.id,
      rows: [headerRow],
      columns: plain.map(({ column }) => column),
      cells: [plain.map(titleBack)],
      guard: { input: null, before: [plain.map(({ title }) => title)], sheetRows: null, header, marks },
      sparesProtected: true,
    });
    if (moved.length > 0) return 'moved';
  }
  if (inTable.length > 0) await ports.tables?.remove(sheet.id, headerRow, inTable);
  return gone.length < own.length ? 'kept' : 'gone';
}

/**
 * The certain targets with titles that the run wrote. If it was interrupted before it knew, {@link noteTitles} tells.
 */
export async function ownTitles(ports: CellPorts, { head, header, lost }: LocatedColumns): Promise<readonly Target[]> {
  const noted = head.targets.filter(({ titleFormat }, at) => titleFormat !== undefined && !lost.has(at));
  if (head.isTitled || header === null || noted.length === 0) return noted;
  const told = new Set(await noteTitles(ports, { head, header }));
  return noted.filter((target) => told.has(target) && header.titles.get(target.column) === target.title);
}

/** Whether a column is empty below its title. @param values from the title on */
export function isBare({ values, formulas }: Pick<ColumnRead, 'values' | 'formulas'>): boolean {
  return formulas.size === 0 && values.every((value, offset) => offset === 0 || value === '');
}

/** The cell as it was before the run wrote a title: blank, in its former format. */
export function titleBack({ titleFormat: format = '' }: Target): GridCell {
  return isGeneral(format) ? { kind: 'blank' } : { kind: 'before', value: '', format };
}
