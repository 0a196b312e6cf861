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
