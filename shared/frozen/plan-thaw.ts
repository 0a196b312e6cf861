import { callsOnlyTrace } from '../cells/formulas';
import { findStanding } from './find-standing';
import type { FrozenColumn, KeptTemplate, Piece } from './frozen-column';
import { digestInputs, digestRow, type Around } from './inputs';
import { findGroups, matchRows, type ReadInputs } from './match-places';
import { findOrder, type Block, type SheetCells } from './sheet-cells';
import { writeTemplate } from './template';

/** Where the mark of a column is now. The column counts from 0. */
export interface FoundColumn {
  readonly mark: string;
  readonly sheet: string;
  readonly column: number;
  /** Whether it came with a copy of its sheet, as far as the host can tell. */
  readonly isCopy?: boolean;
}

/** A formula that can return to its cell. */
export interface ToThaw extends Block {
  readonly sheet: string;
  readonly formula: string;
  /** As in {@link ToFreeze}. */
  readonly plain?: string;
  /** The index of the column, and of its pieces in it. */
  readonly of: readonly [column: number, pieces: readonly number[]];
}

/** A formula and the cell that it comes into. */
export type Placed = Pick<ToThaw, 'sheet' | 'row' | 'column' | 'formula'>;

/**
 * Why a value stays a value: several cells match; no cell has both the input and the value; the column is gone; the sheet
 * has two copies of the column; the host refused to write.
 */
export type Unclear = 'several' | 'changed' | 'columnGone' | 'columnTwice' | 'refused';

export interface Listed {
  readonly why: Unclear;
  /** Such as `Leads!C`. */
  readonly place: string;
  readonly label: string;
}

interface ThawPlan {
  readonly restore: readonly ToThaw[];
  readonly listed: readonly Listed[];
  /** Pieces that are formulas already. */
  readonly standing: readonly ToThaw['of'][];
}

interface ThawAround {
  readonly found: readonly FoundColumn[];
  readonly sheets: readonly SheetCells[];
}

/**
 * Decides where frozen formulas can be put back: in the marked column, where the same value is beside the same inputs, in
 * no more cells than were frozen. Where several cells match, none is touched, and the piece is listed.
 */
export function planThaw(columns: readonly FrozenColumn[], { found, sheets }: ThawAround): ThawPlan {
  const isTarget = new Set(columns.map(({ mark }) => mark));
  const restore: ToThaw[] = [];
  const standing: ToThaw['of'][] = [];
  const unclear: (readonly [why: Unclear, column: number, piece: number])[] = [];
  const list = (why: Unclear, at: number, some: Iterable<number>): void => {
    for (const piece of some) unclear.push([why, at, piece]);
  };
  columns.forEach(({ mark, pieces }, at) => {
    const places = found.filter((each) => each.mark === mark);
    if (places.length === 0) list('columnGone', at, pieces.keys());
    for (const own of sheets) {
      const sheet = own.id;
      const here = found.filter((each) => each.sheet === sheet);
      const around: Around<string> = {
        own,
        named: (name) => sheets.find((each) => each.name === name) ?? null,
        columnOf(of) {
          const [one, other] = here.filter((each) => each.mark === of);
          return one === undefined || other !== undefined ? null : one.column;
        },
        elsewhere: (of, called) => own.links?.findElsewhere(of, found, called) ?? null,
      };
      const targets = new Set(here.filter((each) => isTarget.has(each.mark)).map((each) => each.column));
      const plans = places
        .filter((each) => each.sheet === sheet)
        .map(({ column }) => thawColumn(columns[at]!, column, around, (each) => targets.has(each)));
      // A copied column that holds no piece any more does not count as a copy.
      const holding = plans.filter((each) => each.restore.length + each.several.length + each.standing.length > 0);
      const plan = holding[0] ?? plans[0];
      if (plan === undefined) continue;
      if (holding.length > 1) {
        list('columnTwice', at, pieces.keys());
        continue;
      }
      restore.push(...plan.restore.map((each) => ({ ...each, sheet, of: [at, each.pieces] as const })));
      list('several', at, plan.several);
      list('changed', at, plan.changed);
      standing.push([at, plan.standing]);
    }
  });
  const [single, doubled] = partOverlaps(restore);
  const [groups, unread] = findOrder(sheets)?.inThawOrder(single, sheets) ?? [[single], []];
  const clear = groups.flat();
  for (const { of } of unread) list('changed', ...of);
  for (const { of } of doubled) list('several', ...of);
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

/** Formulas that would fill the same cell: none of them can be put back. */
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
  readonly restore: readonly (Pick<ToThaw, 'formula' | 'plain' | keyof Block> & {
    readonly pieces: readonly number[];
  })[];
  /** Indexes of pieces, as the following two. */
  readonly several: readonly number[];
  readonly changed: readonly number[];
  readonly standing: readonly number[];
}

