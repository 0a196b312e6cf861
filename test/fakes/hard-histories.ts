import fc from 'fast-check';
import type { RunEnd } from '../../shared/bulk/run/run';
import type { Undone } from '../../shared/bulk/undo/undo';
import type { SameInputs } from '../../shared/bulk/undo/undo-plan';
import type { GridValue } from '../../shared/bulk/sheet/cell-values';
import type { TraceError } from '../../shared/errors/trace-error';
import { Crash } from './bulk-drive';
import { MemoryGrid } from './memory-grid';
import { CUT_OFF, MALFORMED, RATE_LIMITED, RunCase, SERVER_ERROR, type Network } from './run-case';

/**
 * Histories of one run with all that is hard at once: rows of the same company, rows that are copied, a column that is
 * sorted alone, answers that get lost, a store that forgets, a clock that jumps, and a panel that is closed.
 */
export interface HardHistory {
  /** The company of each row; several rows may name the same one. 0: none at all. */
  readonly companies: readonly number[];
  /** Whether rows of one company are told apart by what their cells say: by e-mail addresses. */
  readonly areMails: boolean;
  readonly mode: 'onlyEmpty' | 'overwrite';
  readonly limit: number | null;
  readonly adds: keyof typeof ADDS;
  readonly edits: readonly HardEdit[];
  /** What becomes of the requests, one after the other; those after them are answered. */
  readonly faults: readonly Fault[];
  /** After how many steps the panel is closed, each time; it is opened again as each of these says. */
  readonly closings: readonly Closing[];
}

export interface HardEdit {
  /** Before which step of the run; 0: after the panel has looked, and before it plans; those that are left: before the undo. */
  readonly at: number;
  readonly does: HardEditName;
  readonly row: number;
  readonly name: number;
}

export interface Closing {
  readonly after: number;
  readonly isForgotten: boolean;
  readonly days: number;
}

export const ROW_EDITS = ['sort', 'insert', 'insertOnTop', 'delete', 'copy', 'editTarget', 'insertColumn'] as const;
export const INPUT_EDITS = ['editInput', 'sortInputs', 'shiftInputs'] as const;
type HardEditName = (typeof ROW_EDITS)[number] | (typeof INPUT_EDITS)[number];

/** `cut off`, `malformed`: charged, and lost. */
export type Fault = 'none' | 'cut off' | 'malformed' | 'server error' | 'rate limited' | 'half of it';
const FAULTS: readonly Fault[] = ['none', 'cut off', 'malformed', 'server error', 'rate limited', 'half of it'];

export const OF_PARTNERS = ['partners', 'profile', 'typed', 'shared'] as const;

export function hardHistories(
  edits: readonly HardEdit['does'][],
  adds: readonly HardHistory['adds'][] = ['name'],
  mostCredits = 8,
): fc.Arbitrary<HardHistory> {
  return fc.record({
    companies: fc.array(fc.integer({ min: adds.includes('status') ? 0 : 1, max: adds.some(isOfCompanies) ? 5 : 60 }), {
      minLength: 1,
      maxLength: 9,
    }),
    areMails: fc.boolean(),
    mode: fc.constantFrom('onlyEmpty' as const, 'overwrite' as const),
    adds: fc.constantFrom(...adds),
    limit: fc.option(fc.integer({ min: 0, max: mostCredits }), { nil: null }),
    edits: fc.array(
      fc.record({
        at: fc.nat(70),
        does: fc.constantFrom(...edits),
        row: fc.nat(8),
        name: fc.integer({ min: 6, max: 9 }),
      }),
      { maxLength: 4 },
    ),
    faults: fc.array(fc.constantFrom(...FAULTS), { maxLength: 12 }),
    closings: fc.array(
      fc.record({
        after: fc.integer({ min: 1, max: 45 }),
        isForgotten: fc.boolean(),
        days: fc.constantFrom(0, 0, 0, 29, 31),
      }),
      { maxLength: 3 },
    ),
  });
}

const isOfCompanies = (adds: HardHistory['adds']): boolean => adds === 'name' || adds === 'status';

const ADDS = {
  name: [{ adds: 'company', field: 'name' }],
  status: [{ adds: 'company', field: 'name' }, { adds: 'status' }],
  partners: [{ adds: 'partners', field: 'name', type: null }],
  profile: [
    { adds: 'company', field: 'name' },
    { adds: 'partners', field: 'count', type: null },
    { adds: 'partners', field: 'name', type: null },
  ],
  typed: [{ adds: 'partners', field: 'name', type: 'technology' }],
  shared: [{ adds: 'sharedPartners', company: 'company-2.example', field: 'name' }],
} as const;

