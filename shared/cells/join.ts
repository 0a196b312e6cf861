import { isDay, type Cell } from './values';

/** The most that one cell holds in Excel; Sheets holds 50,000. Source: Excel specifications and limits. */
export const MAX_CELL_LENGTH = 32_767;

const NOTE_ROOM = 30;

/**
 * Joins values. Values that do not fit are left out whole, and the text says how many are missing.
 *
 * @param missing how many more values exist
 */
export function joinCells(cells: readonly Cell[], separator: string, missing = 0): string {
  const texts = cells.map(toText);
  const whole = texts.join(separator);
  if (whole.length <= MAX_CELL_LENGTH - NOTE_ROOM || (missing === 0 && whole.length <= MAX_CELL_LENGTH)) {
    return withNote(whole, missing);
  }
  let text = cutText(texts[0] ?? '', MAX_CELL_LENGTH - NOTE_ROOM);
  let shown = 1;
  for (const next of texts.slice(1)) {
    if (text.length + separator.length + next.length > MAX_CELL_LENGTH - NOTE_ROOM) break;
    text += separator + next;
    shown += 1;
  }
  return withNote(text, texts.length - shown + missing);
}

function withNote(text: string, missing: number): string {
  if (missing === 0) return text;
  return `${text === '' ? '' : `${text} `}… +${missing} more`;
}

/** Whether a list that goes on is the beginning of another one. */
export function isBeginningOf(list: string, other: string): boolean {
  const [values, others] = [withoutNote(list), withoutNote(other)];
  return values !== list && others.startsWith(values);
}

function withoutNote(text: string): string {
  return text.replace(/ ?… \+\d+ more$/, '');
}

/** Cuts a text to what fits in one cell. */
export function cutText(text: string, length = MAX_CELL_LENGTH): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function toText(cell: Cell): string {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'object') return String(cell);
  return isDay(cell) ? cell.day : cell.message;
}
