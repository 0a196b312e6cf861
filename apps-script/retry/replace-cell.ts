import { TraceError } from '../../shared/formulas';
import { callsTrace, withSemicolons } from '../../shared/panel';
import { watchArrays } from '../bulk/array-cells';
import { findProtectedIn } from '../bulk/protected-cells';
import { readLike } from '../bulk/given';
import { REPLACEMENT } from '../messages/cell-messages';
import { findGridSheet } from '../grid-sheets';
import { trySheet } from '../try-sheet';
import { changeFormulas } from './change-formulas';
import { withoutRefresh, withRefresh } from './refresh-argument';

/** What a formula reads is a name or a domain, which is shorter. */
const MOST_CHARACTERS = 300;

/** Names are texts of a formula, so nothing else of it changes. */
function withoutTexts(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"/g, '""');
}

/**
 * Enters something else in a cell that still holds `from`: a Trace formula for a Trace formula, or a text for a text. The
 * same formula gets another argument, since Google recalculates nothing else. Returns whether the cell still held it,
 * and not because a formula fills it.
 */
export function replaceCell(given: unknown): boolean {
  const { sheet: id, row, column, from, to } = readLike(given, REPLACEMENT);
  return trySheet(() => {
    const sheet = findGridSheet(id);
    if (sheet === null) throw new TraceError('sheetGone', {});
    const isFormula: boolean = callsTrace(from);
    if (isFormula) {
      if (withoutTexts(to) !== withoutTexts(from)) return false;
      const token = Utilities.getUuid().replace(/-/g, '').slice(0, 8);
      const next = from === to ? withRefresh(withoutRefresh(withSemicolons(from)), token) : withSemicolons(to);
      const { cells, refusal } = changeFormulas(sheet, [{ row, column, formula: from }], () => next);
      if (refusal !== null) throw refusal;
      return cells.length > 0;
    }
    if (/^[=+@-]/.test(to) || to.length > MOST_CHARACTERS) return false;
    const cell = sheet.getRange(row + 1, column + 1);
    if (cell.getFormula() !== '' || String(cell.getValue()).trim() !== from.trim()) return false;
    if (findProtectedIn(cell)(row, column)) throw new TraceError('cellsProtected', {});
    const isAnyBroken = watchArrays(sheet, row, column);
    const enter = (text: string): void => {
      cell.setValue(text);
      SpreadsheetApp.flush();
    };
    enter(to);
    if (!isAnyBroken()) return true;
    // Google does not report the cells that a formula fills; such a cell shows the formula's value again.
    enter('');
    if (String(cell.getValue()).trim() === from.trim()) return false;
    enter(to);
    return true;
  });
}
