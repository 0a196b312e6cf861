import type { NameOf } from '../ports';
import type { GridCell, GridValue } from '../sheet/cell-values';
import { keyOf } from '../may-fill';
import { digestOf, rowsWithoutInput, type Reading } from '../reading';
import type { EnrichmentRecord } from '../record/enrichment-record';
import type { RecordedAnswers } from '../record/recorded-answers';
import { formatIn, toStood, valueIn, type Before, type Stood } from '../record/before';
import { stoodThere } from '../stood-there';
import type { RowWrite } from '../write-rows';
import { withoutGiven } from '../number-format';

/**
 * Why a cell is left to the user. `severalBefore`: rows of this input had different values, and it is unknown which
 * one was here. `newInput`: the input was added or cleared since. `besideAnother`: the answer is beside another company.
 */
export type WhyUnrestored = 'severalBefore' | 'newInput' | 'besideAnother' | 'protected';

/** A cell that undo leaves to the user. */
export interface UnrestoredCell {
  readonly row: number;
  readonly target: number;
  readonly why: WhyUnrestored;
  /** The values that may have been there. */
  readonly choices: readonly GridValue[];
}

export interface UndoPlan {
  readonly writes: readonly RowWrite[];
  readonly unrestored: readonly UnrestoredCell[];
  /** How many cells contain something that neither was there before nor was written: someone has edited them. */
  readonly edited: number;
}

type Decided =
  | { readonly is: 'put'; readonly value: Stood }
  | { readonly is: 'leave'; readonly why: WhyUnrestored; readonly choices: readonly GridValue[] }
  | { readonly is: 'edited' }
  | { readonly is: 'keep' };

const KEEP: Decided = { is: 'keep' };

/** What is restored in each cell, and what only the user can decide. A pure function of the record and one read. */
export function planUndo(record: EnrichmentRecord, reading: Reading, nameOf: NameOf): UndoPlan {
  const { head } = record;
  // Computed only if a cell was edited, because it takes long for many rows.
  const written = new Map<number, ReadonlySet<string>>();
  const hasWritten = (target: number, digest: string): boolean => {
    const all = written.get(target) ?? record.writtenInto(target);
    written.set(target, all);
    return all.has(digest);
  };
  const puts = new Map<number, (GridCell | null)[]>();
  const unrestored: UnrestoredCell[] = [];
  let edited = 0;
  for (const [text, rows] of reading.rowsByText) {
    const before = record.inputs.get(text);
    let answers: RecordedAnswers | undefined;
    for (const [target, column] of reading.targets.entries()) {
      if (column === null) continue;
      const stood = stoodThere(before, target, rows, reading.beside);
      for (const row of rows) {
        const is = column.values[row]!;
        const format = column.formats?.[row];
        const was = stood.in(row);
        const standsThere = was !== null && !isChange(was, is, format);
        if (is === '' || standsThere || column.formulas.has(row)) continue;
        answers ??= record.answersTo(keyOf(nameOf(reading.input[row]!), text));
        const digest = digestOf(is);
        const decided = answers.hasWritten(target, digest)
          ? decideOwn(head, target, { is, format, before, was, stoodHere: stood.has(is) })
          : decideOther(stood.has(is), () => hasWritten(target, digest));
        if (decided.is === 'edited') edited += 1;
        else if (decided.is === 'leave') unrestored.push({ row, target, why: decided.why, choices: decided.choices });
        else if (decided.is === 'put' && isChange(decided.value, is, format)) {
          const cells = puts.get(row) ?? head.targets.map(() => null);
          cells[target] = toCell(decided.value);
          puts.set(row, cells);
        }
      }
    }
  }
  unrestored.push(...findBesideNothing(record, reading, hasWritten));
  const writes = [...puts].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells }));
  return { writes, unrestored, edited };
}

/**
 * Answers beside a cell in which a user has cleared the company, unless a blank cell had the same value beside it
 * before.
 */
function findBesideNothing(
  record: EnrichmentRecord,
  reading: Reading,
  hasWritten: (target: number, digest: string) => boolean,
): readonly UnrestoredCell[] {
  const rows = rowsWithoutInput(reading);
  return reading.targets.flatMap((column, target) => {
    if (column === null) return [];
    const stood = new Set(record.inputs.get('')?.rows.map((then) => valueIn(then[target]!)));
    const isAnswer = (row: number): boolean => {
      const is = column.values[row]!;
      return is !== '' && !stood.has(is) && !column.formulas.has(row) && hasWritten(target, digestOf(is));
    };
    return rows.filter(isAnswer).map((row): UnrestoredCell => ({ row, target, why: 'newInput', choices: [] }));
  });
}

/** A cell with a value that the enrichment did not write for its company. */
function decideOther(stoodHere: boolean, isOfOther: () => boolean): Decided {
  if (stoodHere) return KEEP;
  return isOfOther() ? { is: 'leave', why: 'besideAnother', choices: [] } : { is: 'edited' };
}

interface OwnCell {
  readonly is: GridValue;
  /** Its current number format. */
  readonly format: string | undefined;
  /** `undefined`: the input is new. */
  readonly before: Before | undefined;
  /** The earlier value of this very cell; `null`: unknown. */
  readonly was: Stood | null;
  /** Whether any row of this input held the value before the enrichment. */
  readonly stoodHere: boolean;
}

function decideOwn(
  { targets, mode }: EnrichmentRecord['head'],
  target: number,
  { is, format, before, was, stoodHere }: OwnCell,
): Decided {
  const cleared = toStood('', withoutGiven(format));
  if (targets[target]!.isNew) return { is: 'put', value: cleared };
  if (before === undefined) return { is: 'leave', why: 'newInput', choices: [] };
  // The enrichment wrote over blank cells only.
  if (mode === 'onlyEmpty' && (!stoodHere || (was !== null && valueIn(was) !== is))) {
    return { is: 'put', value: was !== null && valueIn(was) === '' ? was : cleared };
  }
  if (was !== null) return { is: 'put', value: was };
  const choices = [...new Set(before.rows.map((row) => valueIn(row[target]!)))];
  return { is: 'leave', why: 'severalBefore', choices };
}

function isChange(stood: Stood, is: GridValue, present: string | undefined): boolean {
  const format = formatIn(stood);
  return valueIn(stood) !== is || (present !== undefined && format !== '' && present !== format);
}

function toCell(stood: Stood): GridCell {
  return { kind: 'before', value: valueIn(stood), format: formatIn(stood) };
}
