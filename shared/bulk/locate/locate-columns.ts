import { TraceError } from '../../errors/trace-error';
import type { Head } from '../journal/journal';
import { markedReads } from '../sheet/marked-reads';
import type { Guard, RunMarks, RunPorts, SheetInfo } from '../sheet/ports';
import { readColumns, type CellPorts } from '../sheet/read-columns';
import type { GridValue } from '../sheet/cell-values';
import type { FoundMark } from '../sheet/column-anchors';
import { readMarks, resolveMarks, toRunMarks, type Doubt, type Marked } from './read-marks';
import { isWritten } from '../rows/row-record';
import { isForeign, lookedFor, sampleRows, scoreOf, type SampledRow, type Written } from './written-samples';

/** How far below their recorded row titles are searched. */
const SEARCHED_ROWS = 200;
/** Columns that may have been added since the sheet's size was read. */
const SPARE_COLUMNS = 2;
const MAX_LOOKS = 5;

/** Where the columns of a run are now. */
export interface LocatedColumns {
  /** The sheet, the title row and the columns as they are now. */
  readonly head: Head;
  readonly info: SheetInfo;
  /** Targets, by index, that cannot be identified with certainty: nothing may be written there. */
  readonly lost: ReadonlyMap<number, Doubt>;
  /** Used right before a write to show that no column has moved. */
  readonly header: Guard['header'];
  readonly marks: RunMarks | null;
}

/** Not even the input column is certain. */
export interface InputLost {
  readonly input: Doubt;
}

interface LocateSettings {
  /** Whether new columns may still lack their titles. */
  readonly isFresh?: boolean;
  /** Values that the columns are checked against besides titles; `null`: none. */
  readonly written: Written | null;
}

/**
 * Locates the columns of a run by the marks that the host keeps, then checks titles and written values. Without marks,
 * each title has to occur exactly once. Throws `sheetGone`.
 */
export async function locateColumns(
  ports: RunPorts,
  head: Head,
  settings: LocateSettings,
): Promise<LocatedColumns | InputLost> {
  let found = head.isMarked ? await readMarks(ports, head) : null;
  for (let look = 1; ; look += 1) {
    const marked = found === null ? null : await locateMarks(ports, head, found);
    const reads = markedReads(ports, marked && toRunMarks(head, marked.columns));
    const located = await locate(ports, reads, head, marked, settings);
    // Where the marks have moved, the titles and samples are of other columns.
    const isSure = reads.areInPlace();
    if (found === null || (isSure && toDoubt(head, located) === null)) return located;
    if (look === MAX_LOOKS) return isSure ? located : { input: 'changed' };
    const now = await readMarks(ports, head);
    if (isSure && JSON.stringify(now) === JSON.stringify(found)) return located;
    found = now;
  }
}

async function locate(
  ports: RunPorts,
  reads: CellPorts,
  head: Head,
  marked: Marked | null,
  { isFresh = false, written }: LocateSettings,
): Promise<LocatedColumns | InputLost> {
  const id = marked === null ? head.sheet.id : marked.sheet;
  // The marks are gone with a deleted sheet. A duplicated input is still on some sheet.
  const info = await ports.sheet.info(id ?? head.sheet.id);
  if (info === null) throw new TraceError('sheetGone', {});
  const [input] = marked?.columns ?? [];
  if (typeof input === 'string') return { input };
  const row = head.headerRow === null ? null : await findTitles(reads, head, info, marked);
  if (head.headerRow !== null && row === null) return { input: 'changed' };
  const places = marked?.columns ?? toPlaces(head, row, isFresh);
  if (typeof places[0] === 'string') return { input: places[0] };
  const columns = places.slice(1).map((place, at) => checkTitle(head, at, place, row, isFresh));
  const located = withColumns({ ...head, sheet: { id: info.id, name: info.name } }, places[0]!, columns, row);
  if (written !== null) await checkSamples(reads, located, info, written, columns);
  const lost = new Map<number, Doubt>();
  for (const [at, column] of columns.entries()) if (typeof column === 'string') lost.set(at, column);
  const header = row === null ? null : { row: row.row, titles: row.texts };
  return { head: located, info, lost, header, marks: marked && toRunMarks(head, [places[0]!, ...columns]) };
}

/** The first doubt as an error that names its column; `null`: all columns are certain. */
export function toDoubt(head: Head, located: LocatedColumns | InputLost): TraceError | null {
  if ('input' in located) return columnsGone(head.input.title, located.input);
  const [first] = located.lost;
  return first === undefined ? null : columnsGone(head.targets[first[0]]!.title, first[1]);
}

export function columnsGone(title: string, is: Doubt): TraceError {
  return new TraceError('columnsGone', { column: title, is });
}

/** Where sheet ids are permanent, they tell the marks of a copied sheet from the run's own. */
async function locateMarks(ports: RunPorts, head: Head, found: readonly FoundMark[]): Promise<Marked> {
  const marked = resolveMarks(found, head.targets.length, null);
  if (marked.sheet === head.sheet.id && !marked.columns.includes('doubled')) return marked;
  return (await ports.sheet.list()) === null ? resolveMarks(found, head.targets.length, head.sheet.id) : marked;
}

