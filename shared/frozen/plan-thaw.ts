import { callsOnlyTrace, callsTrace } from '../cells/formulas';
import type { FrozenColumn, KeptTemplate, Piece } from './frozen-column';
import { digestInputs, digestRow, digestValues, type Around } from './inputs';
import { formulaAt, holdsValues, type Block, type SheetCells } from './sheet-cells';
import { columnsOf, mapColumns, readTemplate, writeTemplate } from './template';

/** Where the mark of a column is now. The column counts from 0. */
export interface FoundColumn {
  readonly mark: string;
  readonly sheet: string;
  readonly column: number;
}

/** A formula that can stand in its cell again. */
export interface ToThaw extends Block {
  readonly sheet: string;
  readonly formula: string;
  /** Places of the column, and of what was frozen in it. */
  readonly of: readonly [column: number, pieces: readonly number[]];
}

/**
 * Why values stay values: several cells could be it; no cell has both its input and its value; its column is gone; there
 * are two of its column in the sheet.
 */
export type Unclear = 'several' | 'changed' | 'columnGone' | 'columnTwice' | 'refused';

export interface Listed {
  readonly why: Unclear;
  /** Such as `Leads!C`. */
  readonly place: string;
  readonly label: string;
}

export interface ThawPlan {
  readonly restore: readonly ToThaw[];
  readonly listed: readonly Listed[];
  /** What stands as a formula already: places as in {@link ToThaw}. */
  readonly standing: readonly ToThaw['of'][];
}

export interface ThawAround {
  readonly found: readonly FoundColumn[];
  readonly sheets: readonly SheetCells[];
}

/**
 * Where frozen formulas can be put back: where the value stands beside the same inputs, in the marked column, in no more
 * cells than were frozen. What could be meant by several cells is listed, and none of them is touched.
 */
export function planThaw(columns: readonly FrozenColumn[], { found, sheets }: ThawAround): ThawPlan {
  const isTarget = new Set(columns.map(({ mark }) => mark));
  const restore: ToThaw[] = [];
  const standing: ToThaw['of'][] = [];
  const unclear: (readonly [why: Unclear, column: number, piece: number])[] = [];
  columns.forEach(({ mark, pieces }, at) => {
    const list = (why: Unclear, some: Iterable<number>): void => {
      for (const piece of some) unclear.push([why, at, piece]);
    };
    const places = found.filter((each) => each.mark === mark);
    if (places.length === 0) list('columnGone', pieces.keys());
    for (const { sheet, column } of places) {
      const own = sheets.find(({ id }) => id === sheet);
      if (own === undefined) continue;
      if (places.filter((each) => each.sheet === sheet).length > 1) {
        list('columnTwice', pieces.keys());
        continue;
      }
      const here = found.filter((each) => each.sheet === sheet);
      const around: Around<string> = {
        own,
        named: (name) => sheets.find((each) => each.name === name) ?? null,
        columnOf(of) {
          const [one, other] = here.filter((each) => each.mark === of);
          return one === undefined || other !== undefined ? null : one.column;
        },
      };
      const targets = new Set(here.filter((each) => isTarget.has(each.mark)).map((each) => each.column));
      const plan = thawColumn(columns[at]!, column, around, (each) => targets.has(each));
      restore.push(...plan.restore.map((each) => ({ ...each, sheet, of: [at, each.pieces] as const })));
      list('several', plan.several);
      list('changed', plan.changed);
      standing.push([at, plan.standing]);
    }
  });
  const [clear, doubled] = partOverlaps(restore);
  for (const { of } of doubled) unclear.push(...of[1].map((piece) => ['several', of[0], piece] as const));
  const settled = new Set(
    [...standing, ...clear.map(({ of }) => of)].flatMap(([at, some]) => some.map((piece) => `${at} ${piece}`)),
  );
  const listed = unclear.flatMap(([why, at, piece]): readonly Listed[] => {
    const { place, pieces } = columns[at]!;
    const { label, isThawed } = pieces[piece]!;
    if (isThawed || settled.has(`${at} ${piece}`)) return [];
    settled.add(`${at} ${piece}`);
    return [{ why, place, label }];
  });
  return { restore: clear, listed, standing };
}

/** What would be written into a cell of another one is nobody's. */
function partOverlaps(all: readonly ToThaw[]): readonly [clear: readonly ToThaw[], doubled: readonly ToThaw[]] {
  const owners = new Map<string, ToThaw>();
  const doubled = new Set<ToThaw>();
  for (const each of all) {
    for (let row = each.row; row < each.row + each.rows; row += 1) {
      for (let column = each.column; column < each.column + each.columns; column += 1) {
        const cell = `${each.sheet} ${row} ${column}`;
        const other = owners.get(cell);
        if (other === undefined) owners.set(cell, each);
        else doubled.add(other).add(each);
      }
    }
  }
  return [all.filter((each) => !doubled.has(each)), [...doubled]];
}

interface ColumnPlan {
  readonly restore: readonly (Block & { readonly formula: string; readonly pieces: readonly number[] })[];
  /** Places of pieces. */
  readonly several: readonly number[];
  readonly changed: readonly number[];
  readonly standing: readonly number[];
}

/** Pieces that could be in the same cells, and those cells. */
interface Group {
  readonly pieces: number[];
  readonly rows: Set<number>;
}

