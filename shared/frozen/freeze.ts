import { ask, type Task } from '../task';
import { addFrozen, readTexts, toTexts, type FrozenColumn } from './frozen-column';
import { inParts } from './freeze-parts';
import { findUnclear } from './find-unclear';
import {
  columnsToMark,
  planFreeze,
  toFrozen,
  toMark,
  type FreezeScope,
  type Stays,
  type ToFreeze,
} from './plan-freeze';
import { planThaw, type FoundColumn, type Listed, type ToThaw } from './plan-thaw';
import type { FreezePorts, ThawPorts } from './ports';
import type { Reach } from './reach';
import { findOrder, type Block, type SheetCells } from './sheet-cells';

export interface Frozen {
  readonly frozen: number;
  /** How many stay formulas, by reason. */
  readonly stay: Readonly<Partial<Record<Stays, number>>>;
}

export interface Thawed {
  readonly thawed: number;
  /** What stays values. */
  readonly listed: readonly Listed[];
  /** Whether anything was ever frozen here. */
  readonly isAny: boolean;
}

/**
 * Turns formulas into the values that they show, and keeps what thawing needs. It saves that first and writes the cells
 * afterwards, so that an interruption loses nothing.
 *
 * @param toScopes chooses the formulas, given the sheets as they were read
 */
export function* freeze(
  toScopes: (sheets: readonly SheetCells[]) => readonly FreezeScope[],
): Task<Frozen, FreezePorts> {
  const sheets = yield* ask<FreezePorts, 'cells'>({ ask: 'cells' });
  const found = [...(yield* ask<FreezePorts, 'findColumns'>({ ask: 'findColumns' }))];
  const before = readTexts(yield* ask<FreezePorts, 'readFrozen'>({ ask: 'readFrozen' }));
  // A frozen formula that is a formula again must not be kept twice.
  let kept = withThawed(before, planThaw(before, { found, sheets }).standing, found);
  const stay = new Map<Stays, number>();
  const stays = (why: Stays, count = 1): void => void stay.set(why, (stay.get(why) ?? 0) + count);
  const takesOut = yield* ask<FreezePorts, 'takesOut'>({ ask: 'takesOut' });
  const readers = findOrder(sheets)?.readersIn(sheets);
  let frozen = 0;
  let isFull = false;
  for (const scope of toScopes(sheets)) {
    const { sheet } = scope;
    const cells = planFreeze(scope, (why) => stays(why));
    if (cells.length === 0) continue;
    yield* markMissing(columnsToMark(sheet, cells), found);
    /** Formulas that stay, but may have been out of their cells: their tables may not be complete yet. */
    const stuck: Reach[] = [];
    const ordered = readers?.inOrder(sheet.id, cells) ?? [cells];
    for (const [known, every] of ordered.flatMap((some) => inParts(sheet, some, takesOut))) {
      const all = every.filter((cell) => readers?.areLeft(sheet.id, cell) !== true);
      stays('read', every.length - all.length);
      if (all.length === 0) continue;
      const isWide = known === null;
      // What these formulas read then stays too.
      if (isWide && isFull) {
        stays('full', all.length);
        continue;
      }
      const part = takesOut?.awayFrom(stuck, sheet, all) ?? all;
      stays('refused', all.length - part.length);
      if (part.length === 0) continue;
      if (yield* ask<FreezePorts, 'isTimeUp'>({ ask: 'isTimeUp' })) {
        stays('left', part.length);
        continue;
      }
      const blocks = isWide
        ? yield* ask<FreezePorts, 'reach'>({ ask: 'reach', sheet: sheet.id, cells: part })
        : part.map((cell) => known.get(cell)!);
      const full = blocks.filter((block) => block === 'full').length;
      if (full > 0) isFull = true;
      const whole = part.flatMap((cell, at) => {
        const block = blocks[at];
        return block && typeof block !== 'string' ? [{ ...cell, ...block }] : [];
      });
      const next = addFrozen(kept, keep(sheet, whole, kept, { found, sheets }));
      yield* keepAll(next);
      const areDone = yield* ask<FreezePorts, 'putValues'>({ ask: 'putValues', sheet: sheet.id, cells: whole });
      const unclear = whole.filter((_cell, at) => areDone[at] === null);
      const outcome =
        unclear.length > 0 ? yield* findUnclear(keep(sheet, unclear, kept, { found, sheets }), unclear) : null;
      const done = whole.filter((cell, at) => areDone[at] === true || outcome?.frozen.has(cell) === true);
      // What was saved of a formula may be all that is left of it.
      const gone = whole.filter(
        (cell, at) => areDone[at] === true || (areDone[at] === null && !outcome!.standing.has(cell)),
      );
      kept = gone.length === whole.length ? next : addFrozen(kept, keep(sheet, gone, kept, { found, sheets }));
      if (kept !== next) yield* keepAll(kept);
      frozen += done.length;
      readers?.frozen(sheet.id, done);
      if (takesOut && isWide) stuck.push(...takesOut.stuckOf(sheet, part, done));
      const moved = [...blocks, ...areDone].filter((each) => each === 'moved').length + (outcome?.standing.size ?? 0);
      const lost = unclear.length - (outcome?.frozen.size ?? 0) - (outcome?.standing.size ?? 0);
      stays('moved', moved);
      stays('unclear', lost);
      stays('full', full);
      stays('refused', part.length - done.length - moved - lost - full);
    }
  }
  return { frozen, stay: Object.fromEntries([...stay].filter(([, count]) => count > 0)) };
}

