import { OPTIONS } from '../catalogue/options';
import { TraceError } from '../errors/trace-error';
import { type CellValue, isBlank } from './values';

const MAX_LENGTH = 2_000;

/**
 * Call this before anything else reads options, because reading takes more than linear time. Throws `optionsTooLong`.
 *
 * @param received as the host passes them
 */
export function refuseLongOptions(received: CellValue): void {
  const length = lengthOf(received);
  if (length > MAX_LENGTH) throw new TraceError('optionsTooLong', { length });
}

function lengthOf(received: CellValue): number {
  if (Array.isArray(received))
    return (received as readonly unknown[]).reduce<number>((sum, part) => sum + lengthOf(part), 0);
  return asText(received).length;
}

/**
 * Reads options by lower-case name, from a text of `key=value` pairs separated by semicolons, or from a range with
 * two columns. Values may be in single quotes (doubled inside); `\n` is a line break. Throws `optionsTooLong`,
 * `optionsMalformed` or `optionsUnseparated`.
 */
export function readOptionPairs(received: CellValue): ReadonlyMap<string, string> {
  refuseLongOptions(received);
  const rows: readonly unknown[] = Array.isArray(received) ? received : [received];
  const pairs = new Map<string, string>();
  for (const row of rows) {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
    if (cells.every(isBlank)) continue;
    if (cells.length > 2) throw new TraceError('optionsMalformed', { text: cells.map(asText).join(' ') });
    const [first, second] = cells;
    const read = cells.length === 2 ? [readRow(first, second)] : splitPairs(asText(first)).map(readPair);
    for (const [name, value] of read) pairs.set(name, value);
  }
  return pairs;
}

/** A number in the sheet means its digits, even `0`, which means blank elsewhere. */
function readRow(name: unknown, value: unknown): readonly [string, string] {
  const key = asText(name).trim().toLowerCase();
  if (key === '') throw new TraceError('optionsMalformed', { text: asText(value) });
  return [key, readValue(asText(value))];
}

/** A comma in an unquoted value that is followed by the name of an option. */
const COMMA = new RegExp(`,\\s*(?=(${Object.keys(OPTIONS).join('|')})\\s*=)`, 'gi');

/** Replaces commas that separate options by semicolons. */
export function separated(text: string): string {
  return /=\s*'/.test(text) ? text : text.replace(COMMA, ';');
}

function readPair(text: string): readonly [string, string] {
  const mended = separated(text);
  if (mended !== text) throw new TraceError('optionsUnseparated', { mended });
  const at = text.indexOf('=');
  const name = at < 0 ? '' : text.slice(0, at).trim().toLowerCase();
  if (name === '') throw new TraceError('optionsMalformed', { text });
  return [name, readValue(text.slice(at + 1))];
}

function readValue(text: string): string {
  const trimmed = text.trim();
  const bare = /^'.*'$/s.test(trimmed) && trimmed.length > 1 ? trimmed.slice(1, -1).replace(/''/g, "'") : trimmed;
  return bare.replace(/\\n/g, '\n');
}

/** Splits at semicolons, except inside a quoted value. */
export function splitPairs(text: string): readonly string[] {
  return (text.match(/[^=;]*=\s*'(?:[^']|'')*'\s*(?=;|$)|[^;]+/g) ?? [])
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '');
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '?';
}

/** Searched for in the text before options are parsed, since almost no formula has either. */
const NAME = /if_problem|refresh/i;
const PAIR = /^(if_problem|refresh)\s*=/i;
/** A text in a formula; quotes in it are doubled. */
const TEXT_LITERAL = /"((?:[^"]|"")*)"/g;

/** The same options without those that affect no request and no answer. */
export function withoutIdle(options: CellValue): CellValue {
  if (!namesIdle(options)) return options;
  if (!Array.isArray(options)) return withoutPair(String(options));
  const rows = (options as readonly unknown[]).flatMap((row) => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
    if (cells.length > 1) return PAIR.test(`${String(cells[0]).trim()}=`) ? [] : [cells];
    const text = withoutPair(String(cells[0] ?? ''));
    return text === '' ? [] : [[text]];
  });
  return rows.length === 0 ? '' : rows;
}

/** The replacement values for problems that a formula's own texts set. Options in other cells are not known. */
export function problemTextsOf(formula: string): readonly string[] {
  if (!NAME.test(formula)) return [];
  return [...formula.matchAll(TEXT_LITERAL)].flatMap(([, text = '']) => {
    if (!NAME.test(text)) return [];
    try {
      return readOptionPairs(text.replace(/""/g, '"')).get('if_problem') ?? [];
    } catch {
      return [];
    }
  });
}

function withoutPair(text: string): string {
  return splitPairs(text)
    .filter((pair) => !PAIR.test(pair))
    .join(';');
}

/** Whether options, as the host passes them, may contain one of these. */
export function namesIdle(options: CellValue): boolean {
  if (Array.isArray(options)) return options.some(namesIdle);
  return !isBlank(options) && typeof options === 'string' && NAME.test(options);
}
