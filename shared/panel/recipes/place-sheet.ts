import type { Table } from '../../cells/values';
import type { MadeSheet } from '../../recipes/made-sheet';
import { callsOf, type SheetCall } from '../../recipes/sheet-calls';
import { callsTrace } from '../../cells/formulas';
import type { BulkEngine } from '../common/bulk-engine';
import { toCells, toObstacleText } from '../common/insert/insertion';
import { answersWithin } from '../explore/within-credits';
import { toNewSheet } from './to-new-sheet';

/** Adds the sheet with its formulas. Throws what the host throws. @returns its name */
export async function placeFormulas({ host }: BulkEngine, sheet: MadeSheet): Promise<string> {
  return (await host.addSheet(toNewSheet(sheet))).name;
}

/**
 * Adds the sheet with answers instead of its Trace formulas. Formulas that only calculate stay. Throws what the host
 * throws, or why there are no answers; then no sheet is added.
 *
 * @param credits the most that the answers may cost
 * @returns its name, and what could not be written as a sentence; `''`: all of it was
 */
export async function placeValues(
  engine: BulkEngine,
  sheet: MadeSheet,
  credits: number,
): Promise<{ readonly name: string; readonly problem: string }> {
  const { host } = engine;
  const calls = callsOf(sheet);
  const answered = await engine.beside((ports) => answersWithin(ports, credits, calls));
  if (!answered.ok) throw answered.error;
  const formulas = sheet.formulas.filter(([, , formula]) => !callsTrace(formula));
  const { sheet: id, name } = await host.addSheet(toNewSheet({ ...sheet, formulas }));
  for (const { row, column, table } of joined(calls, answered.value)) {
    const size = { rows: table.length, columns: table[0]!.length };
    const inserted = await host.insertAt({ sheet: id, row, column, ...size, content: { cells: toCells(table) } });
    if (inserted.is === 'inTheWay') return { name, problem: toObstacleText({ sheetName: name }, inserted) };
  }
  return { name, problem: '' };
}

interface Block {
  readonly row: number;
  readonly column: number;
  readonly table: Table;
}

/** Single rows below each other are written at once, since each message to the host is slow. */
function joined(calls: readonly SheetCall[], tables: readonly Table[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const [at, { row, column }] of calls.entries()) {
    const table = tables[at]!;
    const above = blocks[blocks.length - 1];
    const isBelow =
      above?.column === column && above.row + above.table.length === row && above.table[0]!.length === table[0]!.length;
    if (isBelow) blocks[blocks.length - 1] = { ...above, table: [...above.table, ...table] };
    else blocks.push({ row, column, table });
  }
  return blocks;
}