/** One row of the table: who it is stays with it, wherever it goes. */
function toTable({ companies, areMails, adds }: HardHistory): GridValue[][] {
  const inputOf = (company: number, at: number): string => {
    if (company === 0) return areMails ? `p${at}@gmail.com` : 'no domain';
    return areMails ? `p${at}@company-${company}.example` : `company-${company}.example`;
  };
  const hasStatus = adds === 'status';
  return [
    ['id', 'domain', 'Company', 'note', ...(hasStatus ? ['Status'] : [])],
    ...companies.map((company, at) => [
      ...[`#${at}`, inputOf(company, at), at % 3 === 2 ? `mine ${at}` : '', `note ${at}`],
      ...(hasStatus ? [''] : []),
    ]),
  ];
}

export const answerTo = (input: GridValue): string => {
  const [, company = ''] = /company-(\d+)/.exec(String(input)) ?? [];
  return `Company ${company}`;
};

export const columnOf = (grid: MemoryGrid, title: string): number =>
  Math.max(...grid.values().map((row) => row.indexOf(title)));

interface Difference {
  readonly id: string;
  readonly column: number;
  readonly is: GridValue;
  readonly was: GridValue;
}

export class PlayedHard {
  readonly run: RunCase;
  /** What the sheet would be without the run. */
  readonly shadow: MemoryGrid;
  /** Every input that a row has ever had, by its id. */
  readonly inputsOf = new Map<string, Set<GridValue>>();
  /** What has ever stood in the row of an input, with its title. */
  private readonly valuesBeside = new Map<GridValue, Set<string>>();
  /** Rows that a person has made of others, with whatever stood in them. */
  readonly copies = new Set<string>();
  end: RunEnd | null = null;
  /** Why it did not go on. */
  refusal: TraceError | null = null;
  private steps = 0;
  private readonly edits: HardEdit[];

  constructor(readonly history: HardHistory) {
    this.run = new RunCase(toTable(history));
    this.shadow = new MemoryGrid(toTable(history));
    this.edits = [...history.edits].sort((a, b) => a.at - b.at);
    this.run.network = spoiltBy(history.faults);
    this.note();
  }

  /** To its end, or until nothing lets it go on: however often the panel is closed. */
  async play(): Promise<void> {
    const { run, history } = this;
    const closings = [...history.closings];
    const wanted = {
      inputColumn: 1,
      where: 'sameTitles' as const,
      mode: history.mode,
      limit: history.limit,
      adds: ADDS[history.adds],
    };
    const look = run.look();
    while (this.edits[0]?.at === 0) this.edit(this.edits.shift()!);
    let plan;
    try {
      plan = await run.plan(wanted, look);
    } catch (thrown) {
      this.refusal = thrown as TraceError;
      return;
    }
    let sinceOpened = 0;
    run.before = () => {
      this.steps += 1;
      sinceOpened += 1;
      while (this.edits[0] !== undefined && this.edits[0].at <= this.steps) this.edit(this.edits.shift()!);
      if (sinceOpened === closings[0]?.after) throw new Crash();
    };
    for (;;) {
      sinceOpened = 0;
      try {
        const isBegun = (await run.reopen()).is === 'run';
        sinceOpened = 0;
        this.end = isBegun ? await run.resume() : await run.run(wanted, plan);
        break;
      } catch (thrown) {
        if (!(thrown instanceof Crash)) {
          this.refusal = thrown as TraceError;
          break;
        }
        const { isForgotten = false, days = 0 } = closings.shift() ?? {};
        run.host.nowMs += days * 86_400_000;
        if (isForgotten) run.host.cache.clear();
      }
    }
    run.before = () => undefined;
  }

  async undo(sameInputs: SameInputs = 'ask'): Promise<Undone | null> {
    for (const edit of this.edits.splice(0)) this.edit(edit);
    if ((await this.run.reopen()).is !== 'run') return null;
    return this.run.undo(sameInputs);
  }

  /** Cells in which the sheet differs from what it would be without the run. */
  differences(): Difference[] {
    const [is, was] = [this.run.grid.values(), this.shadow.values()];
    const id = columnOf(this.shadow, 'id');
    return is.flatMap((row, at) =>
      row.flatMap((value, column) => {
        const before = was[at]?.[column] ?? '';
        return value === before ? [] : [{ id: String(was[at]?.[id]), column, is: value, was: before }];
      }),
    );
  }

