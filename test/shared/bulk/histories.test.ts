import fc from 'fast-check';
import { readJournal } from '../../../shared/bulk/journal';
import type { RunEnd } from '../../../shared/bulk/run';
import { undoRun, type Undone } from '../../../shared/bulk/undo';
import type { GridValue } from '../../../shared/bulk/written';
import { Crash, drive, MemoryGrid } from '../../fakes/memory-grid';
import { Bench } from '../../fakes/bulk-bench';

/** What a person does to the sheet, at the n-th effect of a run. */
interface Edit {
  readonly at: number;
  readonly does: 'sort' | 'insert' | 'delete' | 'editTarget' | 'editInput' | 'insertColumn' | 'insertOnTop';
  readonly row: number;
  readonly name: number;
}

interface History {
  readonly inputs: readonly number[];
  readonly edits: readonly Edit[];
  readonly crashes: readonly number[];
  readonly mode: 'onlyEmpty' | 'overwrite';
  /** Rows of the table that are selected; all where there is none. */
  readonly selected?: readonly number[];
}

const EDITS = ['sort', 'insert', 'delete', 'editTarget', 'editInput', 'insertColumn', 'insertOnTop'] as const;

const histories = (edits: readonly Edit['does'][], isUnique: boolean): fc.Arbitrary<History> =>
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

const START = (inputs: readonly number[]): GridValue[][] => [
  ['id', 'domain', 'industry', 'note'],
  ...inputs.map((name, id) => [`#${id}`, `x${name}.example`, id % 4 === 3 ? `old ${id}` : '', `note ${id}`]),
];

/** Column of the title, wherever it has gone. */
function columnOf(grid: MemoryGrid, title: string): number {
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
      const below = grid.rows.splice(top).sort((a, b) => (key(a) < key(b) ? -1 : 1));
      grid.rows.push(...below);
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
      if (grid.rows.length > top) grid.at(at, columnOf(grid, 'industry')).value = `mine ${name}`;
      return;
    case 'editInput':
      if (grid.rows.length > top) grid.at(at, columnOf(grid, 'domain')).value = `x${name + 100}.example`;
      return;
    case 'insertColumn':
      for (const cells of grid.rows) cells.splice(name % 4, 0, { value: '' });
      return;
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

function play({ inputs, edits, crashes, mode, selected }: History): Played {
  const bench = new Bench(START(inputs));
  const { grid } = bench;
  const shadow = new MemoryGrid(START(inputs));
  const inputsOf = new Map<string, Set<string>>();
  const note = (): void => {
    const [id, input] = [columnOf(shadow, 'id'), columnOf(shadow, 'domain')];
    for (const row of shadow.values()) {
      const key = String(row[id] ?? '');
      if (!inputsOf.has(key)) inputsOf.set(key, new Set());
      inputsOf.get(key)!.add(String(row[input] ?? ''));
    }
  };
  note();
  const plan = bench.plan(undefined, {
    inputColumn: 1,
    where: 'sameTitles',
    mode,
    isOverwriteConfirmed: mode === 'overwrite',
  });
  const some = (selected ?? []).map((row) => plan.rows[row % Math.max(1, plan.rows.length)]?.row);
  const isSelected = ({ row }: { readonly row: number }): boolean => selected === undefined || some.includes(row);
  const chosen = bench.plan(undefined, {
    inputColumn: 1,
    where: 'sameTitles',
    mode,
    isOverwriteConfirmed: mode === 'overwrite',
    rows: plan.rows
      .filter(isSelected)
      .map(({ row, identifier }) => ({ row, input: { is: 'company', identifier, given: identifier } })),
  });
  const ids = new Set(chosen.rows.map(({ row }) => String(grid.values()[row]![0])));
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
      end = grid.journal?.has('head') === true ? bench.resume() : bench.start(chosen);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }
  grid.before = () => undefined;
  return { bench, shadow, end, inputsOf, ids };
}

function undo({ bench }: Played): Undone {
  return drive(undoRun(), bench.host, bench.grid);
}

const answerTo = (input: string): string => `Industry ${input.split('.')[0]}`;

/** Cells in which a sheet differs from what it would be without the run. */
function differences({ bench, shadow }: Played): { id: string; column: number; is: GridValue; was: GridValue }[] {
  const [is, was] = [bench.grid.values(), shadow.values()];
  expect(is.length).toBe(was.length);
  const id = columnOf(shadow, 'id');
  return is.flatMap((row, at) =>
    row.flatMap((value, column) =>
      value === (was[at]![column] ?? '')
        ? []
        : [{ id: String(was[at]![id]), column, is: value, was: was[at]![column] ?? '' }],
    ),
  );
}

