import type { ExcelCellValue, ExcelRange, ExcelWorksheet } from '../excel-api';
import type { CellEntry } from './cell-entry';
import type { CellForm } from './cell-form';
import { cutOut, type Piece } from './piece';

/** Each is a range of its own: with more of them the piece is written as one range, as a person types it. */
const MOST_PARTS = 300;

type Entries = Piece['entries'];

/**
 * Asks for a piece to be written at the next sync. Formats first: they decide how Excel interprets what is typed.
 *
 * @param form a text with its kind stays one in every language, without a format or an apostrophe
 * @returns the form that was used; `null`: the piece needs no kinds
 */
export function queuePiece(sheet: ExcelWorksheet, piece: Piece, form: CellForm): CellForm | null {
  const parts = form === 'json' ? partsWithKinds(piece) : [];
  const isTyped = parts.length === 0;
  const range = rangeOf(sheet, piece);
  setFormats(range, piece.entries, (entry) => (isTyped ? entry : (entry.asText ?? entry)).format);
  for (const part of parts) {
    rangeOf(sheet, part).valuesAsJson = part.entries.map((cells) => cells.map((entry) => toKind(entry!)));
  }
  const typed = piece.entries.map((cells) =>
    cells.map((entry) => (entry !== null && (isTyped || isLeftToTyping(entry)) ? entry.value : null)),
  );
  if (isTyped || typed.some((cells) => cells.some((value) => value !== null))) range.values = typed;
  setFormats(range, piece.entries, (entry) => entry.shownAs ?? null);
  return isTyped ? null : 'json';
}

/** Nobody knows what `null` does among kinds, so cells that are left alone are in none of the parts. */
function partsWithKinds(piece: Piece): readonly Piece[] {
  const { entries } = piece;
  if (!entries.some((cells) => cells.some((entry) => entry?.asText !== undefined))) return [];
  const parts = cutOut(
    piece,
    entries.map((cells) => cells.map((entry) => entry === null || isTypedOnly(entry))),
  );
  return parts.length > MOST_PARTS ? [] : parts;
}

/** A day that Excel is to make a date of. */
function isTypedOnly({ value, asText }: CellEntry): boolean {
  return asText === undefined && typeof value === 'string' && value !== '';
}

/** `Empty` fills cells of some Excels, so blanks are typed over it: https://github.com/OfficeDev/office-js/issues/6248. */
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
