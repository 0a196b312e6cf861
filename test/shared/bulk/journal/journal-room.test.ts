import { Bench } from '../../../fakes/bulk-bench';

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

test('what a run would write over has to fit into its journal, as long as it is', () => {
  const rows = (text: string): string[][] => [['domain', 'industry'], ...column(20).map(([domain]) => [domain!, text])];
  const request = { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;
  for (const [text, fits] of [
    ['short', true],
    ['long '.repeat(1_000), false],
  ] as const) {
    const bench = new Bench(rows(text));
    bench.grid.journalTotal = 50_000;
    const start = (): unknown => bench.start(bench.plan(undefined, request));
    if (fits) expect(start()).toMatchObject({ is: 'done' });
    else expect(start).toThrow('no room for the journal');
    expect(bench.requests).toBe(Number(fits));
  }
});