/**
 * Puts frozen formulas back where their cells are certain, and lists the others. It writes exactly what the host was asked
 * to agree to.
 *
 * @returns what a person has to agree to first, if anything
 */
export function* thaw<T>(): Task<Thawed | T, ThawPorts<T>> {
  const columns = readTexts(yield* ask<FreezePorts, 'readFrozen'>({ ask: 'readFrozen' }));
  if (columns.length === 0) return { thawed: 0, listed: [], isAny: false };
  const sheets = yield* ask<FreezePorts, 'cells'>({ ask: 'cells' });
  const found = yield* ask<FreezePorts, 'findColumns'>({ ask: 'findColumns' });
  const { restore, listed, standing } = planThaw(columns, { found, sheets });
  const first = restore.length > 0 ? yield* ask<ThawPorts<T>, 'toAgree'>({ ask: 'toAgree', restore, sheets }) : null;
  if (first !== null) return first;
  const done: ToThaw[] = [];
  const refused: Listed[] = [];
  const order = findOrder(sheets);
  const groups = (order?.inThawOrder(restore, sheets)[0] ?? [restore]).flatMap((group) =>
    sheets.map(({ id }) => [id, group.filter(({ sheet }) => sheet === id)] as const),
  );
  for (const [id, all] of groups) {
    const cells: ToThaw[] = [];
    for (const cell of all) {
      if (order?.canSpill(cell, sheets, done) !== false) cells.push(cell);
      else refused.push(...toRefused(columns, cell));
    }
    if (cells.length === 0) continue;
    const areDone = yield* ask<FreezePorts, 'putFormulas'>({ ask: 'putFormulas', sheet: id, cells });
    cells.forEach((cell, at) => {
      if (areDone[at] === true) done.push(cell);
      else refused.push(...toRefused(columns, cell));
    });
  }
  const kept = withThawed(columns, [...standing, ...done.map(({ of }) => of)], found);
  yield* keepAll(kept);
  return { thawed: done.length, listed: [...listed, ...refused], isAny: true };
}

function toRefused(columns: readonly FrozenColumn[], { of: [at, pieces] }: ToThaw): readonly Listed[] {
  const { place, pieces: all } = columns[at]!;
  return pieces.map((piece) => ({ why: 'refused', place, label: all[piece]!.label }));
}

/** A formula that is back in one copy of a sheet may still be a value in the other. */
function withThawed(
  columns: readonly FrozenColumn[],
  thawed: readonly ToThaw['of'][],
  found: readonly FoundColumn[],
): readonly FrozenColumn[] {
  const are = new Set(thawed.flatMap(([at, pieces]) => pieces.map((piece) => `${at} ${piece}`)));
  return columns.map((column, at) => ({
    ...column,
    pieces: column.pieces.map((piece, index) =>
      are.has(`${at} ${index}`) && isOnce(found, column.mark) ? { ...piece, isThawed: true } : piece,
    ),
  }));
}

function* keepAll(columns: readonly FrozenColumn[]): Task<void, FreezePorts> {
  yield* ask<FreezePorts, 'keepFrozen'>({ ask: 'keepFrozen', texts: toTexts(columns) });
}

/** Marks columns that have no mark, or share one with a copy of their sheet. */
function* markMissing(columns: ReturnType<typeof columnsToMark>, found: FoundColumn[]): Task<void, FreezePorts> {
  const marks: FoundColumn[] = [];
  for (const [sheet, column] of columns) {
    if (markAt(found, sheet.id, column) !== undefined) continue;
    marks.push({
      mark: toMark(yield* ask<FreezePorts, 'random'>({ ask: 'random' })),
      sheet: sheet.id,
      column,
    });
  }
  if (marks.length === 0) return;
  yield* ask<FreezePorts, 'markColumns'>({ ask: 'markColumns', marks });
  found.push(...marks);
}

function markAt(found: readonly FoundColumn[], sheet: string, column: number): string | undefined {
  return found.find((each) => each.sheet === sheet && each.column === column && isOnce(found, each.mark))?.mark;
}

function isOnce(found: readonly FoundColumn[], mark: string): boolean {
  return found.filter((each) => each.mark === mark).length === 1;
}

/** @param kept what is frozen already */
function keep(
  sheet: SheetCells,
  cells: readonly (ToFreeze & Block)[],
  kept: readonly FrozenColumn[],
  { found, sheets }: { readonly found: readonly FoundColumn[]; readonly sheets: readonly SheetCells[] },
): readonly FrozenColumn[] {
  const marks = new Set(kept.map(({ mark }) => mark));
  const targets = found.filter((each) => each.sheet === sheet.id && marks.has(each.mark));
  const columns = new Set([...cells, ...targets].map(({ column }) => column));
  return toFrozen(
    {
      own: sheet,
      named: (name) => sheets.find((each) => each.name === name) ?? null,
      columnOf: (column) => column,
    },
    cells,
    remember((column, of) => markAt(found, (sheet.links?.sheetOf(of) ?? sheet).id, column)!),
    (column) => columns.has(column),
  );
}

function remember(read: (column: number, sheet: string) => string): typeof read {
  const known = new Map<string, string>();
  return (column, sheet) => {
    const key = `${column} ${sheet}`;
    const value = known.get(key) ?? read(column, sheet);
    known.set(key, value);
    return value;
  };
}
