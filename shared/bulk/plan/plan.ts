import { TraceError } from '../../errors/trace-error';
import { isAsking, type Choice } from './column-spec';
import { checkUnchanged } from './check-unchanged';
import { chooseTargets } from './choose-targets';
import type { Looks } from '../sheet/looks';
import type { GridBlock, RunPorts } from '../sheet/ports';
import { nameOfInput, NO_COMPANY, textOfInput } from '../sheet/row-keys';
import { readColumns } from '../sheet/read-columns';
import { toStoodBefore, type StoodBefore } from './stood-before';
import type { KeptAnswer } from '../rows/kept-answer';
import type { InputRow } from './triage';
import { CODE_LENGTH, codeOf, sizeOfKept, type GridValue } from '../sheet/cell-values';

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
  /** The columns of the choices, where they are known already; absent: they are chosen. */
  readonly targets?: readonly Target[];
}

export interface Target {
  /** From 0. */
  readonly column: number;
  readonly title: string;
  readonly isNew: boolean;
  /**
   * The number format that the title's cell had before the run wrote, or was about to write, the title. Absent: a person
   * typed the title, or there is none yet.
   */
  readonly titleFormat?: string;
  /** Absent: its looks are left alone. */
  readonly looks?: GivenLooks;
  /** It has a type: some values are written as text, or are shown in its format. Absent: none are. */
  readonly typed?: readonly ('text' | 'format')[];
}

/** How a new column looked, and what the run changed of it: `''` and 0 where nothing. */
export interface GivenLooks {
  readonly was: Looks;
  readonly set: Looks;
}

export type SkipReason = 'blank' | 'unusable' | 'hidden' | 'formula' | 'merged' | 'notEmpty' | 'richText';

/** What will not be written, and why; `column: null`: the whole row. Rows and columns count from 0. */
export interface Skipped {
  readonly row: number;
  readonly column: number | null;
  readonly reason: SkipReason;
}

export interface PlannedRow {
  /** From 0. */
  readonly row: number;
  /** `''`: it names no company. */
  readonly identifier: string;
  /** The code of its input cell's text; see {@link textOfInput}. */
  readonly text: string;
}

/** What a run will write, and what it will not; made by {@link planRun}. Rows and columns count from 0. */
export interface Plan {
  readonly sheet: { readonly id: string; readonly name: string };
  readonly input: { readonly column: number; readonly title: string };
  readonly headerRow: number | null;
  readonly choices: readonly Choice[];
  readonly targets: readonly Target[];
  readonly mode: PlanRequest['mode'];
  readonly rows: readonly PlannedRow[];
  /** Rows that name no company and get a status that says so. Nothing is asked for them. */
  readonly told?: readonly PlannedRow[];
  readonly skipped: readonly Skipped[];
  /** Rows outside of the plan that name a company of the plan, with its code. */
  readonly outsiders: readonly { readonly row: number; readonly code: string; readonly text: string }[];
  /** The number of used rows. */
  readonly sheetRows: number;
  readonly cells: number;
  /** The size of the values that would be overwritten, as far as a journal keeps them. */
  readonly keptCharacters: number;
  /** Absent: the run writes over nothing. */
  readonly stood?: StoodBefore;
  /** Rows that have nothing left to fill. */
  readonly alreadyFilled: number;
  /** The answer to each row, where it is known before the run begins: nothing is asked for it. */
  readonly answers?: readonly KeptAnswer[];
}

/**
 * Plans a run: which cells of which columns it will fill, and which it will not. Reads the sheet and writes nothing;
 * sends nothing either.
 *
 * @throws TraceError `nothingChosen`, `overwriteUnconfirmed`, `sheetGone`, and `lookStale` where the rows have changed
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
  const targets =
    request.targets ?? (await chooseTargets(ports, request, titles, { first, height, used: info.columns }));
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
    sheetRows: info.rows,
    ...sortOut(request, targets, block, first, inputs),
    ...(mode === 'overwrite' ? { stood: toStoodBefore(inputs.slice(first, first + height), block.columns) } : {}),
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

/** For a row with a cell that says more than its company: the code of its text, and the row. */
const KEPT_OF_TEXT = CODE_LENGTH + 10;

function sortOut(
  { rows, mode, withHidden, choices }: PlanRequest,
  targets: readonly Target[],
  block: GridBlock,
  first: number,
  inputs: readonly GridValue[],
): Pick<Plan, 'rows' | 'told' | 'skipped' | 'outsiders' | 'cells' | 'keptCharacters' | 'alreadyFilled'> {
  const planned: PlannedRow[] = [];
  const told: PlannedRow[] = [];
  const skipped: Skipped[] = [];
  const isPlanned = new Set<number>();
  const [codes, texts] = [new Set<string>(), new Set<string>()];
  const status = choices.findIndex((choice) => !isAsking(choice));
  let [cells, keptCharacters, alreadyFilled] = [0, 0, 0];
  const sizeAt = (target: number, offset: number): number => sizeOfKept(block.columns[target]!.values[offset] ?? '');
  for (const { row, input } of rows) {
    const offset = row - first;
    const skip = (reason: SkipReason): number => skipped.push({ row, column: null, reason });
    const isHidden = !withHidden && block.hidden.has(offset);
    if (input.is === 'blank') skip('blank');
    else if (input.is === 'problem') {
      skip('unusable');
      if (status < 0 || isHidden || whyNot(block, status, offset, mode) !== null) continue;
      const text = textOfInput(inputs[row]);
      told.push({ row, identifier: '', text });
      isPlanned.add(row);
      texts.add(text);
      keptCharacters += KEPT_OF_TEXT + sizeAt(status, offset);
    } else if (isHidden) skip('hidden');
    else {
      const reasons = targets.map((_target, index) => whyNot(block, index, offset, mode));
      for (const [index, reason] of reasons.entries()) {
        if (reason !== null) skipped.push({ row, column: targets[index]!.column, reason });
      }
      // For a status alone, nothing is asked or paid.
      if (reasons.every((reason, index) => reason !== null || index === status)) alreadyFilled += 1;
      else {
        for (const [index, reason] of reasons.entries()) {
          if (reason !== null) continue;
          cells += 1;
          keptCharacters += sizeAt(index, offset);
        }
        const text = textOfInput(inputs[row]);
        planned.push({ row, identifier: input.identifier, text });
        isPlanned.add(row);
        const code = codeOf(input.identifier);
        if (text !== code) keptCharacters += KEPT_OF_TEXT;
        codes.add(code);
      }
    }
  }
  const outsiders: { row: number; code: string; text: string }[] = [];
  for (const [row, value] of inputs.entries()) {
    if (isPlanned.has(row)) continue;
    const { code, text } = nameOfInput(value);
    if (codes.has(code)) outsiders.push({ row, code, text });
    else if (texts.has(text)) outsiders.push({ row, code: NO_COMPANY, text });
  }
  const others = status < 0 ? {} : { told };
  return { rows: planned, ...others, skipped, outsiders, cells, keptCharacters, alreadyFilled };
}

function whyNot(block: GridBlock, index: number, offset: number, mode: PlanRequest['mode']): SkipReason | null {
  const { values, formulas, merged, rich } = block.columns[index]!;
  if (formulas.has(offset)) return 'formula';
  if (merged.has(offset)) return 'merged';
  if (mode === 'overwrite' && rich?.has(offset) === true) return 'richText';
  return values[offset] !== '' && mode === 'onlyEmpty' ? 'notEmpty' : null;
}
