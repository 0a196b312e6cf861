import type { ExcelWorksheet } from '../../excel-api';
import type { ExcelCellValue, ExcelRange } from '../../excel-range';
import type { CellEntry } from './cell-entry';
import type { CellForm } from './cell-form';
import { cutOut, type Piece } from './piece';

/** Each is a separate range. A piece with more of them is written as one range, as a user types it. */
const MOST_PARTS = 300;

type Entries = Piece['entries'];

/**
 * Queues the write of a piece for the next sync. Formats come first: they decide how Excel interprets what is typed.
 *
 * @param form with its type, a text stays one in every language, without a format or an apostrophe
 * @returns the form that was used; `null`: the piece is the same in both
 */
export function queuePiece(sheet: ExcelWorksheet, piece: Piece, form: CellForm): CellForm | null {
  const chunks = form === 'json' ? chunksWithKinds(piece) : [];
  const isTyped = chunks.length === 0;
  const range = rangeOf(sheet, piece);
  setFormats(range, piece.entries, (entry) => (isTyped ? entry : (entry.asText ?? entry)).format);
  for (const chunk of chunks) {
    rangeOf(sheet, chunk).valuesAsJson = chunk.entries.map((cells) => cells.map((entry) => toKind(entry!)));
  }
  const typed = piece.entries.map((cells) =>
    cells.map((entry) => (entry !== null && (isTyped || isLeftToTyping(entry)) ? entry.value : null)),
  );
  if (isTyped || typed.some((cells) => cells.some((value) => value !== null))) range.values = typed;
  setFormats(range, piece.entries, (entry) => entry.shownAs ?? null);
  return isTyped ? null : 'json';
}

/** The effect of `null` among values with types is unknown, so the parts contain no cells that are left alone. */
function chunksWithKinds(piece: Piece): readonly Piece[] {
  const { entries } = piece;
  if (!entries.some((cells) => cells.some((entry) => entry?.asText !== undefined))) return [];
  const chunks = cutOut(
    piece,
    entries.map((cells) => cells.map((entry) => entry === null || isTypedOnly(entry))),
  );
  return chunks.length > MOST_PARTS ? [] : chunks;
}

/** Whether the entry is a day that Excel must turn into a date. */
function isTypedOnly({ value, asText }: CellEntry): boolean {
  return asText === undefined && typeof value === 'string' && value !== '';
}

/**
 * `Empty` fills cells in some versions of Excel, so blanks are typed instead:
 * https://github.com/OfficeDev/office-js/issues/6248.
 */
function isLeftToTyping(entry: CellEntry): boolean {
  return entry.value === '' || isTypedOnly(entry);
}

function toKind({ value, asText }: CellEntry): ExcelCellValue {
  if (asText !== undefined) return { type: 'String', basicValue: asText.text };
  if (typeof value === 'number') return { type: 'Double', basicValue: value };
  return typeof value === 'boolean' ? { type: 'Boolean', basicValue: value } : { type: 'Empty', basicValue: '' };
}

function setFormats(range: ExcelRange, entries: Entries, formatOf: (entry: CellEntry) => string | null): void {
  const formats = entries.map((cells) => cells.map((entry) => (entry === null ? null : formatOf(entry))));
  if (formats.some((cells) => cells.some((format) => format !== null))) range.numberFormat = formats;
}

function rangeOf(sheet: ExcelWorksheet, { row, column, entries }: Piece): ExcelRange {
  return sheet.getRangeByIndexes(row, column, entries.length, entries[0]!.length);
}
