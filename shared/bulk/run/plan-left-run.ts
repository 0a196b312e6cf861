import { readInput } from '../../cells/inputs';
import { TraceError } from '../../errors/trace-error';
import { locateColumns, readTitles, toDoubt, type LocatedColumns } from '../locate/locate-columns';
import { loadJournal } from '../locate/locate-sheet';
import { planRun, type Plan, type Target } from '../plan/plan';
import { MAX_RUN_ROWS, type InputRow } from '../plan/triage';
import type { RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import { relocate, type Anchor } from '../sheet/row-anchors';
import { nameOfInput } from '../sheet/row-keys';
import type { GridValue } from '../sheet/cell-values';

export interface LeftPlan {
  /** The run that it replaces: see `RunSettings.replaces`. */
  readonly run: string;
  readonly plan: Plan;
}

/**
 * Makes a new plan for the rest of somebody else's run, from its rows and columns as they are in the sheet now. Only blank
 * cells are filled. Limits, credits and cells in its journal are ignored. Writes nothing. Throws `journalDamaged`,
 * `sheetGone`, `columnsGone`, `selectionTooLong`.
 */
export async function planLeftRun(ports: RunPorts): Promise<LeftPlan> {
  const journal = await loadJournal(ports);
  if (journal === null) throw new TraceError('journalDamaged', {});
  const { head, rows, outsiders } = journal;
  const located = await locateColumns(ports, head, { isFresh: true, written: null });
  const doubt = toDoubt(head, located);
  if (doubt !== null || 'input' in located) throw doubt!;
  const { info } = located;
  const { column } = located.head.input;
  const { columns } = await readColumns(ports, info.id, 0, info.rows, [column]);
  const inputs = columns[0]!.values;
  relocate([...rows, ...outsiders], inputs.map(nameOfInput));
  const plan = await planRun(ports, {
    sheet: info.id,
    inputColumn: column,
    headerRow: located.head.headerRow,
    rows: rowsOf(rows, inputs, located.head.headerRow),
    choices: head.choices,
    where: 'sameTitles',
    mode: 'onlyEmpty',
    isOverwriteConfirmed: false,
    withHidden: true,
    targets: await targetsOf(ports, located),
  });
  return { run: head.run, plan };
}

function rowsOf(
  anchors: readonly Pick<Anchor, 'row'>[],
  inputs: readonly GridValue[],
  headerRow: number | null,
): InputRow[] {
  const places = new Set(anchors.map(({ row }) => row));
  const below = [...places].filter((row) => row > (headerRow ?? -1)).sort((a, b) => a - b);
  if (below.length > MAX_RUN_ROWS) throw new TraceError('selectionTooLong', { rows: below.length });
  return below.map((row) => ({ row, input: readInput(inputs[row]) }));
}

/** A column that has a title counts as an existing one. Only a column without a title gets the run's. */
async function targetsOf(ports: RunPorts, { head, info }: LocatedColumns): Promise<readonly Target[]> {
  const places = head.targets.map(({ column }) => column);
  const titles = head.headerRow === null ? null : await readTitles(ports, info.id, head.headerRow, 1, places);
  return head.targets.map(({ column, title }, at) => ({
    column,
    title,
    isNew: titles !== null && titles[0]!.values[at] === '',
  }));
}
