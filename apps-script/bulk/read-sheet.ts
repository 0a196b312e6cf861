import { DAY_MS, serialOf } from '../../shared/formulas';
import { isRunName, stretchesOf } from '../../shared/runs';
import type { GridValue } from '../../shared/ports';
import { READ, type SentBlock, type SentRead, type SentSheet } from '../messages/cell-messages';
import { findGridSheet } from '../grid-sheets';
import { trySheet } from '../try-sheet';
import { findMarks } from './anchors';
import { toInfo } from './sheet-info';
import { rowsOfFormulas } from './array-cells';
import { readLike } from './given';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Columns = SentBlock['columns'][number];

/** Google asks its servers for each row; the page continues from there. */
const LOOK_AT_ROWS_MS = 12_000;

/** A sheet's data, some of its cells, and the marks of an enrichment, if one is given. */
export function readSheet(id: unknown, given: unknown, run: unknown): SentSheet {
  const read = readLike(given, { '?': READ });
  return trySheet(() => {
    const sheet = findGridSheet(id);
    if (sheet === null) return { info: null, block: null, marks: [] };
    const block = read && readBlock(sheet, read);
    return { info: toInfo(sheet), block, marks: isRunName(run) ? findMarks(run as string) : [] };
  });
}

/**
 * Reads cells. Those beyond the sheet are blank; Google refuses to read them. Values are read last, since users keep
 * working meanwhile.
 *
 * @param beforeValues called right before the values are read
 */
export function readBlock(
  sheet: Sheet,
  { row, rows, columns, withFormats, withHidden, withRich }: SentRead,
  beforeValues: () => void = () => undefined,
): SentBlock {
  const offsets = [...Array(rows).keys()];
  const height = Math.min(rows, sheet.getMaxRows() - row);
  const maxColumns = sheet.getMaxColumns();
  const stretches = stretchesOf(columns).map(({ row: first, rows: count }) => {
    const width = Math.min(count, maxColumns - first);
    const range = height > 0 && width > 0 ? sheet.getRange(row + 1, first + 1, height, width) : null;
    const formulas = range && rowsOfFormulas(sheet, row, first, range.getFormulas());
    const formats = withFormats ? range?.getNumberFormats() : null;
    const texts = withRich ? range?.getRichTextValues() : null;
    const merged = (range?.getMergedRanges() ?? []).map(toBounds);
    return { first, count, range, formulas, formats, texts, merged };
  });
  const hidden = withHidden ? readHidden(sheet, row, rows) : { hidden: [], hiddenUpTo: rows };
  const toValue = makeValueReader();
  const read: Columns[] = [];
  beforeValues();
  for (const { first, count, range, formulas, formats, texts, merged } of stretches) {
    const values = range?.getValues() as unknown[][] | undefined;
    for (let column = 0; column < count; column += 1) {
      const isMerged = (offset: number): boolean => isAmong(merged, row + offset, first + column);
      read.push({
        values: offsets.map((offset) => toValue(values?.[offset]?.[column] ?? '')),
        formulas: formulas?.[column] ?? [],
        merged: merged.length > 0 ? offsets.filter(isMerged) : [],
        formats: withFormats ? offsets.map((offset) => formats?.[offset]?.[column] ?? '') : null,
        rich: texts ? offsets.filter((offset) => isRich(texts[offset]?.[column] ?? null)) : [],
      });
    }
  }
  return { columns: read, ...hidden };
}

/**
 * Whether a text has formatted parts or links. Links that Google makes of addresses by itself return with the text
 * and do not count. @param text `null`: no text
 */
function isRich(text: GoogleAppsScript.Spreadsheet.RichTextValue | null): boolean {
  if (text === null || text.getText() === '') return false;
  const link = text.getLinkUrl();
  return text.getRuns().length > 1 || (link !== null && !link.includes(text.getText().trim()));
}

/** No single call covers many rows: https://developers.google.com/apps-script/reference/spreadsheet/sheet. */
function readHidden(sheet: Sheet, row: number, rows: number): Pick<SentBlock, 'hidden' | 'hiddenUpTo'> {
  const untilMs = Date.now() + LOOK_AT_ROWS_MS;
  const height = Math.min(rows, sheet.getMaxRows() - row);
  const hidden: number[] = [];
  for (let offset = 0; offset < height; offset += 1) {
    if (offset > 0 && Date.now() > untilMs) return { hidden, hiddenUpTo: offset };
    const at = row + offset + 1;
    // Asked whether or not the sheet has a filter: filters of tables and slicers are not filters of the sheet.
    if (sheet.isRowHiddenByUser(at) || sheet.isRowHiddenByFilter(at)) hidden.push(offset);
  }
  return { hidden, hiddenUpTo: rows };
}

/** First and last row and column, from 0. */
type Bounds = readonly [row: number, column: number, lastRow: number, lastColumn: number];

export function toBounds(range: GoogleAppsScript.Spreadsheet.Range): Bounds {
  return [range.getRow() - 1, range.getColumn() - 1, range.getLastRow() - 1, range.getLastColumn() - 1];
}

/** Row and column count from 0. */
export function isAmong(areas: readonly Bounds[], row: number, column: number): boolean {
  return areas.some(([first, left, last, right]) => row >= first && row <= last && column >= left && column <= right);
}

/**
 * Reads cell values in the form that enrichments compare. Google returns dates as moments, which are dates and times
 * in the spreadsheet's time zone, and pictures as objects: those cells are not blank.
 */
export function makeValueReader(): (value: unknown) => GridValue {
  let timeZone: string | null = null;
  const serials = new Map<number, number>();
  return (value) => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (Object.prototype.toString.call(value) !== '[object Date]') return String(value) || '#';
    const date = value as Date;
    const known = serials.get(date.getTime());
    if (known !== undefined) return known;
    timeZone ??= SpreadsheetApp.getActive().getSpreadsheetTimeZone();
    const local = Utilities.formatDate(date, timeZone, "yyyy-MM-dd'T'HH:mm:ss'Z'");
    const day = local.slice(0, 10);
    const serial = serialOf(day) + (Date.parse(local) - Date.parse(day)) / DAY_MS;
    serials.set(date.getTime(), serial);
    return serial;
  };
}
