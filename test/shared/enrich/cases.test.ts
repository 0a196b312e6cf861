import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import { TraceError } from '../../../shared/errors/trace-error';
import { Bench, DAYS_30, INDUSTRY, isRowWrite } from '../../fakes/bulk-bench';
import { Crash } from '../../fakes/bulk-drive';
import type { Ended } from '../../fakes/ended';

/** Histories that once left rows blank, answers behind or files stuck: each has to end as if nobody had interfered. */
interface Case {
  readonly name: string;
  /** Numbers of companies, row by row. */
  readonly companies: readonly number[];
  readonly play: (bench: Bench) => Promise<Ended>;
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_row, at) => at);
const tableOf = (companies: readonly number[]): readonly GridValue[][] => [
  ['domain'],
  ...companies.map((company) => [`x${company}.example`]),
];

function reverse({ grid }: Bench): void {
  const [title, ...rows] = grid.rows;
  grid.rows = [title!, ...rows.reverse()];
}

function sort({ grid }: Bench): void {
  const [title, ...rows] = grid.rows;
  const inputOf = (row: (typeof rows)[number]): string => String(row[0]!.value);
  grid.rows = [title!, ...rows.sort((a, b) => (inputOf(a) < inputOf(b) ? -1 : 1))];
}

/** Right before the n-th write of rows. */
function atWrite(bench: Bench, nth: number, act: (bench: Bench) => void): void {
  let writes = 0;
  bench.grid.before = (asked) => {
    if (!isRowWrite(asked)) return;
    writes += 1;
    if (writes === nth) act(bench);
  };
}

async function withPause(bench: Bench, act: (bench: Bench) => void): Promise<Ended> {
  atWrite(bench, 1, ({ grid }) => void (grid.wish = 'pause'));
  expect(await bench.start()).toMatchObject({ is: 'paused', why: null });
  act(bench);
  bench.grid.wish = 'goOn';
  bench.grid.before = () => undefined;
  return await bench.resume();
}

const CASES: readonly Case[] = [
  {
    name: '1,001 companies and the first one again, reversed while they are filled',
    companies: [...upTo(1_001), 0],
    play: async (bench) => {
      atWrite(bench, 2, reverse);
      return await bench.start();
    },
  },
  {
    name: '3,000 contacts of 1,500 companies, sorted once',
    companies: upTo(3_000).map((at) => at % 1_500),
    play: async (bench) => {
      atWrite(bench, 2, sort);
      return await bench.start();
    },
  },
  {
    name: '3,000 contacts of 1,500 companies, sorted at a limit that is raised then',
    companies: upTo(3_000).map((at) => at % 1_500),
    play: async (bench) => {
      const end = await bench.start(undefined, { cap: 750 });
      expect(end).toMatchObject({ is: 'paused', why: { code: 'runCapReached' }, summary: { found: 750 } });
      sort(bench);
      return await bench.resume({ limit: 1_500 });
    },
  },
  {
    name: '12,000 rows of 10 companies, paused and reversed',
    companies: upTo(12_000).map((at) => at % 10),
    play: async (bench) => await withPause(bench, reverse),
  },
  {
    name: 'a page that was closed right after the titles',
    companies: upTo(3),
    play: async (bench) => {
      let isTitled = false;
      bench.grid.before = (asked) => {
        if (isTitled) throw new Crash();
        isTitled = asked.ask === 'sheet.write';
      };
      await expect(bench.start(await bench.plan())).rejects.toThrow(Crash);
      bench.grid.before = () => undefined;
      expect(bench.grid.at(0, 1).value).toBe('Industry');
      return await bench.resume();
    },
  },
];

const LOOKS = { style: ['bold', '#ffffff', '#1a73e8'], width: 120 };

test.each(CASES)(
  '$name: every row is filled, each company paid once, and undo is whole',
  async ({ companies, play }) => {
    const bench = new Bench(tableOf(companies));
    bench.grid.looks.set(0, 0, LOOKS);
    const plain = bench.grid.looks.at(0, 1);
    const count = new Set(companies).size;
    const end = await play(bench);
    bench.grid.before = () => undefined;
    expect({ is: end.is, ...end.summary }).toMatchObject({
      ...{ is: 'done', rows: companies.length, found: companies.length, open: 0, filled: [], creditsUsed: count },
    });
    expect(bench.grid.values().filter(([domain, answer]) => answer !== industryOf(domain))).toEqual([]);
    expect(bench.asked).toHaveLength(count);
    expect(await bench.undo()).toMatchObject({ restored: companies.length, isWhole: true, left: [], noPlace: [] });
    const { grid } = bench;
    expect({ record: grid.record, looks: grid.looks.at(0, 1) }).toEqual({ record: null, looks: plain });
    // In whatever order people have left the rows.
    const texts = (rows: readonly (readonly GridValue[])[]): string[] => rows.map((row) => row.join('')).sort();
    expect(texts(grid.values())).toEqual(texts(tableOf(companies)));
  },
);

