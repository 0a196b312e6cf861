import { TraceError } from '../../errors/trace-error';
import { isAsking, type Choice } from './column-spec';
import { checkUnchanged } from './check-unchanged';
import { chooseTargets } from './choose-targets';
import type { GridBlock, RunPorts } from '../sheet/ports';
import { readColumns } from '../sheet/read-columns';
import type { InputRow } from './triage';
import type { GridValue } from '../sheet/cell-values';

/** What to enrich, and how; see {@link planRun}. Rows and columns count from 0. */
export interface PlanRequest {
  readonly sheet: string;
  readonly inputColumn: number;
  /** `null`: the table has no titles, and gets none. */
  readonly headerRow: number | null;
  readonly rows: readonly InputRow[];
  readonly choices: readonly Choice[];
  /** `sameTitles`: fills columns with the titles of the choices, and adds new ones for the others. */
  readonly where: 'newColumns' | 'sameTitles';
  readonly mode: 'onlyEmpty' | 'overwrite';
  /** Only the value `true` allows overwriting. */
  readonly isOverwriteConfirmed: boolean;
  readonly withHidden: boolean;
}

export interface Target {
  /** From 0. */
  readonly column: number;
  readonly title: string;
  readonly isNew: boolean;
}

export type SkipReason = 'blank' | 'unusable' | 'hidden' | 'formula' | 'merged' | 'notEmpty' | 'richText';

/** What will not be written, and why; `column: null`: the whole row. Rows and columns count from 0. */
export interface Skipped {
  readonly row: number;
  readonly column: number | null;
  readonly reason: SkipReason;
}

interface PlannedRow {
  /** From 0. */
  readonly row: number;
  /** `''`: it names no company. */
  readonly identifier: string;
}

/** What an enrichment will write, and what it will not; made by {@link planRun}. Rows and columns count from 0. */
export interface Plan {
  readonly sheet: { readonly id: string; readonly name: string };
  readonly input: { readonly column: number; readonly title: string };
  readonly headerRow: number | null;
  readonly choices: readonly Choice[];
  readonly targets: readonly Target[];
  readonly mode: PlanRequest['mode'];
  /** The selected rows that are not blank or hidden, with the values of their inputs. */
  readonly selected: readonly { readonly row: number; readonly value: GridValue }[];
  readonly rows: readonly PlannedRow[];
  readonly skipped: readonly Skipped[];
  readonly cells: number;
  /** Rows that have nothing left to fill. */
  readonly alreadyFilled: number;
  /** Rows that name no company, and get a status that says so. */
  readonly skippedWithStatus: number;
  /** What is written beside inputs, by their texts in lower case. Nothing is asked for then. */
  readonly texts?: ReadonlyMap<string, string>;
}

/**
 * Plans an enrichment: which cells of which columns it will fill, and which it will not. Reads the sheet; writes and
 * sends nothing.
 *
 * @throws TraceError `nothingChosen`, `overwriteUnconfirmed`, `sheetGone`, or `sheetChanged` if the rows have changed
 * since they were read
 */
export async function planRun(ports: RunPorts, request: PlanRequest): Promise<Plan> {
  const { sheet, headerRow, inputColumn, choices, mode } = request;
  if (!choices.some(isAsking)) throw new TraceError('nothingChosen', { hasStatus: choices.length > 0 });
  if (mode === 'overwrite' && !request.isOverwriteConfirmed) throw new TraceError('overwriteUnconfirmed', {});
  const info = await ports.sheet.info(sheet);
  if (info === null) throw new TraceError('sheetGone', {});
  const first = headerRow ?? request.rows[0]?.row ?? 0;
  const height = (request.rows[request.rows.length - 1]?.row ?? first) - first + 1;
  const titles = headerRow === null ? [] : await readRow(ports, sheet, headerRow, info.columns);
  const targets = await chooseTargets(ports, request, titles, { first, height, used: info.columns });
  const block = await readColumns(
    ports,
    sheet,
    first,
    height,
    targets.map(({ column }) => column),
    { hidden: !request.withHidden, rich: mode === 'overwrite' },
  );
  const input = await readColumns(ports, sheet, 0, Math.max(info.rows, first + height), [inputColumn]);
  const inputs = input.columns[0]!.values;
  checkUnchanged(request.rows, inputs, !choices.every(isAsking));
  return {
    sheet: { id: info.id, name: info.name },
    input: { column: inputColumn, title: String(titles[inputColumn] ?? '') },
    headerRow,
    choices,
    targets,
    mode,
    ...sortOut(request, targets, block, first, input.columns[0]!.values),
  };
}

export async function readRow(
  ports: RunPorts,
  sheet: string,
  row: number,
  columns: number,
): Promise<readonly GridValue[]> {
  if (columns === 0) return [];
  const all = Array.from({ length: columns }, (_column, index) => index);
  const block = await readColumns(ports, sheet, row, 1, all);
  return block.columns.map(({ values }) => values[0] ?? '');
}

function sortOut(
  { rows, mode, withHidden, choices }: PlanRequest,
  targets: readonly Target[],
  block: GridBlock,
  first: number,
  inputs: readonly GridValue[],
): Pick<Plan, 'selected' | 'rows' | 'skipped' | 'cells' | 'alreadyFilled' | 'skippedWithStatus'> {
  const selected: { row: number; value: GridValue }[] = [];
  const planned: PlannedRow[] = [];
  const skipped: Skipped[] = [];
  const status = choices.findIndex((choice) => !isAsking(choice));
  let [cells, alreadyFilled, skippedWithStatus] = [0, 0, 0];
  for (const { row, input } of rows) {
    const offset = row - first;
    const skip = (reason: SkipReason): number => skipped.push({ row, column: null, reason });
    const isHidden = !withHidden && block.hidden.has(offset);
    if (input.is !== 'blank' && !isHidden) selected.push({ row, value: inputs[row] ?? '' });
    if (input.is === 'blank') skip('blank');
    else if (input.is === 'problem') {
      skip('unusable');
      if (status >= 0 && !isHidden && whyNot(block, status, offset, mode) === null) skippedWithStatus += 1;
    } else if (isHidden) skip('hidden');
    else {
      const reasons = targets.map((_target, index) => whyNot(block, index, offset, mode));
      for (const [index, reason] of reasons.entries()) {
        if (reason !== null) skipped.push({ row, column: targets[index]!.column, reason });
      }
      // For a status alone, nothing is asked for or paid.
      if (reasons.every((reason, index) => reason !== null || index === status)) alreadyFilled += 1;
      else {
        cells += reasons.filter((reason) => reason === null).length;
        planned.push({ row, identifier: input.identifier });
      }
    }
  }
  return { selected, rows: planned, skipped, cells, alreadyFilled, skippedWithStatus };
}

function whyNot(block: GridBlock, index: number, offset: number, mode: PlanRequest['mode']): SkipReason | null {
  const { values, formulas, merged, rich } = block.columns[index]!;
  if (formulas.has(offset)) return 'formula';
  if (merged.has(offset)) return 'merged';
  if (mode === 'overwrite' && rich?.has(offset) === true) return 'richText';
  return values[offset] !== '' && mode === 'onlyEmpty' ? 'notEmpty' : null;
}
