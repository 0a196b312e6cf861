import { Bench } from '../../../fakes/bulk-bench';

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

test('what a run would write over has to fit into its journal, as long as it is', async () => {
  const rows = (text: string): string[][] => [['domain', 'Industry'], ...column(20).map(([domain]) => [domain!, text])];
  const request = { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;
  for (const [text, fits] of [
    ['short', true],
    ['long '.repeat(1_000), false],
  ] as const) {
    const bench = new Bench(rows(text));
    bench.grid.journalTotal = 50_000;
    const start = async (): Promise<unknown> => await bench.start(await bench.plan(undefined, request));
    if (fits) expect(await start()).toMatchObject({ is: 'done' });
    else await expect(start).rejects.toThrow('no room for the undo record');
    expect(bench.requests).toBe(Number(fits));
  }
});

test.each([
  ['a long text', 20, 'long '.repeat(1_000), 50_000, '8'],
  ['a short text', 2_000, 'short', 60_000, '520'],
])(
  'where it does not fit over %s, it says how many rows would, and they do',
  async (_name, all, text, room, fitting) => {
    const start = async (count: number): Promise<unknown> => {
      const bench = new Bench([['domain', 'Industry'], ...column(count).map(([domain]) => [domain!, text])]);
      bench.grid.journalTotal = room;
      const request = { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;
      return await bench.start(await bench.plan(undefined, request));
    };
    await expect(async () => await start(all)).rejects.toThrow(
      `This file has no room for the undo record. Select up to ${fitting} rows, or add fewer columns.`,
    );
    expect(await start(Number(fitting.replace(',', '')))).toMatchObject({ is: 'done' });
  },
);
