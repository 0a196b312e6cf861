import { Bench, INDUSTRY, TWO } from '../../fakes/bulk-bench';
import { Crash } from '../../fakes/bulk-drive';
import { PLAIN_LOOKS } from '../../fakes/memory-looks';

const BOLD = { style: ['bold', '#ffffff', '#1a73e8'], width: 120 };

function open(titles: readonly string[] = ['domain']): Bench {
  const bench = new Bench([titles, ['x1.example', ...titles.slice(1).map(() => '')]]);
  bench.grid.looks.set(0, 0, BOLD);
  return bench;
}

test('a new column has the style of the title beside it, and room for its answers; undo brings back what was', async () => {
  const bench = open();
  await bench.start(await bench.plan(TWO));
  expect([bench.grid.looks.at(0, 1), bench.grid.looks.at(0, 2)]).toEqual([
    { style: ['bold', '#ffffff', '#1a73e8'], width: 200 },
    { style: ['bold', '#ffffff', '#1a73e8'], width: 120 },
  ]);
  await bench.undo();
  expect([bench.grid.looks.at(0, 1), bench.grid.looks.at(0, 2)]).toEqual([PLAIN_LOOKS, PLAIN_LOOKS]);
});

test("a person's own column is never dressed", async () => {
  const bench = open(['domain', 'Industry']);
  await bench.start(await bench.plan(INDUSTRY, { where: 'sameTitles' }));
  expect(bench.grid.looks.at(0, 1)).toEqual(PLAIN_LOOKS);
});

test('a cell that a user has formatted keeps its style, and a wide column its width', async () => {
  const bench = open();
  bench.grid.looks.set(0, 1, { style: ['normal', '#ff0000', '#ffffff'], width: 500 });
  await bench.start(await bench.plan(INDUSTRY));
  expect(bench.grid.looks.at(0, 1)).toEqual({ style: ['normal', '#ff0000', '#ffffff'], width: 500 });
});

test('undo leaves later changes alone', async () => {
  const bench = open();
  await bench.start(await bench.plan(INDUSTRY));
  bench.grid.looks.set(0, 1, { style: ['bold', '#ffffff', '#00ff00'], width: 300 });
  await bench.undo();
  expect(bench.grid.looks.at(0, 1)).toEqual({ style: ['normal', '#000000', '#00ff00'], width: 300 });
});

test('a host that refuses loses no answer', async () => {
  const bench = open();
  bench.grid.looks.isRefusing = true;
  expect((await bench.start(await bench.plan(INDUSTRY))).summary.found).toBe(1);
  await bench.undo();
  expect(bench.grid.values()[1]?.[1]).toBe('');
});

/** The panel is closed at this step of what follows. */
function closeAt(bench: Bench, at: number): void {
  let step = 0;
  bench.grid.before = () => {
    step += 1;
    if (step === at) throw new Crash();
  };
}

function reopen(bench: Bench): void {
  bench.grid.before = () => undefined;
}

const unlessClosed = (error: unknown): void => {
  if (!(error instanceof Crash)) throw error;
};

test.each(Array.from({ length: 30 }, (_step, at) => at + 1))(
  'wherever the panel is closed in a run, here at step %i, undo brings back all looks',
  async (at) => {
    const bench = open();
    const plan = await bench.plan(TWO);
    closeAt(bench, at);
    await bench.start(plan).catch(unlessClosed);
    reopen(bench);
    if ((await bench.find()).is === 'none') return;
    if (at % 2 === 0) await bench.resume();
    await bench.undo();
    expect([bench.grid.looks.at(0, 1), bench.grid.looks.at(0, 2)]).toEqual([PLAIN_LOOKS, PLAIN_LOOKS]);
  },
);

test.each(Array.from({ length: 14 }, (_step, at) => at + 1))(
  'wherever the panel is closed in an undo, here at step %i, another one brings back all looks',
  async (at) => {
    const bench = open();
    await bench.start(await bench.plan(TWO));
    closeAt(bench, at);
    await bench.undo().catch(unlessClosed);
    reopen(bench);
    if (bench.grid.record !== null) await bench.undo();
    expect([bench.grid.looks.at(0, 1), bench.grid.looks.at(0, 2)]).toEqual([PLAIN_LOOKS, PLAIN_LOOKS]);
  },
);
