import { stretchesOf } from '../../shared/runs';
import type { SentCell, SentWriting } from '../bulk-messages';
import { attempt, setFormats, tryFormats, type Planned } from './cell-formats';
import { asPlainText, AUTOMATIC, isShownAsText, TEXT_FORMAT, toFormat, toOtherForm, toText } from './cell-forms';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A rectangle of cells, all of which are written. */
export interface Patch {
  /** Positions in the writing, and in its columns. */
  readonly at: number;
  readonly index: number;
  readonly rows: number;
  readonly columns: number;
}

/** What is asked and reported where Google refuses some cells. */
export interface PutTold {
  /** Whether these cells are still unchanged. */
  stands(patch: Patch): boolean;
  /** Tells the rows of cells that still have their old values; -1: of no such one. Absent: all are where they were. */
  find?(): (at: number, column: number) => number;
  /** The row was left alone: it holds something else. */
  slip(at: number): void;
  /** The column has a type: the value is written like this, or shown in the column's format. */
  change(at: number, column: number, cell: NonNullable<SentCell>): void;
  refuse(at: number, column: number, message: string): void;
}

/** How long refused cells are tried one by one. */
const TRY_FOR_MS = 15_000;

/** Writes cells into some rows and columns. */
export interface CellWriter {
  /** All cells in between. */
  readonly area: Range;
  /** The value at the time the writer was made, of a cell between those it writes. */
  formatAt(row: number, column: number): string;
  /**
   * Writes in as few calls as Google allows, and leaves the cells in between alone. If Google refuses a cell, for
   * example because of its data validation, no other cell is lost.
   */
  put(cells: SentWriting['cells'], told: PutTold): void;
}

