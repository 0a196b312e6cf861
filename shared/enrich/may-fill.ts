import type { NameOf } from './ports';
import { isAsking } from './plan/column-spec';
import type { ColumnRead } from './sheet/ports';
import type { GridValue } from './sheet/cell-values';
import { digestOf, type Reading } from './reading';
import { valueIn } from './record/before';
import type { EnrichmentRecord } from './record/enrichment-record';
import type { Head } from './record/head';
import { isProvisional } from './record/lines';
import type { RecordedAnswers } from './record/recorded-answers';
import { stoodThere, type StoodThere } from './stood-there';

/** A row with cells that may be filled. */
export interface OpenRow {
  readonly row: number;
  readonly input: GridValue;
  /** The company; `null`: the input names none, so only its status is written. */
  readonly name: string | null;
  /** The key of its answer in the record. */
  readonly key: string;
  /** The targets that may be filled, by index. */
  readonly targets: readonly number[];
  /** Whether an answer is needed; otherwise only the status is open. */
  readonly isAsked: boolean;
}

export interface OpenRows {
  /** In the order of the sheet. */
  readonly open: readonly OpenRow[];
  /** Rows for which it is unknown whether they may be filled. */
  readonly unsure: readonly number[];
}

/** The key by which the record stores what was written beside an input. */
export function keyOf(name: string | null, text: string): string {
  return name ?? `text ${text}`;
}

/**
 * The rows that an open enrichment may fill: a cell must still have its earlier value, or an answer of the enrichment
 * that a later one may replace, and must not be a formula, merged or rich. What a user typed stays.
 *
 * @param isAgain whether companies that failed are asked for again
 */
export function findOpenRows(record: EnrichmentRecord, reading: Reading, nameOf: NameOf, isAgain = false): OpenRows {
  const { choices, targets, mode } = record.head;
  const areAsking = choices.map(isAsking);
  const open: OpenRow[] = [];
  const unsure: number[] = [];
  for (const [text, rows] of reading.rowsByText) {
    const before = record.inputs.get(text);
    if (before === undefined || before.selected === 0) continue;
    const input = reading.input[rows[0]!]!;
    const name = nameOf(input);
    const key = keyOf(name, text);
    const answers = record.answersTo(key);
    const { outcome } = answers;
    const mayAsk = name !== null && (outcome !== 'failed' || isAgain);
    const columns = targets.map((_target, at) => stoodThere(before, at, rows, reading.beside));
    const isPartial = (before.rows[0]?.length ?? 0) > targets.length;
    const selected = isPartial ? stoodThere(before, targets.length, rows, reading.beside) : null;
    for (const row of rows) {
      const isSelected = selected === null ? true : selected.in(row);
      if (isSelected === false) continue;
      const fillable: number[] = [];
      let isUnsure = false;
      let isAsked = false;
      // Neither an iterator nor an object for each cell: the first request waits until all cells were checked.
      for (let at = 0; at < targets.length; at += 1) {
        if (areAsking[at]! && !mayAsk) continue;
        const may = mayFill(mode, reading.targets[at]!, row, at, answers, columns[at]!);
        if (may === 'yes') fillable.push(at);
        isUnsure ||= may === 'unsure';
        isAsked ||= may === 'yes' && areAsking[at]!;
      }
      if (isUnsure || (fillable.length > 0 && isSelected === null)) unsure.push(row);
      // A status alone waits until there is an answer that it can describe.
      else if (isAsked || (fillable.length > 0 && !isProvisional(outcome))) {
        open.push({ row, input, name, key, targets: fillable, isAsked });
      }
    }
  }
  return { open: open.sort((a, b) => a.row - b.row), unsure };
}

type MayFill = 'yes' | 'no' | 'unsure';

function mayFill(
  mode: Head['mode'],
  column: ColumnRead | null,
  row: number,
  at: number,
  answers: RecordedAnswers,
  stood: StoodThere,
): MayFill {
  if (column === null || isUntouchable(column, row)) return 'no';
  const { outcome } = answers;
  const is = column.values[row]!;
  // Only a provisional answer is replaced where blank cells are filled. Checked before the digest, which takes longer:
  // the last reading finds nearly every cell filled.
  if (is !== '' && mode === 'onlyEmpty' && !answers.hasProvisional) return 'no';
  const digest = is === '' || outcome === undefined ? null : digestOf(is);
  if (digest !== null && answers.hasWritten(at, digest)) {
    return isProvisional(outcome) || answers.isOutdated(at, digest) ? 'yes' : 'no';
  }
  if (answers.isBlank(at) && !isProvisional(outcome)) return 'no';
  // If Trace has no answer, a value stays.
  if (is !== '' && (mode === 'onlyEmpty' || outcome === 'notTracked')) return 'no';
  const was = stood.in(row);
  // A value that was beside this input may be this row's own.
  if (was === null) return stood.has(is) ? 'unsure' : 'no';
  return valueIn(was) === is ? 'yes' : 'no';
}

function isUntouchable({ formulas, merged, rich }: ColumnRead, row: number): boolean {
  return formulas.has(row) || merged.has(row) || rich?.has(row) === true;
}