function thawColumn(
  { templates, pieces }: FrozenColumn,
  column: number,
  around: Around<string>,
  isFrozen: (column: number) => boolean,
): ColumnPlan {
  const { own } = around;
  const inputsAt = templates.map((template) => remember((row) => digestInputs(template, row, around)));
  const standing = findStanding(pieces, templates, column, around, inputsAt);
  const isStanding = new Set(standing);
  const firsts = findFirsts(own, column);
  const blockOf = ({ rows, columns }: Piece, row: number): Block => ({ row, column, rows, columns });
  const fits = (piece: Piece, row: number): boolean => {
    const block = blockOf(piece, row);
    return (
      piece.inputs === inputsAt[piece.template]!(row) &&
      holdsValues(own, block) &&
      piece.values === digestValues(own, block)
    );
  };
  const groups = toGroups(
    pieces.map((piece, at) =>
      isStanding.has(at) ? null : (firsts.get(piece.first) ?? []).filter((row) => fits(piece, row)),
    ),
    (row, at) => rowsOf(blockOf(pieces[at]!, row)),
  );
  const restore: ColumnPlan['restore'][number][] = [];
  const several: number[] = [];
  const changed: number[] = [];
  for (const group of groups) {
    // What was thawed before comes last: it is missed by nobody.
    const all = [...group.pieces].sort((a, b) => Number(pieces[a]!.isThawed) - Number(pieces[b]!.isThawed));
    const rows = [...group.rows];
    if (rows.length > all.length) several.push(...all);
    else {
      const taken = match(rows, all, pieces, (row) => digestRow(own, row, isFrozen));
      if (taken === null) several.push(...all);
      else {
        for (const [row, at] of taken) {
          const piece = pieces[at]!;
          const formula = writeTemplate(templates[piece.template]!, row, (each) => around.columnOf(each));
          if (formula === null || !callsOnlyTrace(formula)) changed.push(at);
          else restore.push({ ...blockOf(piece, row), formula, pieces: [at] });
        }
        const isTaken = new Set(taken.map(([, at]) => at));
        changed.push(...all.filter((at) => !isTaken.has(at)));
      }
    }
  }
  return { restore, several, changed, standing };
}

/**
 * Which piece goes to which row: any, where all have one formula and one shape; otherwise as the rest of the row tells.
 * `null`: that cannot be told.
 */
function match(
  rows: readonly number[],
  all: readonly number[],
  pieces: readonly Piece[],
  besidesAt: (row: number) => string,
): readonly (readonly [row: number, piece: number])[] | null {
  const shapes = new Set(all.map((at) => shapeOf(pieces[at]!)));
  if (shapes.size === 1) return rows.map((row, index) => [row, all[index]!]);
  const left = new Set(all);
  const taken: (readonly [number, number])[] = [];
  for (const row of rows) {
    const besides = besidesAt(row);
    const fitting = all.filter((at) => pieces[at]!.besides === besides);
    const at = fitting.find((each) => left.has(each));
    if (at === undefined || new Set(fitting.map((each) => shapeOf(pieces[each]!))).size > 1) return null;
    left.delete(at);
    taken.push([row, at]);
  }
  return taken;
}

function shapeOf({ template, rows, columns }: Piece): string {
  return `${template} ${rows} ${columns}`;
}

/** Pieces that share a cell are judged together. @param rowsOfPieces `null`: the piece is no matter of these */
function toGroups(
  rowsOfPieces: readonly (readonly number[] | null)[],
  cellsOf: (row: number, piece: number) => readonly number[],
): readonly Group[] {
  const joined = rowsOfPieces.map((_rows, piece) => piece);
  const rootOf = (piece: number): number => {
    let root = piece;
    while (joined[root] !== root) root = joined[root]!;
    return (joined[piece] = root);
  };
  const pieceOfCell = new Map<number, number>();
  rowsOfPieces.forEach((rows, piece) => {
    for (const cell of (rows ?? []).flatMap((row) => cellsOf(row, piece))) {
      const other = pieceOfCell.get(cell);
      if (other === undefined) pieceOfCell.set(cell, piece);
      else joined[rootOf(piece)] = rootOf(other);
    }
  });
  const groups = new Map<number, Group>();
  rowsOfPieces.forEach((rows, piece) => {
    if (rows === null) return;
    const group = groups.get(rootOf(piece)) ?? { pieces: [], rows: new Set() };
    groups.set(rootOf(piece), group);
    group.pieces.push(piece);
    for (const row of rows) group.rows.add(row);
  });
  return [...groups.values()];
}

function rowsOf({ row, rows }: Block): readonly number[] {
  return Array.from({ length: rows }, (_row, down) => row + down);
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

/** The pieces whose formula stands in the column, each for one cell. */
function findStanding(
  pieces: readonly Piece[],
  templates: readonly KeptTemplate[],
  column: number,
  around: Around<string>,
  inputsAt: readonly ((row: number) => string | null)[],
): readonly number[] {
  const waiting = new Map<string, number[]>();
  pieces.forEach(({ template, inputs }, at) => {
    const key = `${template} ${inputs}`;
    const known = waiting.get(key);
    if (known === undefined) waiting.set(key, [at]);
    else known.push(at);
  });
  const places = new Map(templates.map((template, at) => [JSON.stringify(template), at]));
  const marks = new Map(
    templates.flatMap((template) => columnsOf(template).map((mark) => [around.columnOf(mark), mark] as const)),
  );
  return around.own.formulas.flatMap((line, row) => {
    const formula = line[column] ?? '';
    const read = callsTrace(formula) ? readTemplate(formula, row) : null;
    const at = read && places.get(JSON.stringify(mapColumns(read, (each) => marks.get(each as number) ?? each)));
    const piece = at === null || at === undefined ? undefined : waiting.get(`${at} ${inputsAt[at]!(row)}`)?.shift();
    return piece === undefined ? [] : [piece];
  });
}

function remember(read: (row: number) => string | null): (row: number) => string | null {
  const known = new Map<number, string | null>();
  return (row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const value = read(row);
    known.set(row, value);
    return value;
  };
}
