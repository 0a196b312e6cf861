import type { Head } from '../journal/journal';
import type { RunPorts } from '../sheet/ports';
import { tableOf } from '../sheet/tables';

/** A column that did not exist had no format. */
const NO_FORMAT = '';

/**
 * Adds new columns directly beside the input's table to that table: otherwise neither its titles nor its undo would stay in
 * order. After an interruption it recognizes the columns that it has added.
 */
export async function extendTable(ports: RunPorts, head: Head): Promise<Head> {
  const { sheet, input, headerRow, targets } = head;
  const added = targets.filter(({ isNew }) => isNew).sort((one, other) => one.column - other.column);
  if (ports.tables === undefined || headerRow === null || added.length === 0) return head;
  const table = tableOf(await ports.tables.list(sheet.id), headerRow, input.column);
  if (table === undefined) return head;
  const edge = table.column + table.columns;
  if (added[0]!.column === edge) {
    const titles = added.map(({ title }) => title);
    await ports.tables.extend(sheet.id, table.id, titles);
  } else if (!added.every(({ column, title }) => table.titles?.[column - table.column] === title)) return head;
  return {
    ...head,
    targets: targets.map((target) => (target.isNew ? { titleFormat: NO_FORMAT, ...target } : target)),
  };
}
