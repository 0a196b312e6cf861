import type { ColumnRead } from './ports';
import type { Plan, SkipReason } from '../plan/plan';
import { digestOf, valueOf, type GridCell, type GridValue } from './cell-values';

/** The number format of a cell that has none of its own, in every host. */
export const GENERAL = 'General';

/** Whether a cell has no number format of its own. @param format `''`: not told */
export const isGeneral = (format: string): boolean => format === '' || format === GENERAL;

/** What the run is about to write into a cell, or wrote there. */
export interface Intent {
  readonly digest: string;
  /**
   * What the run wrote there before, where it writes once more: as long as nobody has seen the new value in the cell, it may
   * still hold this one. The same as {@link digest}: see {@link heldBefore}.
   */
  readonly former?: string;
  /** The earlier value, `''` in a blank cell with its own format; `null`: nothing. */
  readonly before: { readonly value: GridValue; readonly format: string } | null;
}

/** Whether a cell with this value holds what the run wrote. */
export function isOwn({ digest, former }: Intent, held: string): boolean {
  return held === digest || held === former;
}

/** All that the run may have left in a cell. */
export function digestsOf(intent: Intent | null | undefined): readonly string[] {
  if (intent === null || intent === undefined) return [];
  return intent.former === undefined ? [intent.digest] : [intent.digest, intent.former];
}

/** Whether the cell may have held the same before, as a value of the owner's: see `mixed-rows.ts`. */
export function heldBefore({ digest, former }: Intent): boolean {
  return former === digest;
}

/** What the run wrote, as a cell shows that still holds it. */
export function seenAs(intent: Intent, held: string): Intent {
  return { digest: held, ...(heldBefore(intent) ? { former: held } : {}), before: intent.before };
}

export type Decision =
  | { readonly is: 'write'; readonly intent: Intent }
  /** It holds what the run wrote before. That stays, and undo takes it back. */
  | { readonly is: 'ours'; readonly intent: Intent }
  /** It already holds the answer, or there is none to write. */
  | { readonly is: 'same' }
  | { readonly is: 'keep'; readonly reason: SkipReason | 'edited' };

/**
 * Decides what to do with a cell.
 *
 * @param wanted the answer; `null`: none this time
 * @param earlier what the run meant to write, or wrote, before
 * @param isTyped whether a person has put the value there since the run began
 */
export function decideCell(
  read: ColumnRead,
  offset: number,
  wanted: GridCell | null,
  mode: Plan['mode'],
  earlier: Intent | null,
  isTyped = false,
): Decision {
  if (read.formulas.has(offset)) return { is: 'keep', reason: 'formula' };
  const value = read.values[offset] ?? '';
  const held = digestOf(value);
  const isOurs = earlier !== null && isOwn(earlier, held);
  const digest = wanted === null ? null : digestOf(valueOf(wanted));
  if (isOurs && (digest === null || digest === held)) return { is: 'ours', intent: seenAs(earlier, held) };
  if (wanted === null || digest === null) return { is: 'same' };
  if (read.merged.has(offset)) return { is: 'keep', reason: 'merged' };
  // An undo could not bring back what is written over.
  if (read.rich?.has(offset) === true) return { is: 'keep', reason: 'richText' };
  if (isOurs) return { is: 'write', intent: { digest, former: held, before: earlier.before } };
  if (held === digest) return { is: 'same' };
  // A blank cell too: what it held may stand beside another row, and only the earlier intent knows it.
  if (earlier !== null && held !== digestOf(earlier.before?.value ?? '')) return { is: 'keep', reason: 'edited' };
  const format = read.formats?.[offset] ?? '';
  if (value === '') {
    return { is: 'write', intent: { digest, before: isGeneral(format) ? null : { value, format } } };
  }
  if (mode === 'onlyEmpty') return { is: 'keep', reason: 'notEmpty' };
  if (isTyped) return { is: 'keep', reason: 'edited' };
  return { is: 'write', intent: { digest, before: { value, format } } };
}

/** Whether a cell may still be filled. */
export function isOpen({ values, formulas, merged, rich }: ColumnRead, offset: number, mode: Plan['mode']): boolean {
  if (formulas.has(offset) || merged.has(offset)) return false;
  return mode === 'overwrite' ? rich?.has(offset) !== true : values[offset] === '';
}
