import { ask, type Task } from '../task';
import { cellName, toLine, toListRow } from './list-row';
import { findSpillReaders, placeOf, planFreeze, type FreezeScope, type Stays, type ToFreeze } from './plan-freeze';
import type { FreezePorts } from './ports';
import type { SheetCells } from './sheet-cells';

export interface Frozen {
  readonly frozen: number;
  /** How many stay formulas, by reason. */
  readonly stay: Readonly<Partial<Record<Stays, number>>>;
}

type Lines = readonly (readonly string[])[];

/**
 * Turns formulas into the values that they show. It lists the formulas first and writes the cells afterwards, so that an
 * interruption loses none.
 *
 * @param toScopes chooses the formulas, given the sheets as they were read
 */
export function* freeze(
  toScopes: (sheets: readonly SheetCells[]) => readonly FreezeScope[],
): Task<Frozen, FreezePorts> {
  const sheets = yield* ask<FreezePorts, 'cells'>({ ask: 'cells' });
  const nowMs = yield* ask<FreezePorts, 'now'>({ ask: 'now' });
  const stay = new Map<Stays, number>();
  const stays = (why: Stays): void => void stay.set(why, (stay.get(why) ?? 0) + 1);
  const readers = findSpillReaders(sheets);
  const done = new Set<string>();
  let left = toScopes(sheets).map((scope) => ({ sheet: scope.sheet, cells: planFreeze(scope, stays) }));
  // A formula over `A2#` goes before the one in A2, which it reads.
  for (;;) {
    const read = new Set(readers.filter(({ place }) => !done.has(place)).flatMap(({ reads }) => reads));
    const isRead = ({ row, column }: ToFreeze): boolean => read.has(cellName(row, column));
    const before = done.size;
    for (const { sheet, cells } of left) {
      const ready = cells.filter((cell) => !isRead(cell));
      for (const cell of yield* freezeSome(sheet, ready, nowMs, stays)) done.add(placeOf(sheet.id, cell));
    }
    left = left.map(({ sheet, cells }) => ({ sheet, cells: cells.filter(isRead) }));
    if (done.size === before || left.every(({ cells }) => cells.length === 0)) break;
  }
  for (const { cells } of left) for (const _cell of cells) stays('read');
  return { frozen: done.size, stay: Object.fromEntries(stay) };
}

/** Freezes formulas of one sheet. @returns those that are values now */
function* freezeSome(
  sheet: SheetCells,
  cells: readonly ToFreeze[],
  nowMs: number,
  stays: (why: Stays) => void,
): Task<readonly ToFreeze[], FreezePorts> {
  if (cells.length === 0) return [];
  const lines = cells.map((cell) => toLine(toListRow(sheet, cell, cell.formula, nowMs)));
  yield* ask<FreezePorts, 'appendList'>({ ask: 'appendList', lines });
  const puts = yield* ask<FreezePorts, 'putValues'>({ ask: 'putValues', sheet: sheet.id, cells });
  /** What the list is to say instead, by the line; `null`: nothing, for the formula stands in its cell. */
  const corrected = new Map<string, readonly string[] | null>();
  const done = cells.filter((cell, at) => {
    const put = puts[at]!;
    const key = JSON.stringify(lines[at]);
    if (typeof put === 'string') {
      stays(put);
      if (put !== 'unclear') corrected.set(key, null);
      return false;
    }
    const line = toLine(toListRow(sheet, put, cell.formula, nowMs));
    if (JSON.stringify(line) !== key) corrected.set(key, line);
    return true;
  });
  if (corrected.size > 0) {
    const all: Lines = (yield* ask<FreezePorts, 'readList'>({ ask: 'readList' })) ?? [];
    const correct = (line: readonly string[]): Lines => {
      const now = corrected.get(JSON.stringify(line));
      return now === undefined ? [line] : now === null ? [] : [now];
    };
    yield* ask<FreezePorts, 'replaceList'>({ ask: 'replaceList', lines: all.flatMap(correct) });
  }
  return done;
}
