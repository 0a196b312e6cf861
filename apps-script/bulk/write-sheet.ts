import {
  checkSheet,
  checkWrite,
  guardedColumns,
  stretchesOf,
  TraceError,
  type Block,
  type GridWriting,
} from '../../shared/index';
import type { BulkMessages, SentCell, SentWriting } from '../../shared/sidebar/protocol';
import { trySheet } from '../try-sheet';
import { readLike, refuse } from './given';
import { holdFile, readHold, underLock } from './hold';
import { putCells } from './put-cells';
import { findProtected } from './protected-cells';
import { findSheet, makeReader, readBlock, readRead, toInfo } from './read-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Written = BulkMessages['bulkWrite']['value'];

const BLANK: SentCell = ['', ''];

const WRITING = {
  sheet: '',
  rows: [0],
  columns: [0],
  cells: [[{ '?': [true] }]],
  guard: {
    input: { '?': { column: 0, values: [true] } },
    before: [[true]],
    sheetRows: { '?': 0 },
    header: { '?': { row: 0, titles: [[true]] } },
  },
} as const;

/**
 * Reads the guarded cells again, compares, and writes what may be written, in one run that holds the document's lock.
 * Throws `sheetGone`, `sheetRefused`, `fileBusy`.
 */
export function writeSheet(given: unknown, heldBy: unknown, next: unknown): Written {
  const writing = readWriting(given);
  const hold = readHold(heldBy);
  const read = readRead(next);
  return underLock(() => {
    const elsewhere = holdFile(hold);
    if (elsewhere !== null) return { elsewhere };
    return trySheet(() => {
      const sheet = findSheet(writing.sheet);
      if (sheet === null) throw new TraceError('sheetGone', {});
      const { moved, isBlank } = compare(sheet, writing);
      const refused: (readonly [number, number, string | null])[] = [];
      const isProtected = findProtected(sheet);
      const cells = writing.cells.map((row, at) =>
        row.map((cell, index): SentCell => {
          if (moved.has(at)) return null;
          const [line, column] = [writing.rows[at]!, writing.columns[index]!];
          // What is blank may be written as blank: ranges with gaps would take a call each.
          if (cell === null) return isBlank(at, index) && !isProtected(line, column) ? BLANK : null;
          if (!isProtected(line, column)) return cell;
          refused.push([at, column, null]);
          return null;
        }),
      );
      putCells(sheet, { ...writing, cells }, (at, column, message) => {
        const isAsked = writing.cells[at]![writing.columns.indexOf(column)] !== null;
        if (isAsked) refused.push([at, column, message]);
      });
      return { moved: [...moved], refused, info: toInfo(sheet), block: read && readBlock(sheet, read) };
    });
  });
}

interface Compared {
  /** Positions at which something else stands by now. */
  readonly moved: ReadonlySet<number>;
  readonly isBlank: (at: number, index: number) => boolean;
}

/** The rows between the first and the last are read at once. */
function compare(sheet: Sheet, sent: SentWriting): Compared {
  const { rows, guard } = sent;
  const header = guard.header && { ...guard.header, titles: new Map(guard.header.titles) };
  const writing = { ...sent, guard: { ...guard, header } } as unknown as GridWriting;
  const titles = header === null ? [] : readRow(sheet, header.row);
  if (!checkSheet(writing, sheet.getLastRow(), (column) => titles[column])) {
    return { moved: new Set(rows.keys()), isBlank: () => false };
  }
  const first = rows.reduce((least, row) => Math.min(least, row), Infinity);
  const last = rows.reduce((most, row) => Math.max(most, row), 0);
  const moved = new Set<number>();
  if (rows.length === 0) return { moved, isBlank: () => false };
  const columns = guardedColumns(writing);
  const { columns: all } = readBlock(sheet, {
    row: first,
    rows: last - first + 1,
    columns,
    withFormats: false,
    withHidden: false,
  });
  const formulas = all.map((column) => new Set(column.formulas));
  for (const stretch of stretchesOf(rows)) {
    const from = stretch.row - first;
    const block = {
      columns: all.map(({ values }, index) => ({
        values: values.slice(from, from + stretch.rows),
        formulas: { has: (offset: number) => formulas[index]!.has(from + offset) },
      })),
    };
    for (const at of checkWrite(writing, stretch, block as unknown as Block)) moved.add(at);
  }
  const inputs = columns.length - writing.columns.length;
  const isBlank = (at: number, index: number): boolean => {
    const offset = rows[at]! - first;
    return all[inputs + index]!.values[offset] === '' && !formulas[inputs + index]!.has(offset);
  };
  return { moved, isBlank };
}

function readRow(sheet: Sheet, row: number): readonly unknown[] {
  if (row >= sheet.getMaxRows()) return [];
  return sheet
    .getRange(row + 1, 1, 1, sheet.getMaxColumns())
    .getValues()[0]!
    .map(makeReader());
}

function readWriting(given: unknown): SentWriting {
  const writing = readLike<SentWriting>(given, WRITING);
  const { rows, columns, cells, guard } = writing;
  const isWhole =
    cells.length === rows.length &&
    guard.before.length === rows.length &&
    cells.every((row) => row.length === columns.length) &&
    columns.length > 0;
  return isWhole ? writing : refuse();
}
