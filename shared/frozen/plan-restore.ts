import { placesOf } from './blocks';
import { cellName, checkOf, LIST_NAME, readLine, type Lines, type ListRow } from './list-row';
import { mayComeBack } from './may-come-back';
import { formulaAt, type Block, type SheetCells } from './sheet-cells';

/** Why a formula of the list stays a value. */
export type Remains = 'unreadable' | 'sheetGone' | 'foreign' | 'changed' | 'protected' | 'refused';

/** A formula of the list that stays a value. */
export interface Remaining {
  readonly why: Remains;
  /** A place such as `Leads!B2`, for users to read. For an unreadable line, the line's own cell in the list. */
  readonly place: string;
}

/** A formula to enter, and the cells that it fills. Rows and columns count from 0. */
export interface ToEnter extends Block {
  readonly sheet: string;
  readonly formula: string;
  /** A place such as `Leads!B2`, for users to read. */
  readonly place: string;
}

/** A formula to restore. */
interface ToRestore extends ToEnter {
  /** The line as it is in the list. */
  readonly line: readonly string[];
}

interface RestorePlan {
  readonly restore: readonly ToRestore[];
  readonly remaining: readonly Remaining[];
  /** Lines whose formulas are back in their cells, and older lines of the same cells. */
  readonly over: Lines;
}

/**
 * Decides what the list may restore: the formulas whose cells still contain the frozen values. Sorted rows and
 * renamed sheets are not followed.
 */
export function planRestore(lines: Lines, sheets: readonly SheetCells[]): RestorePlan {
  const restore: ToRestore[] = [];
  const remaining: Remaining[] = [];
  const over: (readonly string[])[] = [];
  const seen = new Map<string, string>();
  const taken = new Set<string>();
  // The latest freeze comes first.
  for (const [at, line] of [...lines.entries()].reverse()) {
    if (line.every((text) => text === '')) continue;
    const row = readLine(line);
    if (row === null) {
      remaining.push({ why: 'unreadable', place: `${LIST_NAME}!A${at + 2}` });
      continue;
    }
    const place = `${row.sheet}!${cellName(row.row, row.column)}`;
    const sheet = sheets.find(({ name }) => name === row.sheet);
    const [text, latest] = [line.join('\n'), seen.get(place)];
    // Lines are cleared by their texts, and a freeze that was undone and repeated leaves two that are equal.
    if (latest === text) continue;
    const stands = sheet !== undefined && formulaAt(sheet, row.row, row.column) === row.formula;
    if (stands || latest !== undefined) {
      over.push(line);
      continue;
    }
    seen.set(place, text);
    const why = whyNot(row, sheet);
    const cells = why === null ? placesOf(row).map((cell) => `${row.sheet} ${cell.join(' ')}`) : [];
    if (why !== null) remaining.push({ why, place });
    // If two lines cover the same cells, someone has edited the list.
    else if (cells.some((cell) => taken.has(cell))) remaining.push({ why: 'changed', place });
    else {
      for (const cell of cells) taken.add(cell);
      const { row: top, column, rows, columns, formula } = row;
      restore.push({ sheet: sheet!.id, row: top, column, rows, columns, formula, place, line });
    }
  }
  return { restore: restore.reverse(), remaining: remaining.reverse(), over };
}

function whyNot(row: ListRow, sheet: SheetCells | undefined): Remains | null {
  if (!mayComeBack(row.formula)) return 'foreign';
  if (sheet === undefined) return 'sheetGone';
  const isWithout = placesOf(row).every(([down, right]) => formulaAt(sheet, down, right) === '');
  return isWithout && checkOf(sheet, row) === row.check ? null : 'changed';
}
