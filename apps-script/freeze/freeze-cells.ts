import { freeze, toFrozenText, type FreezeScope, type SheetCells } from '../../shared/freeze';
import { runSync } from '../../shared/formulas';
import type { FreezeWhat } from '../../shared/ports';
import { underLock } from '../bulk/under-lock';
import { findProtected } from '../bulk/protected-cells';
import { findGridSheet } from '../grid-sheets';
import { isAmong, toBounds } from '../bulk/read-sheet';
import { findProblems, isProblem } from '../find-problems';
import { trySheet } from '../try-sheet';
import { FreezeHost } from './freeze-host';

/** Turns Trace formulas into the values that they show. Returns what it did, in words. */
export function freezeCells(what: FreezeWhat): string {
  const active = String(SpreadsheetApp.getActiveSheet().getSheetId());
  const areas = what === 'selection' ? readAreas() : null;
  const isAsked = (row: number, column: number): boolean => areas === null || isAmong(areas, row, column);
  const toScope = (sheet: SheetCells): FreezeScope => {
    // Google does not tell which cells a formula fills: its own cell counts.
    const problems = findProblems(
      sheet.formulas,
      sheet.values,
      (value, isOwn, formula) => isOwn && isProblem(value, isOwn, formula),
    );
    const shown = new Set(problems.map(({ row, column }) => `${row - 1} ${column - 1}`));
    return {
      sheet,
      isAsked,
      isProblem: (row, column) => shown.has(`${row} ${column}`),
      isProtected: findProtected(findGridSheet(sheet.id)!, 'anybody'),
    };
  };
  return withHost((host) =>
    toFrozenText(
      runSync(
        freeze((sheets) => sheets.filter(({ id }) => what === 'file' || id === active).map(toScope)),
        host.ports,
      ),
    ),
  );
}

function readAreas(): ReturnType<typeof toBounds>[] {
  return (SpreadsheetApp.getActive().getActiveRangeList()?.getRanges() ?? []).map(toBounds);
}

/** With the file's lock, so that no other run of Trace changes anything meanwhile. */
export function withHost<T>(act: (host: FreezeHost) => T): T {
  return underLock(() =>
    trySheet(() => {
      const host = new FreezeHost();
      try {
        return act(host);
      } finally {
        host.end();
      }
    }),
  );
}
