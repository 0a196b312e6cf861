import { specOf } from '../../catalogue/index';
import type { CellRange } from '../../cells/formula-text';
import { readInput } from '../../cells/inputs';
import type { ReadCells } from '../../cells/trace-calls';
import { traitsOf } from '../../errors/traits';
import type { ToEnter } from '../../frozen/plan-restore';
import { valueAt, type SheetCells } from '../../frozen/sheet-cells';
import { findCalls, readMost } from '../column/known-formulas';
import type { KnownFormula } from '../ports';
import type { WaitingFormulas } from './waiting-formulas';

/**
 * Formulas that are about to be calculated, such as restored ones. They cost as much as formulas that wait for
 * approval.
 *
 * @param readNamed returns the cells of a named range, if the host can
 */
export function toCalculated(
  formulas: readonly Pick<ToEnter, 'sheet' | 'rows' | 'formula'>[],
  sheets: readonly SheetCells[],
  readNamed: (name: string) => unknown = () => undefined,
): WaitingFormulas {
  const written = [...formulas.map(({ formula }) => formula), ...sheets.flatMap((sheet) => sheet.formulas.flat())];
  const haveCards = written.some((formula) => MAKES_CARDS.test(formula));
  const most = new Map(
    sheets.map((sheet) => {
      const own = formulas.flatMap((each) => (each.sheet === sheet.id ? [each.formula] : []));
      const { known, whole } = readMost(findCalls(own), readerOf(sheets, sheet, readNamed));
      const ofCards = new Set(known.flatMap((call) => (haveCards && mayReadCards(call) ? [call.formula] : [])));
      return [sheet.id, { known, whole: new Set([...whole].filter((each) => !ofCards.has(each))) }];
    }),
  );
  // A formula that cannot be read counts as one company for each of its rows.
  const unread = formulas.reduce(
    (sum, { sheet, formula, rows }) => sum + (most.get(sheet)?.whole.has(formula) === true ? 0 : rows),
    0,
  );
  return {
    cells: formulas.length,
    known: [...most.values()].flatMap(({ known }) => known),
    unread,
    unseen: [],
    cut: [],
  };
}

/** The option by which a formula answers with company cards. */
const MAKES_CARDS = /\blayout\s*=\s*'?card\b/i;

/** Whether an input may be a company card, which looks like a name here and is a domain to its formula. */
function mayReadCards({ id, args }: KnownFormula): boolean {
  return specOf(id).params.some(({ takes }, at) => takes === 'inputs' && [args[at]].flat(2).some(mayBeCard));
}

function mayBeCard(value: unknown): boolean {
  const input = readInput(value);
  return input.is === 'problem' && traitsOf(input.error).mayBeName === true;
}

/** Reads from cells that are already loaded. */
function readerOf(sheets: readonly SheetCells[], own: SheetCells, readNamed: (name: string) => unknown): ReadCells {
  return (asked) => ('name' in asked ? readNamed(asked.name) : readRange(sheets, own, asked));
}

/**
 * A range as a host passes it to a function: one cell becomes its value. Rows below the last one of the sheet are
 * blank and ask for nothing. Columns beyond the last one are cut too, because Excel has thousands; it only matters
 * whether there is more than one.
 */
function readRange(sheets: readonly SheetCells[], own: SheetCells, { sheet, ...range }: CellRange): unknown {
  const of = sheet === undefined ? own : sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  if (of === undefined) return undefined;
  const { row, column } = range;
  const rows = Math.max(1, Math.min(range.rows, of.values.length - row + 1));
  const columns = Math.min(range.columns, Math.max(2, (of.values[0]?.length ?? 0) - column + 1));
  const cells = Array.from({ length: rows }, (_row, down) =>
    Array.from({ length: columns }, (_column, right) => valueAt(of, row - 1 + down, column - 1 + right)),
  );
  return range.rows === 1 && columns === 1 ? cells[0]![0] : cells;
}