interface TitleRow {
  readonly row: number;
  readonly values: readonly GridValue[];
  /** Typed titles. A title from a formula could change by itself. */
  readonly texts: ReadonlyMap<number, string>;
}

/** The title row: the recorded row, or the nearest one below it in which the input has its title. */
async function findTitles(
  ports: CellPorts,
  { input, headerRow }: Head,
  info: SheetInfo,
  marked: Marked | null,
): Promise<TitleRow | null> {
  const place = marked?.columns[0];
  const isHeader = ({ values }: TitleRow): boolean =>
    typeof place === 'number' ? String(values[place] ?? '') === input.title : placesOf(values, input.title).length > 0;
  const columns = Array.from({ length: info.columns + SPARE_COLUMNS }, (_column, index) => index);
  const [first] = await readTitles(ports, info.id, headerRow!, 1, columns);
  if (first !== undefined && isHeader(first)) return first;
  const rows = await readTitles(ports, info.id, 0, Math.min(info.rows, headerRow! + SEARCHED_ROWS), columns);
  const likely = rows.filter(isHeader);
  likely.sort((a, b) => Math.abs(a.row - headerRow!) - Math.abs(b.row - headerRow!));
  return likely[0] ?? null;
}

export async function readTitles(
  ports: CellPorts,
  sheet: string,
  from: number,
  rows: number,
  columns: readonly number[],
): Promise<readonly TitleRow[]> {
  const block = await readColumns(ports, sheet, from, rows, columns);
  return Array.from({ length: rows }, (_row, offset) => {
    const values = block.columns.map((column) => column.values[offset] ?? '');
    // The first blank cell after them shows that no column was inserted on their left.
    const last = values.reduce((most: number, value, index) => (value === '' ? most : index), -1);
    const isText = (value: GridValue, index: number): boolean =>
      typeof value === 'string' && (value !== '' || index === last + 1) && !block.columns[index]!.formulas.has(offset);
    const texts = values.flatMap((value, index) => (isText(value, index) ? [[columns[index]!, String(value)]] : []));
    return { row: from + offset, values, texts: new Map(texts as [number, string][]) };
  });
}

/** Without marks: by a title that occurs once, or, without titles, where the columns were. */
function toPlaces({ input, targets }: Head, row: TitleRow | null, isFresh: boolean): readonly (number | Doubt)[] {
  return [{ ...input, isNew: false }, ...targets].map(({ column, title, isNew }) => {
    if (row === null) return column;
    const places = placesOf(row.values, title);
    // Neither the run nor anybody else has written a title there yet.
    if (isFresh && isNew) return places.every((place) => place === column) ? column : 'doubled';
    return places.length > 1 ? 'doubled' : (places[0] ?? 'gone');
  });
}

function placesOf(values: readonly GridValue[], title: string): readonly number[] {
  return values.flatMap((value, column) => (String(value) === title ? [column] : []));
}

/** @param isFresh whether a new column may still lack its title */
function checkTitle(
  { targets }: Head,
  at: number,
  place: number | Doubt,
  row: TitleRow | null,
  isFresh: boolean,
): number | Doubt {
  if (typeof place === 'string' || row === null) return place;
  const { title, isNew } = targets[at]!;
  const held = String(row.values[place] ?? '');
  return held === title || (isFresh && isNew && held === '') ? place : 'changed';
}

function withColumns(head: Head, input: number, columns: readonly (number | Doubt)[], row: TitleRow | null): Head {
  const targets = head.targets.map((target, at) => {
    const column = columns[at]!;
    return typeof column === 'number' ? { ...target, column } : target;
  });
  return { ...head, headerRow: row?.row ?? null, input: { ...head.input, column: input }, targets };
}

/** Marks columns in which almost nothing that the run wrote is left. */
async function checkSamples(
  ports: CellPorts,
  head: Head,
  info: SheetInfo,
  written: Written,
  columns: (number | Doubt)[],
): Promise<void> {
  const rows = await samplesAt(ports, head, info, written);
  for (const [at, column] of columns.entries()) {
    if (typeof column === 'string') continue;
    const cells = rows.map(({ cells: intents, values }) => ({ intent: intents[at] ?? null, value: values[at] ?? '' }));
    const score = scoreOf(cells);
    const wanted = cells.filter(({ intent }) => intent !== null).length;
    // Without a title, nothing else proves that the contents have not moved.
    const isEmptied = head.headerRow === null && !written.mayBeUndone && wanted > 0 && score.held === 0;
    if (isForeign(score) || isEmptied) columns[at] = 'changed';
  }
}

async function samplesAt(
  ports: CellPorts,
  head: Head,
  info: SheetInfo,
  written: Written,
): Promise<readonly SampledRow[]> {
  const { sheet, input, targets } = head;
  const places = { sheet: sheet.id, input: input.column, targets: targets.map(({ column }) => column) };
  const samples = await sampleRows(ports, places, written.rows);
  if (samples.length > 0 || !written.rows.some(isWritten)) return samples;
  return sampleRows(ports, places, await lookedFor(ports, sheet.id, info.rows, written, input.column));
}
