import {
  formulaAt,
  type Anchor,
  type Coming,
  type SheetCells,
  type SpillOrder,
  type SpillReaders,
} from './sheet-cells';

type Place = Pick<Anchor, 'row' | 'column'>;

/** By the cell that has spilled. */
class Readers implements SpillReaders {
  private readonly readers = new Map<string, Set<string>>();

  constructor(sheets: readonly SheetCells[]) {
    for (const sheet of sheets) {
      if (sheet.links === undefined) continue;
      sheet.formulas.forEach((line, row) =>
        line.forEach((formula, column) => {
          for (const { of, ...anchor } of sheet.links!.anchorsOf(formula)) {
            const key = keyOf(of.id, anchor);
            this.readers.set(key, (this.readers.get(key) ?? new Set()).add(keyOf(sheet.id, { row, column })));
          }
        }),
      );
    }
  }

  areLeft(sheet: string, cell: Place): boolean {
    return (this.readers.get(keyOf(sheet, cell))?.size ?? 0) > 0;
  }

  frozen(sheet: string, cells: readonly Place[]): void {
    if (this.readers.size === 0) return;
    for (const cell of cells) for (const readers of this.readers.values()) readers.delete(keyOf(sheet, cell));
  }

  inOrder<T extends Place>(sheet: string, cells: readonly T[]): readonly (readonly T[])[] {
    const isRead = (cell: T): boolean => this.readers.has(keyOf(sheet, cell));
    if (!cells.some(isRead)) return [cells];
    const groups: T[][] = [];
    let left = cells;
    while (left.length > 0) {
      const keys = new Set(left.map((cell) => keyOf(sheet, cell)));
      const isNext = (cell: T): boolean =>
        [...(this.readers.get(keyOf(sheet, cell)) ?? [])].every((reader) => !keys.has(reader));
      const next = left.filter(isNext);
      // In a circle nothing comes first.
      if (next.length === 0) return [...groups, left];
      groups.push(next);
      left = left.filter((cell) => !isNext(cell));
    }
    return groups;
  }
}

export const SPILL_ORDER: SpillOrder = {
  readersIn: (sheets) => new Readers(sheets),
  inThawOrder<T extends Coming>(
    restore: readonly T[],
    sheets: readonly SheetCells[],
  ): readonly [groups: readonly (readonly T[])[], unread: readonly T[]] {
    const groups: (readonly T[])[] = [];
    const done: T[] = [];
    let left = restore;
    for (;;) {
      const next = left.filter((cell) => anchorsOf(cell, sheets).every((anchor) => isThere(anchor, done)));
      if (next.length === 0) return [groups, left];
      groups.push(next);
      done.push(...next);
      const areNext = new Set(next);
      left = left.filter((cell) => !areNext.has(cell));
    }
  },
  canSpill(cell: Coming, sheets: readonly SheetCells[], done: readonly Coming[]): boolean {
    return anchorsOf(cell, sheets).every((anchor) => isThere(anchor, done));
  },
};

function anchorsOf({ sheet, formula }: Coming, sheets: readonly SheetCells[]): readonly Anchor[] {
  return sheets.find(({ id }) => id === sheet)?.links?.anchorsOf(formula) ?? [];
}

function isThere({ of, row, column }: Anchor, back: readonly Coming[]): boolean {
  return (
    formulaAt(of, row, column) !== '' ||
    back.some((each) => each.sheet === of.id && each.row === row && each.column === column)
  );
}

function keyOf(sheet: string, { row, column }: Place): string {
  return `${sheet} ${row} ${column}`;
}
