import {
  freeze,
  placesOf,
  restore,
  toFrozenText,
  toRestoredText,
  toRestoreTerms,
  type Block,
  type FreezeScope,
} from '../../shared/freeze';
import { runAsync } from '../../shared/formulas';
import type { FreezeWhat, RestoreTerms } from '../../shared/ports';
import { readAreas } from '../bulk/selection';
import { findProblems } from '../find-problems';
import { FreezeHost } from './freeze-host';
import { priceRestore } from './price-restore';

const NO_CELLS = 'No cells are selected. Select cells, then freeze them.';

/** Turns Trace formulas into the values that they show. Returns what it did, in words. */
export async function freezeCells(what: FreezeWhat): Promise<string> {
  const asked = what === 'file' ? null : await readSelected();
  if (asked === 'object') return NO_CELLS;
  const host = new FreezeHost();
  const isAsked = (row: number, column: number): boolean =>
    what !== 'selection' || asked === null || asked.areas.some((area) => holds(area, row, column));
  const toScope = (sheet: FreezeScope['sheet']): FreezeScope => {
    const problems = findProblems(sheet.formulas, sheet.values);
    const shown = new Set(problems.map(({ row, column }) => `${row} ${column}`));
    return {
      sheet,
      isAsked,
      isProblem: (row, column) =>
        shown.size > 0 && placesOf(host.blockOf(sheet.id, row, column)).every((place) => shown.has(place.join(' '))),
      isProtected: (row, column) => host.isProtected(sheet.id, row, column),
      blockOf: (row, column) => host.blockOf(sheet.id, row, column),
    };
  };
  const task = freeze((sheets) => sheets.filter(({ id }) => asked === null || id === asked.sheet).map(toScope));
  return toFrozenText(await runAsync(task, host.ports));
}

/**
 * Puts listed formulas back. Returns what it did, in words, or what the person has to be asked first.
 *
 * @param agreed what the person has agreed to, which is good for what was read then and nothing else; `null`: nothing
 */
export async function restoreFormulas(agreed: RestoreTerms | null = null): Promise<string | RestoreTerms> {
  const done = await runAsync(restore<RestoreTerms>(), {
    ...new FreezeHost().ports,
    toAgree: async (asked) => toRestoreTerms(asked.restore, await priceRestore(asked), agreed),
  });
  return 'restored' in done ? toRestoredText(done) : done;
}

/** `object`: no cell is selected. */
function readSelected(): Promise<{ readonly sheet: string; readonly areas: readonly Block[] } | 'object'> {
  return readAreas(async (context, items) => {
    const [first] = items;
    if (first === undefined) return 'object';
    first.worksheet.load('id');
    await context.sync();
    const areas = items.map(({ rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns }) => ({
      ...{ row, column, rows, columns },
    }));
    return { sheet: first.worksheet.id, areas };
  });
}

function holds({ row, column, rows, columns }: Block, atRow: number, atColumn: number): boolean {
  return atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;
}
