import { TraceError } from '../errors/trace-error';
import type { FieldAnswer, RowAnswer } from './answers';
import { DEFAULT_COLUMNS, type Options } from './options';
import { type Cell, isCard, isDay, type Table } from './values';

/** One answer row with its input, as the user wrote it. */
export interface AnsweredRow {
  readonly given: string;
  readonly answer: RowAnswer;
  /** What was looked up for it, and when; absent if nothing was. */
  readonly source?: { readonly key: string; readonly asOfMs: number } | undefined;
}

export const NOT_TRACKED = 'not tracked';
export const NONE = 'none';
const SAME_COMPANY = 'same company';
export const PREVIEW = '(preview)';

/**
 * Lays answers out as a table. With `join` and `columns` each input has exactly one row, in order. Throws
 * `oneFieldOnly`.
 *
 * @param titles one for each field
 * @param isRange whether there is more than one input row
 */
export function toTable(
  rows: readonly AnsweredRow[],
  titles: readonly string[],
  options: Options,
  isRange: boolean,
): Table {
  if (options.layout === 'columns' && titles.length > 1)
    throw new TraceError('oneFieldOnly', { fields: titles.length });
  const showsInput = options.headers === 2 || (options.layout === 'spill' && isRange);
  const table = rows.flatMap(({ given, answer }) => {
    const lines = toLines(answer, titles, options);
    return showsInput ? lines.map((line) => [given, ...line]) : lines;
  });
  if (options.headers === 0) return table;
  const header = options.layout === 'columns' ? numbered(titles[0] ?? '', widthOf(titles, options)) : titles;
  return [showsInput ? ['input', ...header] : header, ...table];
}

/** Makes all rows equally long: hosts refuse an uneven table, or move its cells. */
export function toRectangle(lines: Table, width: number): Table {
  return lines.map((line) => Array.from({ length: width }, (_cell, at) => line[at] ?? ''));
}

/** The rows of one answer without its input: one row, or several with `spill`. */
export function toLines(answer: RowAnswer, titles: readonly string[], options: Options): Table {
  const width = widthOf(titles, options);
  if (answer.is === 'shown') {
    // Saved cells may have been edited. An extra row or a missing cell would shift the answers of other inputs.
    const lines = options.layout === 'spill' ? answer.lines : answer.lines.slice(0, 1);
    return toRectangle(lines, width);
  }
  if (answer.is !== 'values') return [Array<Cell>(width).fill(toWholeRow(answer, options))];
  switch (options.layout) {
    case 'join':
    case 'card':
      return [answer.fields.map((field) => toOneCell(field, options))];
    case 'columns':
      return [padded(answer.fields[0], width, options)];
    case 'spill':
      return spilled(answer.fields, options);
  }
}

function widthOf(titles: readonly string[], options: Options): number {
  return options.layout === 'columns' ? (options.top ?? DEFAULT_COLUMNS) : titles.length;
}

function toWholeRow(answer: Exclude<RowAnswer, { is: 'values' | 'shown' }>, options: Options): Cell {
  switch (answer.is) {
    case 'blank':
      return '';
    case 'notTracked':
      return options.ifNone ?? NOT_TRACKED;
    case 'sameCompany':
      return options.ifNone ?? SAME_COMPANY;
    case 'notAsked':
      return PREVIEW;
    case 'problem':
      return answer.error;
  }
}

/** A field with several values in one cell. */
export function toOneCell(field: FieldAnswer, options: Pick<Options, 'separator' | 'ifNone'>): Cell {
  if (field.is === 'one') return field.cell;
  if (field.cells === null) return '';
  return hasNone(field) ? (options.ifNone ?? NONE) : joinCells(field.cells, options.separator, field.missing);
}

/** Whether the field is known to have no values, so that the cell says so in a word. */
export function hasNone(field: FieldAnswer): boolean {
  return field.is === 'many' && field.cells?.length === 0 && (field.missing ?? 0) === 0;
}

function padded(field: FieldAnswer | undefined, width: number, options: Options): readonly Cell[] {
  const cells = field === undefined ? [] : valuesOf(field, options).slice(0, width);
  return [...cells, ...Array<Cell>(width - cells.length).fill('')];
}

/** One line for each value; a field with a single value repeats it. */
function spilled(fields: readonly FieldAnswer[], options: Options): readonly (readonly Cell[])[] {
  const columns = fields.map((field) => ({ field, cells: valuesOf(field, options) }));
  const height = Math.max(1, ...columns.map(({ cells }) => cells.length));
  return Array.from({ length: height }, (_line, index) =>
    columns.map(({ field, cells }) => (field.is === 'one' ? field.cell : (cells[index] ?? ''))),
  );
}

function valuesOf(field: FieldAnswer, options: Options): readonly Cell[] {
  if (field.is === 'one') return [field.cell];
  if (field.cells === null) return [''];
  return field.cells.length > 0 ? field.cells : [options.ifNone ?? NONE];
}

function numbered(title: string, width: number): readonly string[] {
  return Array.from({ length: width }, (_cell, index) => `${title} ${index + 1}`);
}

/** The most characters that a cell holds in Excel; Sheets holds 50,000. Source: Excel specifications and limits. */
export const MAX_CELL_LENGTH = 32_767;

const NOTE_ROOM = 30;

/**
 * Joins values. A value that does not fit is left out whole, and the text says how many are missing.
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

/** Whether a list is the beginning of another, longer one. */
export function isBeginningOf(list: string, other: string): boolean {
  const [values, others] = [withoutNote(list), withoutNote(other)];
  return values !== list && others.startsWith(values);
}

function withoutNote(text: string): string {
  return text.replace(/ ?… \+\d+ more$/, '');
}

/** Cuts a text so that it fits in one cell. */
export function cutText(text: string, length = MAX_CELL_LENGTH): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function toText(cell: Cell): string {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'object') return String(cell);
  if (isDay(cell)) return cell.day;
  return isCard(cell) ? cell.text : cell.message;
}