/** Reads the formats of all cells in between at once, so that nothing has to be read right before the write. */
export function makeWriter(sheet: Sheet, { rows, columns }: Pick<SentWriting, 'rows' | 'columns'>): CellWriter {
  const [top, left] = [leastOf(rows), leastOf(columns)];
  const area = sheet.getRange(top + 1, left + 1, mostOf(rows) - top + 1, mostOf(columns) - left + 1);
  const formats = area.getNumberFormats();
  const formatAt = (row: number, column: number): string => formats[row - top]?.[column - left] ?? AUTOMATIC;
  /** The cells of a patch, row by row. */
  const planOf = (cells: SentWriting['cells'], { at, index, rows: height, columns: width }: Patch): Planned[] =>
    rows.slice(at, at + height).flatMap((row, down) =>
      columns.slice(index, index + width).map((column, right) => {
        const cell = cells[at + down]![index + right]!;
        const held = formatAt(row, column);
        const first = isShownAsText(cell) ? AUTOMATIC : toFormat(cell[1], held);
        return { at: at + down, row, column, cell, held, first, last: isShownAsText(cell) ? TEXT_FORMAT : first };
      }),
    );
  const setValues = (plan: readonly Planned[], { at, index, rows: height, columns: width }: Patch): void => {
    const typed = plan.map(({ cell: [value], first }) => (first === TEXT_FORMAT ? asPlainText(value) : value));
    const lines = Array.from({ length: height }, (_line, row) => typed.slice(row * width, (row + 1) * width));
    sheet.getRange(rows[at]! + 1, columns[index]! + 1, height, width).setValues(lines);
  };
  const put = (given: SentWriting['cells'], told: PutTold): void => {
    const patches = toPatches({ rows, columns, cells: given });
    const plans = patches.map((patch) => planOf(given, patch));
    const all = plans.flat();
    // Nothing comes between what Google collects and sends together.
    const refusal = attempt(() => {
      setFormats(sheet, all, 'first', 'held');
      patches.forEach((patch, number) => setValues(plans[number]!, patch));
      setFormats(sheet, all, 'last', 'first');
    });
    if (refusal === undefined) return;
    const fixed = tryFormats(sheet, all, 'first', 'held');
    const cells = given.map((line, at) =>
      line.map((cell, index) => {
        const [row, column] = [rows[at]!, columns[index]!];
        if (cell === null || typeof cell[0] === 'string' || !fixed.has(`${row} ${column}`)) return cell;
        // A date that does not show as one would be a number that nobody can read.
        const changed = cell[1] === 'date' || formatAt(row, column) === TEXT_FORMAT ? toText(cell) : cell;
        told.change(at, column, changed);
        return changed;
      }),
    );
    const untilMs = Date.now() + TRY_FOR_MS;
    const unwritten: Planned[] = [];
    for (const patch of toPatches({ rows, columns, cells })) putAgain(patch, cells, told, untilMs, unwritten);
    if (unwritten.length === 0 || all.every(({ held, first, last }) => held === first && held === last)) return;
    // What is not written has its format back, wherever it has gone. What a person typed shows as it did when they did.
    const find = told.find?.() ?? ((at) => rows[at]!);
    const found = unwritten.map((cell) => ({ ...cell, row: find(cell.at, cell.column) }));
    tryFormats(
      sheet,
      found.filter(({ row }) => row >= 0),
      'held',
    );
  };
  /** Returns Google's own words; `null`: the cells hold something else; `undefined`: it is done. */
  const tryPut = (patch: Patch, cells: SentWriting['cells'], told: PutTold): string | null | undefined => {
    if (!told.stands(patch)) return null;
    const plan = planOf(cells, patch);
    return attempt(() => {
      setValues(plan, patch);
      setFormats(sheet, plan, 'last', 'first');
    });
  };
  const putAgain = (
    patch: Patch,
    cells: SentWriting['cells'],
    told: PutTold,
    untilMs: number,
    unwritten: Planned[],
  ): void => {
    const { at, index, rows: height, columns: width } = patch;
    const message = tryPut(patch, cells, told);
    if (message === undefined) return;
    const other = height * width === 1 && message !== null ? toOtherForm(cells[at]![index]!) : null;
    if (other !== null && Date.now() <= untilMs) {
      const changed = cells.map((line) => [...line]);
      changed[at]![index] = other;
      if (tryPut(patch, changed, told) === undefined) {
        told.change(at, columns[index]!, other);
        return;
      }
    }
    if ((height === 1 && (width === 1 || message === null)) || Date.now() > untilMs) {
      unwritten.push(...planOf(cells, patch));
      for (let row = at; row < at + height; row += 1) {
        if (message === null) told.slip(row);
        else for (const column of columns.slice(index, index + width)) told.refuse(row, column, message);
      }
      return;
    }
    const again = (part: Partial<Patch>): void => putAgain({ ...patch, ...part }, cells, told, untilMs, unwritten);
    const half = Math.ceil((height > 1 ? height : width) / 2);
    if (height > 1) {
      again({ rows: half });
      again({ at: at + half, rows: height - half });
    } else {
      again({ columns: half });
      again({ index: index + half, columns: width - half });
    }
  };
  return { area, formatAt, put };
}

export function leastOf(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other));
}

export function mostOf(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other));
}

/** Consecutive rows in which the same cells are written. */
function toPatches({ rows, columns, cells }: Pick<SentWriting, 'rows' | 'columns' | 'cells'>): readonly Patch[] {
  const isOpen = (at: number): string => columns.map((_column, index) => (cells[at]![index] ? '1' : '')).join();
  const patches: Patch[] = [];
  for (const { at: first, rows: count } of stretchesOf(rows)) {
    for (let at = first, next = first; at < first + count; at = next) {
      const open = isOpen(at);
      while (next < first + count && isOpen(next) === open) next += 1;
      const written = [...columns.keys()].filter((index) => cells[at]![index]);
      for (const run of stretchesOf(written)) {
        for (const part of stretchesOf(columns.slice(run.row, run.row + run.rows))) {
          patches.push({ at, index: run.row + part.at, rows: next - at, columns: part.rows });
        }
      }
    }
  }
  return patches;
}
