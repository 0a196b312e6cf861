import { serialOf } from '../../days';
import { NONE, NOT_TRACKED } from '../../cells/table';
import { isCard, isDay, type Cell } from '../../cells/values';

/** A cell's value, as every host can report it. */
export type GridValue = string | number | boolean;

/** Trace does not track the company, or it has none of what was asked for. */
export type NoAnswer = 'notTracked' | 'none';

/** What is written into a cell. */
export type GridCell =
  /**
   * The cell then holds this text, whatever it looks like. `says`: the text is a word for "no answer", or reads like
   * one but is a `value`, such as the name of a company.
   */
  | { readonly kind: 'text'; readonly text: string; readonly says?: NoAnswer | 'value' }
  /** `format`: the number format to set; absent: the cell's own stays, if it shows numbers. */
  | { readonly kind: 'number'; readonly number: number; readonly format?: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  /** A date such as `2026-06-01`, with a date format. */
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'blank' }
  /** An earlier value with its number format. */
  | { readonly kind: 'before'; readonly value: GridValue; readonly format: string };

/** With separators, as both programs write the format in every language. */
export const COUNT_FORMAT = '#,##0';

/** The word for "no answer" that a text is, or reads like. */
export function wordIn(text: string): NoAnswer | undefined {
  if (text === NOT_TRACKED) return 'notTracked';
  return text === NONE ? 'none' : undefined;
}

/** The content for an answer; `null` for a problem, which is never written: its row is asked for again. */
export function toGridCell(cell: Cell): GridCell | null {
  if (cell === '') return { kind: 'blank' };
  if (typeof cell === 'string') return { kind: 'text', text: cell };
  if (typeof cell === 'number') return { kind: 'number', number: cell };
  if (typeof cell === 'boolean') return { kind: 'boolean', boolean: cell };
  if (isCard(cell)) return toGridCell(cell.text);
  return isDay(cell) ? { kind: 'date', day: cell.day } : null;
}

/** What a host reads from a cell after this was written. */
export function valueOf(cell: GridCell): GridValue {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'number':
      return cell.number;
    case 'boolean':
      return cell.boolean;
    case 'date':
      return serialOf(cell.day);
    case 'blank':
      return '';
    case 'before':
      return cell.value;
  }
}
