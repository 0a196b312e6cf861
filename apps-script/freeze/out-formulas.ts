import { findExtents, type Block, type SheetCells, type ToFreeze } from '../../shared/freeze';
import { isError, mayFill } from '../bulk/array-cells';
import { readPlaceholder, toPlaceholder, toPlaceholderEnding } from '../placeholder';
import { restoreOwn } from '../restore-formulas';
import { keepDone, shareOf, writeJournal, type JournalEntry } from '../retry-journal';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Formulas that are out of their cells, to see what else they fill: Google does not tell. They are in the journal of
 * retries and leave placeholders, so that the panel restores them if this is interrupted.
 */
export class OutFormulas {
  private readonly entries: JournalEntry[] = [];
  /** All retries of this run. */
  private readonly run: string[] = [];

  /** @returns what each fills; `null`: that cannot be told, and its formula is back */
  take(
    sheet: Sheet,
    before: SheetCells,
    cells: readonly ToFreeze[],
    read: () => SheetCells,
  ): readonly (Block | null)[] {
    const formulas = cells.map(
      ({ row, column }) => sheet.getRange(row + 1, column + 1).getFormulasR1C1()[0]?.[0] ?? '',
    );
    const { fit, rest } = shareOf(formulas, this.run);
    if (fit < cells.length) {
      // Formulas for which the journal has no room stay.
      const takeSome = (some: typeof cells): readonly (Block | null)[] =>
        some.length === 0 ? [] : this.take(sheet, before, some, read);
      const left = cells.slice(fit, rest).map(() => null);
      return [...takeSome(cells.slice(0, fit)), ...left, ...takeSome(cells.slice(rest))];
    }
    const retry = Utilities.getUuid().replace(/-/g, '').slice(0, 8);
    const entry: JournalEntry = { retry, startedAtMs: Date.now(), formulas };
    writeJournal(entry, this.run);
    this.run.push(retry);
    this.entries.push(entry);
    // Compared right before they are written: people keep typing.
    const held = sheet.getDataRange().getFormulas();
    const isSame = cells.map(({ row, column, formula }) => held[row]?.[column] === formula);
    cells.forEach(({ row, column }, index) => {
      if (isSame[index]) sheet.getRange(row + 1, column + 1).setValue(toPlaceholder({ retry, index }));
    });
    SpreadsheetApp.flush();
    const now = read();
    const out = cells.filter((_cell, at) => isSame[at]);
    const extents = findExtents(before, now, out);
    out.forEach((cell, at) => {
      const { row, column, formula } = cell;
      if (extents[at] === null && this.isOut(now, cell)) sheet.getRange(row + 1, column + 1).setFormulas([[formula]]);
    });
    SpreadsheetApp.flush();
    let next = 0;
    return isSame.map((is) => (is ? extents[next++]! : null));
  }

  /** Whether the placeholder of one of these stands in a cell. */
  isOut({ values }: SheetCells, { row, column }: ToFreeze): boolean {
    const awaited = readPlaceholder(values[row]?.[column]);
    return awaited !== null && this.entries.some(({ retry }) => retry === awaited.retry);
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
