import fc from 'fast-check';
import type { RunEnd } from '../../shared/bulk/run/run';
import { undoRun, type Undone } from '../../shared/bulk/undo/undo';
import type { GridValue } from '../../shared/bulk/sheet/cell-values';
import { Bench } from './bulk-bench';
import { Crash, drive, type Pick } from './bulk-drive';
import { isDressedAlike, MemoryGrid } from './memory-grid';

/** What a person does to the sheet, at the n-th effect of a run. */
interface Edit {
  readonly at: number;
  readonly does:
    | 'sort'
    | 'insert'
    | 'delete'
    | 'editTarget'
    | 'editInput'
    | 'insertColumn'
    | 'insertOnTop'
    | 'dragInput'
    | 'dragTarget';
  readonly row: number;
  readonly name: number;
}

export interface History {
  readonly inputs: readonly number[];
  readonly edits: readonly Edit[];
  readonly crashes: readonly number[];
  readonly mode: 'onlyEmpty' | 'overwrite';
  /** Rows of the table that are selected; all where there is none. */
  readonly selected?: readonly number[];
  /** What is asked for at the same time is performed in an order that follows from it; absent: as it was asked for. */
  readonly seed?: number;
  /** A limit of the run, in credits. */
  readonly cap?: number;
}

export const EDITS = ['sort', 'insert', 'delete', 'editTarget', 'editInput', 'insertColumn', 'insertOnTop'] as const;

/** They touch no row. */
export const COLUMN_MOVES = ['insertColumn', 'dragInput', 'dragTarget'] as const;

export const histories = (edits: readonly Edit['does'][], isUnique: boolean): fc.Arbitrary<History> =>
  fc.record({
    inputs: isUnique
      ? fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 })
      : fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 }),
    edits: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 45 }),
        does: fc.constantFrom(...edits),
        row: fc.integer({ min: 0, max: 11 }),
        name: fc.integer({ min: 0, max: 40 }),
      }),
      { maxLength: 4 },
    ),
    crashes: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
    mode: fc.constantFrom('onlyEmpty', 'overwrite'),
  });

export const START = (inputs: readonly number[]): GridValue[][] => [
  ['id', 'domain', 'Industry', 'note'],
  ...inputs.map((name, id) => [`#${id}`, `x${name}.example`, id % 4 === 3 ? `old ${id}` : '', `note ${id}`]),
];

/** Column of the title, wherever it has gone. */
export function columnOf(grid: MemoryGrid, title: string): number {
  return Math.max(...grid.values().map((row) => row.indexOf(title)));
}

function headerOf(grid: MemoryGrid): number {
  return grid.values().findIndex((row) => row.includes('domain'));
}

function edit(grid: MemoryGrid, { does, row, name }: Edit): void {
  const top = headerOf(grid) + 1;
  const at = top + (row % Math.max(1, grid.rows.length - top));
  const blank = (): { value: GridValue }[] => (grid.rows[0] ?? []).map(() => ({ value: '' }));
  switch (does) {
    case 'sort': {
      const id = columnOf(grid, 'id');
      const key = (cells: readonly { value: GridValue }[]): string => {
        const value = String(cells[id]?.value);
        return String((value.charCodeAt(value.length - 1) * (name + 7)) % 13) + value;
      };
      const below = grid.rows.splice(top).map((cells) => ({ cells, by: key(cells) }));
      below.sort((a, b) => (a.by < b.by ? -1 : 1));
      grid.rows.push(...below.map(({ cells }) => cells));
      return;
    }
    case 'insert':
      grid.rows.splice(at, 0, blank());
      return;
    case 'insertOnTop':
      grid.rows.splice(0, 0, blank());
      return;
    case 'delete':
      if (grid.rows.length > top) grid.rows.splice(at, 1);
      return;
    case 'editTarget':
      if (grid.rows.length > top) {
        const cell = grid.at(at, columnOf(grid, 'Industry'));
        cell.value = `mine ${name}`;
        if (name % 3 === 0) cell.formula = true;
      }
      return;
    case 'editInput':
      if (grid.rows.length > top) grid.at(at, columnOf(grid, 'domain')).value = `x${name + 100}.example`;
      return;
    case 'insertColumn':
      for (const cells of grid.rows) cells.splice(name % 4, 0, { value: '' });
      return;
    case 'dragInput':
    case 'dragTarget': {
      const from = columnOf(grid, does === 'dragInput' ? 'domain' : 'Industry');
      for (const cells of grid.rows) cells.splice(name % 4, 0, ...cells.splice(from, 1));
    }
  }
}