function industryOf(domain: GridValue | undefined): string {
  return domain === 'domain' ? 'Industry' : `Industry ${String(domain).split('.')[0]}`;
}

test('an answer of the file that was lost after any save leaves the enrichment its owner’s, to go on and to undo', async () => {
  const failed: unknown[] = [];
  let isOver = false;
  for (let at = 1; !isOver; at += 1) {
    const bench = new Bench(tableOf(upTo(1_001)));
    const { append } = bench.grid.recordPort;
    let saves = 0;
    Object.assign(bench.grid.recordPort, {
      append: async (...given: Parameters<typeof append>) => {
        const isDone = await append(...given);
        saves += 1;
        if (saves === at) throw new TraceError('unreachable', {});
        return isDone;
      },
    });
    const first = await bench.start().catch((thrown: unknown) => thrown);
    isOver = saves < at;
    saves = Infinity;
    const found = await bench.find();
    const isOwn = found.is === 'enrichment' && found.enrichment.isOwn;
    if (found.is === 'enrichment') await bench.resume();
    else await bench.start();
    const { isWhole } = await bench.undo();
    const left = bench.grid.values().filter((row) => (row[1] ?? '') !== '').length;
    if (!isWhole || left > 0 || bench.asked.length !== 1_001) failed.push([at, first, isOwn, isWhole, left]);
  }
  expect(failed).toEqual([]);
});

describe('two pages', () => {
  const ROWS = upTo(2_000);

  /** Another page does something right before a call of this one. */
  const meanwhile = (
    bench: Bench,
    isNow: (ask: string, writes: number) => boolean,
    act: () => Promise<unknown>,
  ): void => {
    let writes = 0;
    bench.grid.before = async (asked) => {
      if (isRowWrite(asked)) writes += 1;
      if (!isNow(asked.ask, writes)) return;
      bench.grid.before = () => undefined;
      await act();
    };
  };

  test('one that wakes up between its save and its write, after another one’s undo, writes nothing', async () => {
    const bench = new Bench(tableOf(ROWS));
    const plan = await bench.plan();
    meanwhile(
      bench,
      (_ask, writes) => writes === 1,
      () => bench.undo(),
    );
    await expect(bench.start(plan)).rejects.toThrow('there is no enrichment to count');
    expect(
      bench.grid
        .values()
        .flatMap((row) => row.slice(1))
        .join(''),
    ).toBe('');
  });

  test('one that goes on leaves the other nothing to write or to ask, and no company is asked twice', async () => {
    const bench = new Bench(tableOf(ROWS));
    const plan = await bench.plan();
    meanwhile(
      bench,
      (_ask, writes) => writes === 2,
      () => bench.resume(),
    );
    expect(await bench.start(plan)).toMatchObject({ is: 'paused', why: { code: 'runElsewhere' } });
    expect(await bench.find()).toMatchObject({ enrichment: { head: { state: 'done' }, summary: { found: 2_000 } } });
    expect(bench.asked).toHaveLength(2_000);
  });

  test('who resumes what someone else has undone is told that', async () => {
    const bench = new Bench(tableOf([1, 2]));
    bench.grid.wish = 'pause';
    await bench.start();
    await bench.undo();
    await expect(async () => await bench.resume()).rejects.toMatchObject({ code: 'runGone' });
    await expect(async () => await bench.undo()).rejects.toMatchObject({ code: 'runGone' });
  });
});

test('a page closed at any of its calls over 300 rows costs nobody an answer, a credit or a cell', async () => {
  const failed: unknown[] = [];
  let isOver = false;
  let calls = 0;
  for (; !isOver; calls += 1) {
    const bench = new Bench(tableOf(upTo(300)));
    const plan = await bench.plan(INDUSTRY);
    const agreed = { cap: 300, quoted: 300, maxAgeMs: DAYS_30 };
    let left = calls;
    bench.grid.before = () => {
      if (left === 0) throw new Crash();
      left -= 1;
    };
    isOver = await bench.start(plan, agreed).then(
      () => true,
      () => false,
    );
    bench.grid.before = () => undefined;
    const goOn = async (): Promise<Ended> =>
      (await bench.find()).is === 'enrichment' ? await bench.resume() : await bench.start(plan, agreed);
    const { is, summary } = isOver ? { is: 'done', summary: { found: 300, creditsUsed: 300 } } : await goOn();
    const { isWhole } = await bench.undo();
    const stays = bench.grid
      .values()
      .flatMap((row) => row.slice(1))
      .join('');
    // What was asked for and not saved yet is asked for again, which the service charges once.
    const told = { is, found: summary.found, used: summary.creditsUsed, isWhole, stays };
    if (JSON.stringify(told) !== JSON.stringify({ is: 'done', found: 300, used: 300, isWhole: true, stays: '' }))
      failed.push([calls, told]);
  }
  expect(failed).toEqual([]);
  expect(calls).toBeGreaterThan(40);
});
