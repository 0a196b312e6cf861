import type { Piece } from './frozen-column';
import { digestValues } from './inputs';
import { formulaAt, holdsValues, type SheetCells } from './sheet-cells';

/** Reads the inputs of a formula in a row, as a digest. Formulas that refer to the same cells share one. */
export type ReadInputs = (row: number) => string | null;

/** Pieces that compete for the same cells, and these cells. */
interface Group {
  readonly pieces: number[];
  readonly rows: Set<number>;
}

/** Pieces that only differ in their formulas, and where each could be. */
interface Alike {
  readonly pieces: readonly number[];
  readonly rows: readonly number[];
  /** How many rows each fills. */
  readonly height: number;
}

/**
 * Where pieces could be put back: rows that hold their values beside their inputs.
 *
 * @param isLeftOut indexes of pieces to ignore
 * @param inputsAt by template
 * @param column with the values, from 0
 */
export function findGroups(
  pieces: readonly Piece[],
  isLeftOut: ReadonlySet<number>,
  inputsAt: readonly ReadInputs[],
  own: SheetCells,
  column: number,
): readonly Group[] {
  return toGroups(toAlike(pieces, isLeftOut, inputsAt, own, column));
}

/**
 * Decides which piece goes to which row. Pieces with the same formula and shape may go to any; others go where the rest of
 * the row agrees. `null`: undecided.
 */
export function matchRows(
  rows: readonly number[],
  all: readonly number[],
  pieces: readonly Piece[],
  besidesAt: (row: number) => string,
): readonly (readonly [row: number, piece: number])[] | null {
  const shapes = new Set(all.map((at) => shapeOf(pieces[at]!)));
  if (shapes.size === 1) return rows.map((row, index) => [row, all[index]!]);
  const byBesides = new Map<string, number[]>();
  for (const at of all) {
    const { besides } = pieces[at]!;
    byBesides.set(besides, [...(byBesides.get(besides) ?? []), at]);
  }
  const taken: (readonly [number, number])[] = [];
  for (const row of rows) {
    const fitting = byBesides.get(besidesAt(row)) ?? [];
    const at = fitting.shift();
    if (at === undefined || fitting.some((each) => shapeOf(pieces[each]!) !== shapeOf(pieces[at]!))) return null;
    taken.push([row, at]);
  }
  return taken;
}

function shapeOf({ template, rows, columns }: Piece): string {
  return `${template} ${rows} ${columns}`;
}

/** Pieces with equal inputs and values, and all rows that hold them. */
function toAlike(
  pieces: readonly Piece[],
  isLeftOut: ReadonlySet<number>,
  inputsAt: readonly ReadInputs[],
  own: SheetCells,
  column: number,
): readonly Alike[] {
  const firsts = findFirsts(own, column);
  /** Rows by their inputs and first value, for each way to read inputs. */
  const rowsBy = new Map<ReadInputs, Map<string, number[]>>();
  const rowsOfFirst = new Map<ReadInputs, Set<string>>();
  const alike = new Map<string, Alike & { readonly pieces: number[] }>();
  const ids = new Map([...new Set(inputsAt)].map((read, id) => [read, id]));
  pieces.forEach((piece, at) => {
    if (isLeftOut.has(at)) return;
    const { template, inputs, first, values, rows, columns } = piece;
    const read = inputsAt[template]!;
    const key = [ids.get(read), inputs, values, rows, columns].join(' ');
    const known = alike.get(key);
    if (known !== undefined) return void known.pieces.push(at);
    const index = rowsBy.get(read) ?? new Map<string, number[]>();
    const indexed = rowsOfFirst.get(read) ?? new Set<string>();
    rowsBy.set(read, index);
    rowsOfFirst.set(read, indexed);
    if (!indexed.has(first)) {
      indexed.add(first);
      for (const row of firsts.get(first) ?? []) {
        const place = `${read(row)} ${first}`;
        const before = index.get(place);
        if (before === undefined) index.set(place, [row]);
        else before.push(row);
      }
    }
    const isOne = rows * columns === 1;
    // Somebody else may have written its size, and a huge one would take hours to check.
    const hasRoom = rows <= own.values.length && columns <= (own.values[0]?.length ?? 0);
    const stands = (row: number): boolean => {
      const block = { row, column, rows, columns };
      return isOne || (hasRoom && holdsValues(own, block) && values === digestValues(own, block));
    };
    alike.set(key, { pieces: [at], rows: (index.get(`${inputs} ${first}`) ?? []).filter(stands), height: rows });
  });
  return [...alike.values()];
}

/** Pieces that share a possible cell are decided together. */
function toGroups(all: readonly Alike[]): readonly Group[] {
  const joined = all.map((_alike, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (joined[root] !== root) root = joined[root]!;
    return (joined[at] = root);
  };
  const ownerOfCell = new Map<number, number>();
  all.forEach(({ rows, height }, at) => {
    for (const row of rows) {
      for (let cell = row; cell < row + height; cell += 1) {
        const other = ownerOfCell.get(cell);
        if (other === undefined) ownerOfCell.set(cell, at);
        else joined[rootOf(at)] = rootOf(other);
      }
    }
  });
  const groups = new Map<number, Group>();
  all.forEach(({ pieces, rows }, at) => {
    const group = groups.get(rootOf(at)) ?? { pieces: [], rows: new Set() };
    groups.set(rootOf(at), group);
    group.pieces.push(...pieces);
    for (const row of rows) group.rows.add(row);
  });
  return [...groups.values()];
}

/** Rows of a column by the digest of the value in it, where it has one. */
function findFirsts(own: SheetCells, column: number): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  own.values.forEach((line, row) => {
    if ((line[column] ?? '') === '' || formulaAt(own, row, column) !== '') return;
    const digest = digestValues(own, { row, column, rows: 1, columns: 1 });
    const known = rows.get(digest);
    if (known === undefined) rows.set(digest, [row]);
    else known.push(row);
  });
  return rows;
}
