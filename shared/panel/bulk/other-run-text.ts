import type { Head } from '../../bulk/journal/journal';
import type { Whose } from '../../bulk/journal/seal';
import type { Plan } from '../../bulk/plan/plan';
import type { GridValue } from '../../bulk/sheet/cell-values';
import type { UndoCell, UndoList } from '../../bulk/undo/undo-list';
import { textStart } from '../../text-start';
import { count } from '../count';
import { cut, LONGEST_TITLE, toTargetText } from './target-text';

/** What a file says may be any length. */
const LONGEST_VALUE = 200;
/** Dates beyond this are none: https://tc39.es/ecma262/#sec-time-values-and-time-range. */
const LAST_DATE_MS = 8.64e15;

export function toOtherTitle(whose: Whose): string {
  return whose === 'older' ? 'An older state of your enrichment' : 'Someone else’s enrichment';
}

export function toOtherReason(whose: Whose): string {
  return whose === 'older'
    ? 'The file holds an older state of your enrichment. Perhaps it was closed without saving, or restored.'
    : 'It was started by someone else, on another computer or account, or with an earlier version of Trace.';
}

/** What the file tells of a run. @param zone of the person's clock */
export function toOtherFacts(head: Head, zone?: string): readonly (readonly [name: string, text: string])[] {
  const { startedMs, sheet, targets, rows } = head;
  return [
    ['Started', toDateText(startedMs, zone)],
    ['Sheet', cut(sheet.name, LONGEST_TITLE)],
    ['Columns', cut(targets.map(({ title }) => cut(title, LONGEST_TITLE)).join(', '), LONGEST_VALUE)],
    ['Rows', rows.toLocaleString('en-US')],
  ];
}

function toDateText(ms: number, timeZone?: string): string {
  if (ms > LAST_DATE_MS) return 'unknown';
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Date(ms).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short', ...zone });
}

/** A value as it stands in a cell, as text whatever it begins with, and whole unless it is long. */
export function toValueText(value: GridValue): string {
  if (value === '') return '(blank)';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = String(value);
  const rest = text.length - LONGEST_VALUE;
  return rest > 0 ? `${textStart(text, LONGEST_VALUE)}… (${count(rest, 'more character', 'more characters')})` : text;
}

/** What would be put into a cell, with the number format, which can make it show something else. */
export function toBackText({ value, format }: UndoCell['back']): string {
  const isPlain = format === '' || format === 'General' || format === '@';
  return isPlain ? toValueText(value) : `${toValueText(value)} (number format: ${cut(format, LONGEST_TITLE)})`;
}

/** What an undo leaves alone, in sentences. */
export function toLeftAlone({ edited, missing, undecided, lost }: UndoList): readonly string[] {
  return [
    ...(edited > 0
      ? [
          `${count(edited, 'cell was edited since, and stays as it is', 'cells were edited since, and stay as they are')}.`,
        ]
      : []),
    ...(missing > 0 ? [`${count(missing, 'row', 'rows')} cannot be found any more.`] : []),
    ...(undecided > 0
      ? [
          `${count(undecided, 'cell stays as it is', 'cells stay as they are')}: several rows name the same company, and Trace cannot tell their earlier values apart.`,
        ]
      : []),
    ...lost.map((title) => `Trace cannot tell which column is “${cut(title, LONGEST_TITLE)}”, and leaves it alone.`),
  ];
}

/** Which cells a new price is for: the columns with what is put into them, where their titles do not say that. */
export function toFillText({ rows, cells, targets, choices }: Plan): string {
  if (rows.length === 0) return 'Nothing is left to fill.';
  const names = targets.map((target, at) => toTargetText(target, choices[at]!));
  return `Fills ${count(cells, 'blank cell', 'blank cells')} in ${count(rows.length, 'row', 'rows')}: ${names.join(', ')}.`;
}