test('whatever a person does meanwhile, only cells of the run are written, each with the answer of its own input', () => {
  fc.assert(
    fc.property(histories(EDITS, false), (history) => {
      const played = play(history);
      for (const { id, column, is, was } of differences(played)) {
        expect(column).toBe(columnOf(played.shadow, 'industry'));
        if (history.mode === 'onlyEmpty') expect(was).toBe('');
        expect([...played.inputsOf.get(id)!].map(answerTo)).toContain(is);
      }
    }),
    { numRuns: 400 },
  );
});

test('no row is filled that was not selected, also where it names the same company', () => {
  const selected = fc.array(fc.nat(11), { minLength: 1, maxLength: 4 });
  // Rows with the same input that change places by a sort cannot be told apart by anyone.
  const edits = ['insert', 'editTarget', 'insertColumn', 'insertOnTop'] as const;
  fc.assert(
    fc.property(histories(edits, false), selected, (history, rows) => {
      const played = play({ ...history, selected: rows });
      for (const { id } of differences(played)) expect([...played.ids]).toContain(id);
    }),
    { numRuns: 300 },
  );
});

test('every answer is placed or listed, and no company is asked for twice', () => {
  fc.assert(
    fc.property(histories(EDITS, true), (history) => {
      const played = play(history);
      const { bench, shadow, end } = played;
      if (end.is !== 'done') return expect(end.why?.code).toBe('columnsGone');
      const { rows, open, found, filled, unplaced, gone, creditsUsed } = end.summary;
      expect(open).toBe(0);
      expect(found + filled + unplaced + gone).toBe(rows);
      const [input, target] = [columnOf(shadow, 'domain'), columnOf(shadow, 'industry')];
      const empty = bench.grid.values().filter((row) => {
        const name = String(row[input] ?? '');
        return /^x\d\d?\.example$/.test(name) && row[target] === '';
      });
      expect(empty.length).toBeLessThanOrEqual(unplaced + gone);
      const asked = bench.host.requests.flatMap(({ body }) => (body as { domains: readonly string[] }).domains);
      // The service charges a company once. What it is asked for twice was on its way when the run broke off.
      const companies = new Set(asked).size;
      expect(asked.length).toBeLessThanOrEqual(companies * (1 + history.crashes.length));
      expect(companies).toBeLessThanOrEqual(history.inputs.length);
      if (history.crashes.length > 0) return;
      expect(asked).toHaveLength(companies);
      expect(bench.host.spending.counters.runs).toBe(companies);
      expect(creditsUsed).toBe(companies);
    }),
    { numRuns: 400 },
  );
});

test('undo restores exactly, apart from what it lists', () => {
  fc.assert(
    fc.property(histories(EDITS, true), (history) => {
      const played = play(history);
      const journal = readJournal(played.bench.grid.journal)!;
      if (played.end.is !== 'done') return;
      const { missing } = undo(played);
      const left = differences(played);
      expect(left.length).toBeLessThanOrEqual(missing.length);
      if (history.edits.every(({ does }) => does !== 'editInput')) expect(left).toEqual([]);
      expect(journal.head.isFinished).toBe(true);
      expect(played.bench.grid.journal).toBeNull();
    }),
    { numRuns: 400 },
  );
});

test('undo restores exactly after a run that broke off and was never resumed', () => {
  fc.assert(
    fc.property(histories(['sort', 'insert', 'delete'], true), fc.integer({ min: 8, max: 30 }), (history, crashAt) => {
      const bench = new Bench(START(history.inputs));
      const plan = bench.plan(undefined, { inputColumn: 1, where: 'sameTitles' });
      let effects = 0;
      bench.grid.before = () => {
        effects += 1;
        if (effects === crashAt) throw new Crash();
      };
      try {
        bench.start(plan);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
      bench.grid.before = () => undefined;
      if (bench.grid.journal?.has('head') !== true) return;
      drive(undoRun(), bench.host, bench.grid);
      expect(bench.grid.values()).toEqual(START(history.inputs));
    }),
    { numRuns: 200 },
  );
});

test('an undo that breaks off can be done again', () => {
  fc.assert(
    fc.property(histories(['sort', 'insert'], true), fc.integer({ min: 1, max: 10 }), (history, crashAt) => {
      const played = play({ ...history, crashes: [] });
      const { grid } = played.bench;
      if (played.end.is !== 'done') return;
      let effects = 0;
      grid.before = () => {
        effects += 1;
        if (effects === crashAt) throw new Crash();
      };
      try {
        undo(played);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        grid.before = () => undefined;
        if (grid.journal !== null) expect(undo(played).edited).toEqual([]);
      }
      expect(differences(played)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
