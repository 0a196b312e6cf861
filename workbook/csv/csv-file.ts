import Papa from 'papaparse';
import { escapeFormulas } from '../../shared/formulas';

/** The rows of a file, or the sentence that says why there are none. */
type CsvReading =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly sentence: string };

/** What the grid handles without delay; measured with files of this size in Chromium. */
const MAX_BYTES = 50_000_000;
const MAX_ROWS = 200_000;
const MAX_COLUMNS = 100;
const MAX_CELLS = 1_000_000;
const DELIMITERS = [',', ';', '\t', '|'];
const BYTE_ORDER_MARK = '\ufeff';
const NO_TEXT = 'is not a CSV file in UTF-8. Save the sheet as CSV UTF-8, then open that file. Nothing was changed.';
/** As many as a number keeps in every spreadsheet. */
const MOST_DIGITS = 15;
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

/**
 * Reads a CSV file that a person has chosen: UTF-8, with or without a byte order mark; commas, semicolons, tabs or bars,
 * whichever the file uses.
 */
export async function openCsvFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<CsvReading> {
  const { name, size } = file;
  if (size > MAX_BYTES) {
    return refuse(`${name} is too large: the workbook opens files of up to ${MAX_BYTES / 1_000_000} MB.`);
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    // https: developer.mozilla.org/docs/Web/API/Blob/arrayBuffer: this also rejects if the file has changed since it
    // was chosen.
    return refuse(`${name} cannot be read. If it was moved or changed, choose it again. Nothing was changed.`);
  }
  return readCsv(name, new Uint8Array(bytes));
}

function readCsv(name: string, bytes: Uint8Array): CsvReading {
  const text = decode(bytes);
  if (text === null) return refuse(`${name} ${NO_TEXT}`);
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: DELIMITERS, skipEmptyLines: false });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open !== undefined) {
    const row = count((open.row ?? 0) + 1);
    return refuse(`${name} has a quotation mark in row ${row} that is never closed. Nothing was changed.`);
  }
  const rows = withoutBlankEnd(data);
  if (rows.length === 0) return refuse(`${name} is empty. Nothing was changed.`);
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (rows.length > MAX_ROWS || columns > MAX_COLUMNS || rows.length * columns > MAX_CELLS) {
    const size = `${count(rows.length)} row${rows.length === 1 ? '' : 's'} and ${count(columns)} column${columns === 1 ? '' : 's'}`;
    const limit = `${count(MAX_ROWS)} rows, ${MAX_COLUMNS} columns and ${count(MAX_CELLS)} cells`;
    return refuse(`${name} has ${size}; the workbook opens up to ${limit}. Nothing was changed.`);
  }
  return { ok: true, rows };
}

/** A cell's text, and whether it is a text rather than a number, a date or a truth value. */
export interface ShownCell {
  readonly shown: string;
  readonly isText: boolean;
}

/**
 * Writes the shown values, with formulas as their answers. What a spreadsheet would run as a formula gets an
 * apostrophe before it: https://owasp.org/www-community/attacks/CSV_Injection. The byte order mark makes Excel read it
 * as UTF-8.
 */
export function writeCsv(rows: readonly (readonly ShownCell[])[]): string {
  const safe = rows.map((row) => row.map(({ shown, isText }) => (isText ? escapeFormulas(shown) : shown)));
  return BYTE_ORDER_MARK + Papa.unparse(safe, { newline: '\r\n' });
}

/** `8500` for what is shown as `8,500` or `$8,500.00`. A date, a time or a percentage stays as it is shown. */
export function toPlainNumber(value: number, shown: string): string {
  if (/[%:]/.test(shown)) return shown;
  const read = Number(shown.replace(/[^\d.]/g, ''));
  return /\d/.test(shown) && Math.abs(read - Math.abs(value)) < 1 ? String(value) : shown;
}

/** A file name that does not overwrite the file that was opened. */
export function toCsvName(sheetName: string): string {
  return `${sheetName.replace(/-enriched$/, '')}-enriched.csv`;
}

/**
 * Whether a cell is certainly a number: `007`, `1e5` and a card number of 16 digits are texts and stay unchanged. So do
 * numbers with more digits than are kept, the decimals included.
 */
export function isNumber(cell: string): boolean {
  return NUMBER.test(cell) && cell.replace(/^-?0\.0*|\D/g, '').length <= MOST_DIGITS;
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

function withoutBlankEnd(rows: readonly string[][]): readonly string[][] {
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.every((cell) => cell.trim() === '') !== false) end -= 1;
  return rows.slice(0, end);
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function refuse(sentence: string): CsvReading {
  return { ok: false, sentence };
}
