import { valueOf, type GridCell, type GridValue } from '../../enrich/sheet/cell-values';
import type { Enrichment, UndoPreview } from '../../enrich/enrichment';
import type { Head } from '../../enrich/record/head';
import { textStart } from '../../text-start';
import { count, cut } from '../common/words';
import { LONGEST_TITLE } from './target-text';

/** What a file says may be any length. */
const LONGEST_VALUE = 200;
/** The last date that JavaScript knows: https://tc39.es/ecma262/#sec-time-values-and-time-range. */
const LAST_DATE_MS = 8.64e15;

export function toOtherTitle({ startedMs }: Pick<Head, 'startedMs'>, zone?: string): string {
  const date = toDateText(startedMs, zone);
  return date === null ? 'Did you start this enrichment?' : `Did you start this enrichment on ${date}?`;
}

export const OTHER_REASON =
  'Trace does not know it as yours: someone else started it, or you did in another browser or account.';

/** What the file tells of an enrichment. */
export function toOtherFacts({ head, summary }: Enrichment): readonly (readonly [name: string, text: string])[] {
  const { sheet, targets } = head;
  return [
    ['Sheet', cut(sheet.name, LONGEST_TITLE)],
    ['Columns', cut(targets.map(({ title }) => cut(title, LONGEST_TITLE)).join(', '), LONGEST_VALUE)],
    ['Rows', (summary?.rows ?? 0).toLocaleString('en-US')],
  ];
}

function toDateText(ms: number, timeZone?: string): string | null {
  if (ms > LAST_DATE_MS) return null;
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Date(ms).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short', ...zone });
}

/** The value of a cell as text, whatever it begins with, and whole unless it is long. */
export function toValueText(value: GridValue): string {
  if (value === '') return '(blank)';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = String(value);
  const rest = text.length - LONGEST_VALUE;
  return rest > 0 ? `${textStart(text, LONGEST_VALUE)}… (${count(rest, 'more character', 'more characters')})` : text;
}

/** A cell that an undo would change. Rows and columns count from 0. */
interface ChangedCell {
  readonly row: number;
  readonly column: number;
  readonly now: GridValue;
  readonly back: GridCell;
}

export function toChanges({ writes, reading }: UndoPreview): readonly ChangedCell[] {
  return writes.flatMap(({ row, cells }) =>
    cells.flatMap((back, target): readonly ChangedCell[] => {
      if (back === null) return [];
      const now = reading.targets[target]?.values[row] ?? '';
      return [{ row, column: reading.columns.targets[target]!, now, back }];
    }),
  );
}

/** What an undo would put into a cell, with the number format, which can change how it looks. */
export function toBackText(cell: GridCell): string {
  const format = cell.kind === 'before' ? cell.format : '';
  const isPlain = format === '' || format === 'General' || format === '@';
  const text = toValueText(valueOf(cell));
  return isPlain ? text : `${text} (number format: ${cut(format, LONGEST_TITLE)})`;
}

/** What an undo leaves alone, in sentences. */
export function toUnrestoredText({ edited, unrestored, noPlace }: UndoPreview): readonly string[] {
  const sentences: readonly (readonly [number, string, string])[] = [
    [edited, 'cell was edited since and stays as it is.', 'cells were edited since and stay as they are.'],
    [unrestored.length, 'cell is left for you to decide.', 'cells are left for you to decide.'],
    [noPlace.length, 'earlier value has no row any more.', 'earlier values have no rows any more.'],
  ];
  return sentences.flatMap(([number, one, many]) => (number === 0 ? [] : [count(number, one, many)]));
}
