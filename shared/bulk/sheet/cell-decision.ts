import type { ColumnRead } from './ports';
import type { Plan, SkipReason } from '../plan/plan';
import { digestOf, valueOf, type GridCell, type GridValue } from './cell-values';

/** That of a cell which nobody has given one, in every host. */
export const GENERAL = 'General';

/** What the run is about to write, or has written, into one cell. */
export interface Intent {
  readonly digest: string;
  /** What stood there, `''` in a cell that was blank with a format of its own; `null`: nothing. */
  readonly before: { readonly value: GridValue; readonly format: string } | null;
}

export type Decision =
  | { readonly is: 'write'; readonly intent: Intent }
  /** It holds what the run has written before: that stays, and stays what an undo takes back. */
  | { readonly is: 'ours'; readonly intent: Intent }
  /** It holds the answer, or there is none to be written. */
  | { readonly is: 'same' }
  | { readonly is: 'keep'; readonly reason: SkipReason | 'edited' };

/**
 * @param wanted `null`: there is no answer this time
 * @param earlier what the run had in mind with this cell before
 * @param stood what stood there when this run read it first, where it reads it again
 */
export function decideCell(
  read: ColumnRead,
  offset: number,
  wanted: GridCell | null,
  mode: Plan['mode'],
  earlier: Intent | null,
  stood?: GridValue,
): Decision {
  if (read.formulas.has(offset)) return { is: 'keep', reason: 'formula' };
  const value = read.values[offset] ?? '';
  const held = digestOf(value);
  const isOurs = earlier !== null && held === earlier.digest;
  const digest = wanted === null ? null : digestOf(valueOf(wanted));
  if (isOurs && (digest === null || digest === held)) return { is: 'ours', intent: earlier };
  if (wanted === null || digest === null) return { is: 'same' };
  if (read.merged.has(offset)) return { is: 'keep', reason: 'merged' };
  if (isOurs) return { is: 'write', intent: { digest, before: earlier.before } };
  if (held === digest) return { is: 'same' };
  const format = read.formats?.[offset] ?? '';
  if (value === '') {
    return { is: 'write', intent: { digest, before: format === '' || format === GENERAL ? null : { value, format } } };
  }
  if (mode === 'onlyEmpty') return { is: 'keep', reason: earlier === null ? 'notEmpty' : 'edited' };
  if (stood !== undefined && stood !== value) return { is: 'keep', reason: 'edited' };
  if (earlier !== null && held !== digestOf(earlier.before?.value ?? '')) return { is: 'keep', reason: 'edited' };
  return { is: 'write', intent: { digest, before: { value, format } } };
}

/** Whether any cell of a row could still take something: else nothing is asked, and nothing paid, for it. */
export function isOpen(columns: readonly ColumnRead[], offset: number, mode: Plan['mode']): boolean {
  return columns.some(
    ({ values, formulas, merged }) =>
      !formulas.has(offset) && !merged.has(offset) && (mode === 'overwrite' || values[offset] === ''),
  );
}
