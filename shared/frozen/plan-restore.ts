import { placesOf } from './blocks';
import { cellName, checkOf, LIST_NAME, readLine, type ListRow } from './list-row';
import { mayComeBack } from './may-come-back';
import { formulaAt, type Block, type SheetCells } from './sheet-cells';

/** Why a formula of the list stays a value. */
export type Remains = 'unreadable' | 'sheetGone' | 'foreign' | 'changed' | 'taken' | 'protected' | 'refused';

/** A formula of the list that stays a value. */
export interface Remaining {
  readonly why: Remains;
  /** Such as `Leads!B2`, for people; of an unreadable line its own. */
  readonly place: string;
}

/** A formula to put back. Rows and columns count from 0. */
export interface ToRestore extends Block {
  readonly sheet: string;
  readonly formula: string;
  readonly place: string;
  /** Its line in the list, from 0. */
  readonly line: number;
}

interface RestorePlan {
  readonly restore: readonly ToRestore[];
  readonly remaining: readonly Remaining[];
  /** Lines whose formulas stand in their cells already. */
  readonly standing: readonly number[];
}

/**
 * Decides what the list may put back: the formulas whose cells still hold the frozen values. Rows that were sorted, and
 * sheets that were renamed, are not followed.
 *
 * @param lines of the list, below its titles
 */
export function planRestore(lines: readonly (readonly string[])[], sheets: readonly SheetCells[]): RestorePlan {
  const restore: ToRestore[] = [];
  const remaining: Remaining[] = [];
  const standing: number[] = [];
  const taken = new Set<string>();
  // The latest freeze first: an older line of the same cell is out of date.
  for (const [line, texts] of [...lines.entries()].reverse()) {
    const row = readLine(texts);
    if (row === null) {
      if (texts.some((text) => text !== ''))
        remaining.unshift({ why: 'unreadable', place: `${LIST_NAME}!A${line + 2}` });
      continue;
    }
    const place = `${row.sheet}!${cellName(row.row, row.column)}`;
    const sheet = sheets.find(({ name }) => name === row.sheet);
    if (sheet !== undefined && formulaAt(sheet, row.row, row.column) === row.formula) {
      standing.push(line);
      continue;
    }
    const why = whyNot(row, sheet, taken);
    if (why !== null) remaining.unshift({ why, place });
    else {
      const { row: top, column, rows, columns, formula } = row;
      for (const cell of cellsOf(sheet!, row)) taken.add(cell);
      restore.unshift({ sheet: sheet!.id, row: top, column, rows, columns, formula, place, line });
    }
  }
  return { restore, remaining, standing };
}

function whyNot(row: ListRow, sheet: SheetCells | undefined, taken: ReadonlySet<string>): Remains | null {
  if (!mayComeBack(row.formula)) return 'foreign';
  if (sheet === undefined) return 'sheetGone';
  // Whoever edits the list may write any extent: most of it would be blank.
  const isWithin =
    row.row + row.rows <= sheet.values.length && row.column + row.columns <= (sheet.values[0]?.length ?? 0);
  if (!isWithin || !holdsValues(sheet, row) || checkOf(sheet, row) !== row.check) return 'changed';
  return cellsOf(sheet, row).some((cell) => taken.has(cell)) ? 'taken' : null;
}

function holdsValues(sheet: SheetCells, block: Block): boolean {
  return placesOf(block).every(([row, column]) => formulaAt(sheet, row, column) === '');
}

function cellsOf({ id }: SheetCells, block: Block): readonly string[] {
  return placesOf(block).map((place) => `${id} ${place.join(' ')}`);
}
