import { isAsking, needOf } from '../plan/column-spec';
import { CODE_LENGTH, DIGEST_LENGTH } from '../sheet/cell-values';
import { ROWS_JOINED } from './block-parts';
import { headToText, type Head } from './journal';
import { widthOf } from './number-ranges';
import { MOST_REASONS } from './reasons';

/** What the head may gain after the start, and the seals of head and budget. */
const HEAD_GROWS = 3_000;
/** A title's number format and looks, for each column. */
const FORMAT = 500;
/** The name of a part, its seal, and the names of its properties. */
const PART = 250;
/** For texts of different lengths, and parts that are cut differently. */
const MARGIN = 0.95;
/** Rows may be added to a sheet during a run. */
const MOST_ROWS = 10_000_000;

/**
 * The most characters that a run's journal can take, whatever becomes of its rows and wherever they go. No run begins
 * with a journal that would not fit. Answers without a place are dropped once there is no room for them; texts that are
 * pasted over cells meanwhile are not counted.
 *
 * @param parts that never change
 * @param kept of what the run overwrites
 */
export function journalSize(head: Head, parts: ReadonlyMap<string, string>, kept: number): number {
  const { rows, targets } = head;
  const choices = head.choices.filter(isAsking);
  let size = headToText(head).length + HEAD_GROWS + targets.length * FORMAT + kept;
  for (const text of parts.values()) size += text.length + PART;
  // No two successive parts have fewer rows than are joined.
  const blocks = Math.ceil((2 * rows) / ROWS_JOINED) + 2;
  size += blocks * (PART + MOST_REASONS);
  const [state, why, formatOfBlank] = [1, 1, 1];
  const place = widthOf(rows) + widthOf(MOST_ROWS);
  size += rows * (place + state + why + targets.length * (2 * DIGEST_LENGTH + formatOfBlank));
  const needs = new Set(choices.map((choice) => JSON.stringify([needOf(choice), 'type' in choice ? choice.type : ''])));
  const isNamed = choices.some((choice) => needOf(choice) === 'typed');
  return size + rows * needs.size * (isNamed ? CODE_LENGTH : widthOf(rows));
}

/**
 * About how many rows of a run have a journal that fits, if its first ones are as long as all of them: no more than that, in
 * round numbers.
 *
 * @param size of all, in characters
 * @param room in characters
 */
export function rowsThatFit(head: Head, size: number, room: number): number {
  const fixed = journalSize({ ...head, rows: 1 }, new Map(), 0) + 2 * PART;
  const rows = Math.max(0, Math.floor((MARGIN * head.rows * (room - fixed)) / (size - fixed)));
  const step = 10 ** Math.max(0, String(rows).length - 2);
  return Math.floor(rows / step) * step;
}
