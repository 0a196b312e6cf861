import type { NameOf } from '../ports';
import type { GridCell, GridValue } from '../sheet/cell-values';
import { keyOf } from '../may-fill';
import { digestOf, rowsByText, type Reading } from '../reading';
import type { EnrichmentRecord } from '../record/enrichment-record';
import type { Before, Stood } from '../record/lines';
import { stoodThere } from '../stood-there';
import type { RowWrite } from '../write-rows';
import { withoutGiven } from '../number-format';

/**
 * Why a cell is left to the person. `severalBefore`: rows of this input held different values, and nothing tells which one
 * stood here. `newInput`: the input was added since. `besideAnother`: the answer stands beside another company.
 */
export type LeftWhy = 'severalBefore' | 'newInput' | 'besideAnother' | 'protected';

/** A cell that undo leaves to the person. */
export interface LeftCell {
  readonly row: number;
  readonly target: number;
  readonly why: LeftWhy;
  /** The values that may have stood there. */
  readonly choices: readonly GridValue[];
}

export interface UndoPlan {
  readonly writes: readonly RowWrite[];
  readonly left: readonly LeftCell[];
  /** How many cells hold something that neither was there before nor was written: someone has edited them. */
  readonly edited: number;
}

type Decided =
  | { readonly is: 'put'; readonly value: Stood }
  | { readonly is: 'leave'; readonly why: LeftWhy; readonly choices: readonly GridValue[] }
  | { readonly is: 'edited' }
  | { readonly is: 'keep' };

const KEEP: Decided = { is: 'keep' };

/** What goes back into each cell, and what only a person can decide. A pure function of the record and one reading. */
export function planUndo(record: EnrichmentRecord, reading: Reading, nameOf: NameOf): UndoPlan {
  const { head } = record;
  // Asked for only where someone has edited, and of many rows long in the making.
  const written = new Map<number, ReadonlySet<string>>();
  const writtenInto = (target: number): ReadonlySet<string> => {
    const all = written.get(target) ?? record.writtenInto(target);
    written.set(target, all);
    return all;
  };
  const puts = new Map<number, (GridCell | null)[]>();
  const left: LeftCell[] = [];
  let edited = 0;
  for (const [text, rows] of rowsByText(reading)) {
    const key = keyOf(nameOf(reading.input[rows[0]!]!), text);
    for (const [target, column] of reading.targets.entries()) {
      if (column === null) continue;
      const before = record.before(target).get(text);
      let stood: ReturnType<typeof stoodThere> | undefined;
      for (const row of rows) {
        const is = column.values[row]!;
        if (is === '' || column.formulas.has(row)) continue;
        const digest = digestOf(is);
        const isOwn = record.hasWritten(key, target, digest);
        const decided = decide(head, target, is, {
          isOwn,
          isOfOther: !isOwn && writtenInto(target).has(digest),
          before,
          format: column.formats?.[row],
          was: (stood ??= stoodThere(before, rows, reading.beside)).get(row) ?? null,
        });
        if (decided.is === 'edited') edited += 1;
        else if (decided.is === 'leave') left.push({ row, target, why: decided.why, choices: decided.choices });
        else if (decided.is === 'put' && isChange(decided.value, is, column.formats?.[row])) {
          const cells = puts.get(row) ?? head.targets.map(() => null);
          cells[target] = toCell(decided.value);
          puts.set(row, cells);
        }
      }
    }
  }
  const writes = [...puts].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells }));
  return { writes, left, edited };
}

interface Known {
  /** Whether the enrichment wrote this value for this company. */
  readonly isOwn: boolean;
  /** Whether it wrote this value for any. */
  readonly isOfOther: boolean;
  /** What stood beside this input, in any of its rows; `undefined`: the input is new. */
  readonly before: Before | undefined;
  /** Its number format now. */
  readonly format: string | undefined;
  /** What stood in this very cell; `null`: it cannot be told. */
  readonly was: Stood | null;
}

function decide(
  { targets, mode }: EnrichmentRecord['head'],
  target: number,
  is: GridValue,
  { isOwn, isOfOther, before, was, format }: Known,
): Decided {
  const stoodHere = before?.values.some(([value]) => value === is) === true;
  if (!isOwn) {
    if (stoodHere) return KEEP;
    return isOfOther ? { is: 'leave', why: 'besideAnother', choices: [] } : { is: 'edited' };
  }
  const cleared: Stood = ['', withoutGiven(format)];
  if (targets[target]!.isNew) return { is: 'put', value: cleared };
  if (before === undefined) return { is: 'leave', why: 'newInput', choices: [] };
  // It was written over blank cells only.
  if (mode === 'onlyEmpty' && (!stoodHere || (was !== null && was[0] !== is))) {
    return { is: 'put', value: was !== null && was[0] === '' ? was : cleared };
  }
  if (was !== null) return { is: 'put', value: was };
  return { is: 'leave', why: 'severalBefore', choices: [...new Set(before.values.map(([value]) => value))] };
}

function isChange([value, format]: Stood, is: GridValue, present: string | undefined): boolean {
  return value !== is || (present !== undefined && format !== '' && present !== format);
}

function toCell([value, format]: Stood): GridCell {
  return { kind: 'before', value, format };
}
