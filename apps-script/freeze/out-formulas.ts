import { findExtents, type Block, type SheetCells, type ToFreeze } from '../../shared/freeze';
import { isError, mayFill } from '../bulk/array-cells';
import { toPlaceholder, toPlaceholderEnding } from '../placeholder';
import { restoreOwn } from '../restore-formulas';
import { keepDone, shareOf, writeJournal, type JournalEntry } from '../retry-journal';
import { isInPlace, isUnchanged } from './in-place';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Reached = Block | 'moved' | 'full';

/**
 * Formulas that are out of their cells, to see what else they fill: Google does not tell. They are in the journal of
 * retries and leave placeholders, so that the panel restores them if this is interrupted.
 */
export class OutFormulas {
  private readonly entries: JournalEntry[] = [];
  /** All retries of this run. */
  private readonly run: string[] = [];
  /** By sheet, row and column. */
  private readonly placeholders = new Map<string, string>();

  /**
   * @returns what each fills; `null`: that cannot be told, and its formula is back. `moved`: it comes back with {@link end}. `full`:
   *   the journal has room for it in another run
   */
  take(
    sheet: Sheet,
    before: SheetCells,
    cells: readonly ToFreeze[],
    read: () => SheetCells,
  ): readonly (Reached | null)[] {
    const formulas = cells.map(
      ({ row, column }) => sheet.getRange(row + 1, column + 1).getFormulasR1C1()[0]?.[0] ?? '',
    );
    const { fit, rest, isFull } = shareOf(formulas, this.run);
    if (fit < cells.length) {
      // Formulas for which the journal has no room stay.
      const takeSome = (some: typeof cells): readonly (Reached | null)[] =>
        some.length === 0 ? [] : this.take(sheet, before, some, read);
      const left = cells.slice(fit, rest).map(() => (isFull ? 'full' : null));
      return [...takeSome(cells.slice(0, fit)), ...left, ...takeSome(cells.slice(rest))];
    }
    const retry = Utilities.getUuid().replace(/-/g, '').slice(0, 8);
    const entry: JournalEntry = { retry, startedAtMs: Date.now(), formulas };
    writeJournal(entry, this.run);
    this.run.push(retry);
    this.entries.push(entry);
    // Compared right before they are written: people keep typing, and move rows.
    const held = read();
    const same = cells.filter((cell) => isInPlace(held, before, cell));
    cells.forEach((cell, index) => {
      if (!same.includes(cell)) return;
      const placeholder = toPlaceholder({ retry, index });
      this.placeholders.set(keyOf(before, cell), placeholder);
      sheet.getRange(cell.row + 1, cell.column + 1).setValue(placeholder);
    });
    SpreadsheetApp.flush();
    const now = read();
    const out = same.filter((cell) => isInPlace(now, before, cell, this.placeholderOf(before, cell)));
    const found = findExtents(before, now, out).map((block) =>
      block && isUnchanged(held, before, block) ? block : null,
    );
    const extents = new Map(found.map((extent, at) => [out[at]!, extent]));
    for (const [cell, extent] of extents) {
      const { row, column, formula } = cell;
      if (extent === null) sheet.getRange(row + 1, column + 1).setFormulas([[formula]]);
    }
    SpreadsheetApp.flush();
    return cells.map((cell) => extents.get(cell) ?? (extents.has(cell) ? null : 'moved'));
  }

  /** What stands in the place of a formula; `undefined`: it was not taken out. */
  placeholderOf(sheet: SheetCells, cell: ToFreeze): string | undefined {
    return this.placeholders.get(keyOf(sheet, cell));
  }

  /** Whether a formula that stayed has lost the room for its array. */
  isAnyBroken(before: SheetCells, after: SheetCells): boolean {
    return after.formulas.some((line, row) =>
      line.some(
        (formula, column) =>
          mayFill(formula) && isError(after.values[row]?.[column]) && !isError(before.values[row]?.[column]),
      ),
    );
  }

  /** Puts back what is still out. */
  end(): void {
    for (const entry of this.entries.splice(0)) {
      const finder = SpreadsheetApp.getActive().createTextFinder(toPlaceholderEnding(entry.retry));
      if (finder.findNext() !== null) restoreOwn(entry);
      keepDone(entry);
    }
  }
}

function keyOf({ id }: SheetCells, { row, column }: ToFreeze): string {
  return `${id} ${row} ${column}`;
}
