import { checkMarks } from '../../shared/runs';
import type { FoundMark, GridValue } from '../../shared/ports';
import type { SentBlock, SentCell, SentWriting } from '../bulk-messages';
import { asTyped } from '../typed-text';
import { findMarks } from './anchors';
import { AUTOMATIC } from './cell-forms';
import { greatestOf } from './cell-patches';
import { readTitles } from './guarded-cells';
import { findOverwritten, type BackCell, type Sign } from './moved-columns';
import { makeWriter, type CellWriter } from './put-cells';
import { readBlock } from './read-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a sheet held right before a write. */
interface Before {
  readonly first: number;
  readonly around: ReadonlyMap<number, SentBlock['columns'][number]>;
  readonly titles: readonly GridValue[];
}

interface Signs {
  readonly before: readonly Sign[];
  readonly now: readonly Sign[];
}

/** Whether the marks of a writing, if it has any, are on their columns. */
export function areInPlace(writing: SentWriting): boolean {
  const { marks } = writing.guard;
  return marks === null || checkMarks(writing, findMarks(marks.run));
}

/**
 * Where the columns of a writing are after it. Nothing keeps people from changing columns meanwhile: a script's lock
 * holds off other scripts only (https://developers.google.com/apps-script/reference/lock/lock-service), what a script
 * changes arrives when it is flushed
 * (https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app#flush), and a range is a place, not
 * a column. Only developer metadata moves along.
 *
 * @returns `null`: they are where they were
 */
export function findSigns(
  sheet: Sheet,
  writing: SentWriting,
  { titles }: Before,
  found: readonly FoundMark[],
): Signs | null {
  const { columns, rows, guard } = writing;
  const { input, header, marks } = guard;
  if (marks !== null) {
    const own = found.filter((mark) => mark.sheet === writing.sheet);
    return checkMarks(writing, found) ? null : { before: marks.marks, now: own };
  }
  // A title that is being written tells no column.
  if (header === null || rows.includes(header.row)) return null;
  const named = [...(input === null ? [] : [input.column]), ...columns].filter((column) => titles[column] !== '');
  const before = named.map((column) => ({ name: String(titles[column]), column }));
  const titlesNow = readTitles(sheet, header);
  const now = titlesNow.flatMap((title, column) =>
    before.some(({ name }) => name === String(title)) ? [{ name: String(title), column }] : [],
  );
  return JSON.stringify(now) === JSON.stringify([...before].sort((a, b) => a.column - b.column))
    ? null
    : { before, now };
}

/**
 * Gives back what a writing has overwritten because columns moved during it: at once, since nobody else knows what was
 * there. Changes nothing where that cannot be told.
 *
 * @param written as it was written
 * @param writer as it was made before the write
 * @returns positions that are not written; `null`: it cannot be told, or not all of it came back
 */
export function mendColumns(
  sheet: Sheet,
  written: SentWriting,
  { first, around, titles }: Before,
  writer: CellWriter,
  signs: Signs,
): readonly number[] | null {
  const { rows, columns, guard } = written;
  const near = [...columns, ...around.keys()].flatMap((column) => [-2, -1, 0, 1, 2].map((by) => column + by));
  const all = [...new Set([...near, ...signs.now.map(({ column }) => column)])].filter((column) => column >= 0);
  all.sort((a, b) => a - b);
  const read = { row: first, rows: greatestOf(rows) - first + 1, columns: all };
  const block = readBlock(sheet, { ...read, withFormats: false, withRich: false, withHidden: false }).columns;
  const areTitlesWritten = guard.header !== null && rows.includes(guard.header.row);
  const mending = findOverwritten(
    written,
    first,
    { columns: around, titles: areTitlesWritten ? [] : titles, signs: signs.before },
    {
      columns: new Map(all.map((column, at) => [column, block[at]!])),
      titles: areTitlesWritten ? [] : readTitles(sheet, guard.header),
      signs: signs.now,
    },
  );
  const { marks } = guard;
  const isStill =
    marks === null ||
    JSON.stringify(findMarks(marks.run).filter(({ sheet }) => sheet === written.sheet)) === JSON.stringify(signs.now);
  if (mending === null || !isStill) return null;
  let { isWhole } = mending;
  const refuse = (): void => void (isWhole = false);
  const back = toWriting(written, writer, mending.back);
  if (back.rows.length > 0)
    makeWriter(sheet, back).put(back.cells, { stands: () => true, slip: refuse, change: refuse, refuse });
  return isWhole ? mending.moved : null;
}

/** The cells as they were, in their former formats as far as those are known. */
function toWriting(
  { columns, cells }: SentWriting,
  writer: CellWriter,
  back: readonly BackCell[],
): Pick<SentWriting, 'rows' | 'columns' | 'cells'> {
  const places = [...new Set(back.map(({ column }) => column))].sort((a, b) => a - b);
  const rows = [...new Set(back.map(({ row }) => row))].sort((a, b) => a - b);
  const cellAt = new Map(
    back.map(({ at, row, column, value, from }): [string, SentCell] => {
      const written = cells[at]![columns.indexOf(column)]!;
      const blank = ['', 'number', 'date', 'blank'].includes(written[1]) ? 'blank' : AUTOMATIC;
      const format = from === null ? blank : writer.formatAt(row, from);
      return [`${row} ${column}`, [asTyped(value), format, true]];
    }),
  );
  return {
    rows,
    columns: places,
    cells: rows.map((row) => places.map((column) => cellAt.get(`${row} ${column}`) ?? null)),
  };
}