  /**
   * Whether a value of the sheet's owner stands beside an input that it has stood beside. Where only inputs were sorted,
   * and rows of one company hold the same answer, nobody can see that the rows themselves stayed.
   */
  isBesideItsInput({ id, column, is, was }: Difference): boolean {
    const rows = this.shadow.values();
    const [header, idColumn, inputColumn] = this.header();
    const input = rows.find((cells) => cells[idColumn] === id)?.[inputColumn] ?? '';
    const isAlone = rows.filter((cells) => cells[inputColumn] === input).length === 1;
    if (!isAlone || String(was).startsWith('typed')) return false;
    return this.valuesBeside.get(input)?.has(`${header[column] ?? ''} ${is}`) === true;
  }

  /** Whether it is a copy, or has ever had one's input: nobody can see which of the two is the first. */
  isDoubled(id: string): boolean {
    const copied = new Set([...this.copies].flatMap((copy) => [...(this.inputsOf.get(copy) ?? [])]));
    return this.copies.has(id) || [...(this.inputsOf.get(id) ?? [])].some((input) => copied.has(input));
  }

  private edit(edit: HardEdit): void {
    change(this.run.grid, edit);
    change(this.shadow, edit);
    if (edit.does === 'copy') this.copies.add(copyName(edit));
    this.note();
  }

  private note(): void {
    const [header, id, input] = this.header();
    for (const row of this.shadow.values()) {
      const key = String(row[id] ?? '');
      if (!this.inputsOf.has(key)) this.inputsOf.set(key, new Set());
      this.inputsOf.get(key)!.add(row[input] ?? '');
      const beside = this.valuesBeside.get(row[input] ?? '') ?? new Set();
      for (const [column, value] of row.entries()) beside.add(`${header[column] ?? ''} ${value}`);
      this.valuesBeside.set(row[input] ?? '', beside);
    }
  }

  private header(): readonly [titles: readonly GridValue[], id: number, input: number] {
    const titles = this.shadow.values().find((cells) => cells.includes('domain')) ?? [];
    return [titles, titles.indexOf('id'), titles.indexOf('domain')];
  }
}

const copyName = ({ row, name, at }: HardEdit): string => `copy ${row} ${name} ${at}`;

function change(grid: MemoryGrid, edit: HardEdit): void {
  const { does, row, name } = edit;
  const top = 1 + grid.values().findIndex((cells) => cells.includes('domain'));
  const at = top + (row % Math.max(1, grid.rows.length - top));
  const input = columnOf(grid, 'domain');
  const cellAt = (line: number): { value: GridValue } => grid.at(line, input);
  if (!does.startsWith('insert') && grid.rows.length <= top) return;
  switch (does) {
    case 'sort': {
      const id = columnOf(grid, 'id');
      const rank = (cells: readonly { value: GridValue }[]): number =>
        [...String(cells[id]?.value ?? '')].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) * name) % 97, 7);
      grid.rows.push(...grid.rows.splice(top).sort((a, b) => rank(a) - rank(b)));
      return;
    }
    case 'insert':
      grid.rows.splice(
        at,
        0,
        grid.rows[0]!.map(() => ({ value: '' })),
      );
      return;
    case 'delete':
      grid.rows.splice(at, 1);
      return;
    case 'copy':
      grid.rows.push((grid.rows[at] ?? []).map((cell) => ({ ...cell })));
      grid.at(grid.rows.length - 1, columnOf(grid, 'id')).value = copyName(edit);
      return;
    case 'editTarget':
      grid.at(at, columnOf(grid, 'Company')).value = `typed ${name}`;
      return;
    case 'insertColumn':
      for (const cells of grid.rows) cells.splice(name % 4, 0, { value: '' });
      return;
    case 'editInput':
      cellAt(at).value = `company-${name}.example`;
      return;
    case 'sortInputs': {
      const values = grid.rows.slice(top).map((_cells, offset) => cellAt(top + offset).value);
      for (const [offset, value] of values.reverse().entries()) cellAt(top + offset).value = value;
      return;
    }
    case 'shiftInputs':
      for (let line = grid.rows.length; line > at; line -= 1) cellAt(line).value = cellAt(line - 1).value;
      cellAt(at).value = '';
  }
}

function spoiltBy(faults: readonly Fault[]): Network {
  return async (send, nth) => {
    const fault = faults[nth - 1] ?? 'none';
    if (fault === 'server error') return SERVER_ERROR;
    if (fault === 'rate limited') return RATE_LIMITED;
    const came = await send();
    if (fault === 'cut off') return CUT_OFF;
    if (fault === 'malformed') return MALFORMED;
    if (fault === 'none' || !came.ok || came.response.status !== 200) return came;
    const body = JSON.parse(came.response.text) as { results?: unknown[] };
    if (body.results === undefined) return came;
    const text = JSON.stringify({ ...body, results: body.results.filter((_result, at) => at % 2 === 0) });
    return { ok: true, response: { ...came.response, text } };
  };
}