function thawColumn(
  { templates, pieces }: FrozenColumn,
  column: number,
  around: Around<string>,
  isFrozen: (column: number) => boolean,
): ColumnPlan {
  const { own } = around;
  // Formulas that refer to the same cells of their rows share one reading.
  const readers = new Map<string, ReadInputs>();
  const inputsAt = templates.map((template, at) => {
    const shape = JSON.stringify(template.references);
    const open = isOpen(template) ? pieces.filter((piece) => piece.template === at) : [];
    if (open.length > 0) return remember((row) => digestOpen(template, row, around, open, column));
    const known = readers.get(shape) ?? remember((row) => digestInputs(template, row, around));
    readers.set(shape, known);
    return known;
  });
  const alike = own.links?.alike(pieces, templates) ?? pieces;
  const standing = findStanding(alike, templates, column, around, inputsAt);
  const groups = findGroups(pieces, new Set(standing), inputsAt, own, column);
  const blockOf = ({ rows, columns }: Piece, row: number): Block => ({ row, column, rows, columns });
  const restore: ColumnPlan['restore'][number][] = [];
  const several: number[] = [];
  const changed: number[] = [];
  for (const group of groups) {
    // Thawed pieces come last: nobody misses them.
    const all = [...group.pieces].sort((a, b) => Number(pieces[a]!.isThawed) - Number(pieces[b]!.isThawed));
    const rows = [...group.rows];
    if (rows.length > all.length) several.push(...all);
    else {
      const taken = matchRows(rows, all, alike, (row) => digestRow(own, row, isFrozen));
      if (taken === null) several.push(...all);
      else {
        for (const [row, at] of taken) {
          const piece = pieces[at]!;
          const written = writeAgain(templates[piece.template]!, row, column, around);
          if (written === null) changed.push(at);
          else restore.push({ ...blockOf(piece, row), ...written, pieces: [at] });
        }
        const isTaken = new Set(taken.map(([, at]) => at));
        changed.push(...all.filter((at) => !isTaken.has(at)));
      }
    }
  }
  return { restore, several, changed, standing };
}

/** `null`: it cannot be written, or calls more than Trace. */
function writeAgain(
  template: KeptTemplate,
  row: number,
  column: number,
  around: Around<string>,
): Pick<ToThaw, 'formula' | 'plain'> | null {
  const { links } = around.own;
  const formula = writeTemplate(template, row, around.columnOf, (reference) => {
    const placed = links?.place(reference, around) ?? null;
    return (placed && links?.write(placed, row, column)) ?? null;
  });
  const plain = formula === null || links === undefined ? formula : links.toPlain(formula, row, column);
  if (formula === null || plain === null || !callsOnlyTrace(plain)) return null;
  return plain === formula ? { formula } : { formula, plain };
}

function isOpen({ references }: KeptTemplate): boolean {
  return references.some(([, , last]) => last !== null && last[2] === null);
}

/** Rows that were added below a range without an end count only if their answers would have a value in their place. */
function digestOpen(
  template: KeptTemplate,
  row: number,
  around: Around<string>,
  pieces: readonly Piece[],
  column: number,
): string | null {
  const whole = digestInputs(template, row, around);
  if (pieces.some(({ inputs }) => inputs === whole)) return whole;
  const fits = pieces.find(({ inputs, rows, columns }) => {
    const { values, formulas } = around.own;
    const isFree = [values, formulas].every((all) =>
      all.slice(row + rows).every((line) => line.slice(column, column + columns).every((held) => held === '')),
    );
    return isFree && inputs === digestInputs(template, row, around, rows);
  });
  return fits === undefined ? whole : fits.inputs;
}

function remember(read: ReadInputs): ReadInputs {
  const known = new Map<number, string | null>();
  return (row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const value = read(row);
    known.set(row, value);
    return value;
  };
}
