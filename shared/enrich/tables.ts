import type { Plan } from './plan/plan';
import { tableOf } from './sheet/tables';
import type { RunPorts } from './sheet/ports';
import type { Reading } from './reading';
import type { Head } from './record/head';
import { isBare } from './titles';

/**
 * Adds new columns directly beside the input's table to that table: otherwise its titles would not stay in order.
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

/** Takes the columns that the enrichment has added out of their table, where they are blank and still have their titles. */
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
