import { fromFile, toKept } from '../../errors/kept-error';
import { TraceError } from '../../errors/trace-error';
import { parseJson, readCount } from '../../client/json';
import type { RecordRow } from '../sheet/ports';
import { readBefore, toBeforeCells, type Before } from './before';

/**
 * The outcome for a company, or for a text that names none. `cut`: a limit cut its list, which is asked for again.
 * `failed`: there was no answer, which is asked for again only if the user says so. `filled`, `namesNone`: nothing was
 * asked for.
 */
const OUTCOMES = ['found', 'noData', 'notTracked', 'cut', 'failed', 'filled', 'namesNone'] as const;

export type Outcome = (typeof OUTCOMES)[number];

function isOutcome(text: string): text is Outcome {
  return (OUTCOMES as readonly string[]).includes(text);
}

/** Whether a later answer may replace what was written. */
export function isProvisional(outcome: Outcome | undefined): boolean {
  return outcome === 'cut' || outcome === 'failed';
}

/**
 * What was written for one company, or for a text that names none.
 * `digests`: one for each target: of the written value, {@link BLANK} for a blank answer, `''` where nothing was written.
 */
export interface AnswerLine {
  readonly is: 'answer';
  readonly name: string;
  readonly outcome: Outcome;
  readonly digests: readonly string[];
  /** Why there is no answer; `null`: there is one. */
  readonly why: TraceError | null;
}

/** One line of the record below its head. Lines are cumulative; none replaces another. */
export type Line =
  /** An input text of the column, and its rows before the enrichment. */
  | { readonly is: 'input'; readonly text: string; readonly before: Before }
  /** An answer that was known before the enrichment began, by the text of its input. */
  | { readonly is: 'known'; readonly name: string; readonly text: string }
  | AnswerLine;

/** Takes the place of the digest of a blank answer. */
export const BLANK = '-';

/**
 * A cell of either program holds more than 32,000:
 * https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3.
 */
const MOST_CHARACTERS = 30_000;
/** Begins each cell of a row that continues the row above it. */
const MORE = '…';
const WHAT = 'What';

/** Explains the sheet to readers, beside the head, which is for the program. */
export const ABOUT =
  'Trace keeps the old values of the last enrichment here, so that you can resume or undo it. The sheet is deleted once you keep or undo it. Cells that you edit here may not be restored.';
/** In points, for users who look at the record. The head is cut off. */
export const RECORD_WIDTHS: readonly number[] = [60, 160, 140, 260, 160];
/** The row below the head, which explains the cells of a line to users who look at the record. */
export const COLUMN_TITLES: RecordRow = [WHAT, 'Input or company', 'Selected rows or outcome', 'Values', 'Note'];

/** The rows of a line: more than one if a text is too long for a cell. */
export function toRows(line: Line): readonly RecordRow[] {
  const cells = toCells(line);
  if (cells.every(({ length }) => length <= MOST_CHARACTERS)) return [cells];
  const rows: RecordRow[] = [cells.map((cell) => cell.slice(0, MOST_CHARACTERS))];
  const longest = Math.max(...cells.map(({ length }) => length));
  const step = MOST_CHARACTERS - MORE.length;
  for (let at = MOST_CHARACTERS; at < longest; at += step) {
    rows.push(cells.map((cell, column) => (column > 0 && cell.length <= at ? '' : MORE + cell.slice(at, at + step))));
  }
  return rows;
}

function toCells(line: Line): readonly string[] {
  switch (line.is) {
    case 'input':
      return [line.is, toTextCell(line.text), ...toBeforeCells(line.before)];
    case 'known':
      return [line.is, toTextCell(line.name), '', toTextCell(line.text)];
    case 'answer':
      return [line.is, toTextCell(line.name), line.outcome, line.digests.join(' '), toWhyText(line.why)];
  }
}

/**
 * Quotes text for a cell. Programs drop an apostrophe at the beginning. Google turns text that begins with `=` into a
 * formula, even in a cell with a text format, and anyone may have typed it.
 */
function toTextCell(text: string): string {
  return /^['"…=]/.test(text) ? JSON.stringify(text) : text;
}

/** `null`: damaged. */
function fromTextCell(cell: string): string | null {
  if (!cell.startsWith('"')) return cell;
  const text = parseJson(cell);
  return typeof text === 'string' ? text : null;
}

/** `null`: some row is damaged. */
export function readLines(rows: readonly RecordRow[]): readonly Line[] | null {
  const whole: RecordRow[] = [];
  for (const row of rows) {
    if (row[0] === WHAT) continue;
    if (row[0] !== MORE) whole.push(row);
    else if (whole.length === 0) return null;
    else whole.push(joined(whole.pop()!, row));
  }
  const lines: Line[] = [];
  for (const row of whole) {
    const line = readLine(row);
    if (line === null) return null;
    lines.push(line);
  }
  return lines;
}

function joined(row: RecordRow, more: RecordRow): RecordRow {
  return row.map((cell, at) => (at === 0 ? cell : cell + (more[at] ?? '').slice(MORE.length)));
}

function readLine([is = '', second = '', third = '', fourth = '', fifth = '']: readonly string[]): Line | null {
  const text = fromTextCell(second);
  if (text === null) return null;
  switch (is) {
    case 'input': {
      const selected = readCount(third);
      const before = selected === null ? null : readBefore(selected, fourth, fifth);
      return before === null ? null : { is, text, before };
    }
    case 'known': {
      const known = fromTextCell(fourth);
      return known === null ? null : { is, name: text, text: known };
    }
    case 'answer':
      return isOutcome(third)
        ? { is, name: text, outcome: third, digests: fourth.split(' '), why: readWhy(fifth) }
        : null;
    default:
      return null;
  }
}

function toWhyText(why: TraceError | null): string {
  return why === null ? '' : JSON.stringify(toKept(why));
}

/** Reads an error from a file, which anyone who may edit it can have written. */
function readWhy(text: string): TraceError | null {
  return text === '' ? null : (fromFile(parseJson(text)) ?? new TraceError('reasonUnknown', {}));
}
