import type { Plan } from './plan/plan';
import { tableOf } from './sheet/tables';
import type { RunPorts, ColumnRead } from './sheet/ports';
import type { Reading } from './reading';
import type { Head } from './record/head';
import type { GridCell, GridValue } from './sheet/cell-values';
import { TraceError } from '../errors/trace-error';
import { writeRows } from './write-rows';

/**
 * Adds new columns directly beside the input's table to that table: otherwise their titles may not stay in order.
 *
 * @returns whether it did
 */
export async function extendTable({ tables }: RunPorts, plan: Plan): Promise<boolean> {
  const { sheet, input, headerRow, targets } = plan;
  const added = targets.filter(({ isNew }) => isNew).sort((one, other) => one.column - other.column);
  if (tables === undefined || headerRow === null || added.length === 0) return false;
  const table = tableOf(await tables.list(sheet.id), headerRow, input.column);
  if (table === undefined || added[0]!.column !== table.column + table.columns) return false;
  await tables.extend(
    sheet.id,
    table.id,
    added.map(({ title }) => title),
  );
  return true;
}

/** Removes the enrichment's columns from their table, if they are blank and still have their titles. */
export async function leaveTable({ tables }: RunPorts, head: Head, reading: Reading): Promise<void> {
  const { columns, titleRow } = reading;
  if (tables === undefined || titleRow === null) return;
  const own = head.targets.flatMap(({ title, isOfTable }, at) => {
    const column = columns.targets[at]!;
    const held = reading.targets[at];
    if (isOfTable !== true || held === null || held === undefined || held.values[titleRow] !== title) return [];
    return isBare(held, titleRow) ? [{ column, title }] : [];
  });
  if (own.length === 0) return;
  const inside = await tables.release(
    columns.sheet,
    titleRow,
    own.map(({ column }) => column),
  );
  const rest = own.filter(({ column }) => inside.includes(column));
  if (rest.length > 0) await tables.remove(columns.sheet, titleRow, rest);
}

type TitlesPut = 'written' | 'none' | 'moved';

/**
 * Writes the titles of new columns whose title cells are unchanged. Throws if the host refuses one.
 *
 * @returns `moved`: the columns or the title row had moved, so that nothing was written
 */
export async function writeTitles(ports: RunPorts, head: Head, reading: Reading): Promise<TitlesPut> {
  return put(ports, head, reading, ({ title, titleBefore }, held) =>
    held === titleBefore && title !== titleBefore ? { kind: 'text', text: title } : null,
  );
}

/**
 * Restores the title cells that still contain the titles of the enrichment.
 *
 * @returns as {@link writeTitles}
 */
export async function takeBackTitles(ports: RunPorts, head: Head, reading: Reading): Promise<TitlesPut> {
  return put(ports, head, reading, ({ title, titleBefore, titleFormat, isOfTable }, held, column) =>
    // The columns of a table must have titles, and a column that is not blank stays in it.
    held === title && title !== titleBefore && (isOfTable !== true || isBare(column, reading.titleRow))
      ? { kind: 'before', value: titleBefore, format: titleFormat }
      : null,
  );
}

async function put(
  ports: RunPorts,
  head: Head,
  reading: Reading,
  toCell: (target: Head['targets'][number], held: GridValue, column: ColumnRead) => GridCell | null,
): Promise<TitlesPut> {
  const row = reading.titleRow;
  if (row === null) return 'none';
  const cells = head.targets.map((target, at) => {
    const column = reading.targets[at];
    return column === null || column === undefined ? null : toCell(target, column.values[row]!, column);
  });
  if (cells.every((cell) => cell === null)) return 'none';
  const { moved, refused, isElsewhere } = await writeRows(ports, head, reading, [{ row, cells }]);
  if (isElsewhere) throw new TraceError('runElsewhere', {});
  if (refused.length > 0) throw refused[0]!.error;
  return moved.size > 0 ? 'moved' : 'written';
}

/** Whether a column is blank except for its title. */
function isBare({ values, formulas }: ColumnRead, titleRow: number | null): boolean {
  return formulas.size === 0 && values.every((value, row) => value === '' || row === titleRow);
}