interface Played {
  readonly bench: Bench;
  /** What the sheet would be without the run. */
  readonly shadow: MemoryGrid;
  readonly end: RunEnd;
  /** Every input that a row has ever had, by its id. */
  readonly inputsOf: Map<string, Set<string>>;
  /** Of the rows of the plan. */
  readonly ids: ReadonlySet<string>;
}

export async function play({ inputs, edits, crashes, mode, selected, seed, cap }: History): Promise<Played> {
  const bench = new Bench(START(inputs));
  if (seed !== undefined) bench.pick = inOrderOf(seed);
  const { grid } = bench;
  const shadow = new MemoryGrid(START(inputs));
  for (const one of [grid, shadow]) {
    for (let row = 1; row <= inputs.length; row += 1) one.at(row, 2).format = FORMATS[row % FORMATS.length]!;
  }
  const inputsOf = new Map<string, Set<string>>();
  const note = (): void => {
    const [id, input] = [columnOf(shadow, 'id'), columnOf(shadow, 'domain')];
    for (const row of shadow.values()) {
      const key = `${row[id] ?? ''}`;
      if (!inputsOf.has(key)) inputsOf.set(key, new Set());
      inputsOf.get(key)!.add(`${row[input] ?? ''}`);
    }
  };
  note();
  const plan = await bench.plan(undefined, {
    inputColumn: 1,
    where: 'sameTitles',
    mode,
    isOverwriteConfirmed: mode === 'overwrite',
  });
  const some = (selected ?? []).map((row) => plan.rows[row % Math.max(1, plan.rows.length)]?.row);
  const isSelected = ({ row }: { readonly row: number }): boolean => selected === undefined || some.includes(row);
  const chosen = await bench.plan(undefined, {
    inputColumn: 1,
    where: 'sameTitles',
    mode,
    isOverwriteConfirmed: mode === 'overwrite',
    rows: plan.rows
      .filter(isSelected)
      .map(({ row, identifier }) => ({ row, input: { is: 'company', identifier, given: identifier } })),
  });
  const before = grid.values();
  const ids = new Set(chosen.rows.map(({ row }) => String(before[row]![0])));
  let effects = 0;
  let sinceStart = 0;
  const left = [...crashes];
  const waiting = [...edits].sort((a, b) => a.at - b.at);
  grid.before = () => {
    effects += 1;
    sinceStart += 1;
    while (waiting.length > 0 && waiting[0]!.at <= effects) {
      const next = waiting.shift()!;
      edit(grid, next);
      edit(shadow, next);
      note();
    }
    if (sinceStart === left[0]) {
      left.shift();
      sinceStart = 0;
      throw new Crash();
    }
  };
  let end: RunEnd | null = null;
  while (end === null) {
    sinceStart = 0;
    grid.lease = null;
    try {
      end = grid.journal?.has('head') === true ? await bench.resume() : await bench.start(chosen, { cap: cap ?? null });
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }
  grid.before = () => undefined;
  return { bench, shadow, end, inputsOf, ids };
}

export async function undo({ bench }: Played): Promise<Undone> {
  return await drive(undoRun, bench.host, bench.grid);
}

/** Any of them, by a small generator of numbers: https://en.wikipedia.org/wiki/Linear_congruential_generator. */
function inOrderOf(seed: number): Pick {
  let state = seed >>> 0;
  return (effects) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * effects.length);
  };
}

/** Of the cells that a run fills. */
const FORMATS = ['General', '@', 'dd.mm.yyyy'];

export const answerTo = (input: string): string => `Industry ${input.split('.')[0]}`;

/** Cells in which a sheet differs from what it would be without the run: in value, format, or by a formula. */
export function differences({
  bench,
  shadow,
}: Played): { id: string; column: number; is: GridValue; was: GridValue }[] {
  const [is, was] = [bench.grid.values(), shadow.values()];
  expect(is.length).toBe(was.length);
  const id = columnOf(shadow, 'id');
  return is.flatMap((row, at) =>
    row.flatMap((value, column) =>
      value === (was[at]![column] ?? '') && isDressedAlike(bench.grid, shadow, at, column)
        ? []
        : [{ id: String(was[at]![id]), column, is: value, was: was[at]![column] ?? '' }],
    ),
  );
}
