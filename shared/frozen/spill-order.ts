import { formulaAt, type Anchor, type Coming, type SheetCells, type SpillOrder } from './sheet-cells';

type Place = Pick<Anchor, 'row' | 'column'>;

export const SPILL_ORDER: SpillOrder = {
  readersIn(sheets) {
    /** Formulas by the cell with the range that they read. */
    const readers = new Map<string, Set<string>>();
    /** What each reader reads. */
    const read = new Map<string, Set<string>[]>();
    for (const sheet of sheets) {
      sheet.formulas.forEach((line, row) =>
        line.forEach((formula, column) => {
          for (const { of, ...anchor } of sheet.links?.anchorsOf(formula) ?? []) {
            const [key, reader] = [keyOf(of.id, anchor), keyOf(sheet.id, { row, column })];
            const all = (readers.get(key) ?? new Set()).add(reader);
            readers.set(key, all);
            read.set(reader, [...(read.get(reader) ?? []), all]);
          }
        }),
      );
    }
    const readersOf = (sheet: string, cell: Place): Iterable<string> => readers.get(keyOf(sheet, cell)) ?? [];
    return {
      areLeft: (sheet, cell) => (readers.get(keyOf(sheet, cell))?.size ?? 0) > 0,
      frozen(sheet, cells) {
        for (const cell of cells) {
          const reader = keyOf(sheet, cell);
          for (const each of read.get(reader) ?? []) each.delete(reader);
        }
      },
      inOrder(sheet, cells) {
        const [groups, left] = inRounds(cells, (all) => {
          const keys = new Set(all.map((cell) => keyOf(sheet, cell)));
          return (cell) => ![...readersOf(sheet, cell)].some((reader) => keys.has(reader));
        });
        // In a circle, no formula can be first.
        return left.length === 0 ? groups : [...groups, left];
      },
    };
  },
  inThawOrder: (restore, sheets) => inRounds(restore, (_left, done) => (cell) => canSpill(cell, sheets, done)),
  canSpill,
};

function canSpill({ sheet, formula }: Coming, sheets: readonly SheetCells[], done: readonly Coming[]): boolean {
  const anchors = sheets.find(({ id }) => id === sheet)?.links?.anchorsOf(formula) ?? [];
  return anchors.every(
    ({ of, row, column }) =>
      formulaAt(of, row, column) !== '' ||
      done.some((each) => each.sheet === of.id && each.row === row && each.column === column),
  );
}

/** Takes some in each round. @returns the rounds, and the rest that is never taken */
function inRounds<T>(
  all: readonly T[],
  inRound: (left: readonly T[], done: readonly T[]) => (cell: T) => boolean,
): readonly [groups: readonly (readonly T[])[], left: readonly T[]] {
  const groups: (readonly T[])[] = [];
  let left = all;
  let done: readonly T[] = [];
  for (;;) {
    const next = new Set(left.filter(inRound(left, done)));
    if (next.size === 0) return [groups, left];
    groups.push([...next]);
    done = [...done, ...next];
    left = left.filter((cell) => !next.has(cell));
  }
}

function keyOf(sheet: string, { row, column }: Place): string {
  return `${sheet} ${row} ${column}`;
}
