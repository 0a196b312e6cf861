import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';

const SUMMARY = {
  title: 'Technologies: [all]',
  rows: [
    ['Technology', 'Companies'],
    ['=React', 3],
    ['Vue', 2],
  ],
  chart: { title: 'Most common', firstRow: 0, rows: 3 },
};

interface Sheets {
  getItem(id: string): object;
}
interface Context {
  readonly workbook: { readonly worksheets: Sheets };
}
const page = globalThis as unknown as {
  Excel: { run(options: object, work: (context: Context) => Promise<unknown>): Promise<unknown> };
};

let world: BulkWorld;
beforeEach(() => {
  world = new BulkWorld(new FakeSheet([[{ shown: 'x' }]]), 'http://127.0.0.1:9');
});
afterEach(() => BulkWorld.close());

/** Excel, which draws charts where the grid does not: what they were given is noted. */
function drawCharts(): unknown[] {
  const drawn: unknown[] = [];
  const chart = {
    title: { text: '' },
    legend: { visible: true },
    axes: { categoryAxis: { reversePlotOrder: false } },
    setPosition: (...cells: unknown[]) => void drawn.push(cells, chart),
  };
  const charts = { add: (...given: unknown[]) => (drawn.push([given[0], given[2]]), chart) };
  const { Excel } = page;
  page.Excel = {
    run: (options, work) =>
      Excel.run(options, (context) => {
        const { worksheets } = context.workbook;
        const getItem = worksheets.getItem.bind(worksheets);
        worksheets.getItem = (id) => Object.assign(getItem(id), { charts });
        return work(context);
      }),
  };
  return drawn;
}

it('is a sheet behind the others, whose texts stay texts', async () => {
  const inserted = await world.host.insertSummary(SUMMARY);
  const [, sheet] = world.workbook.sheets;
  expect(inserted).toEqual({
    sheet: sheet?.id,
    name: 'Technologies   all',
    withoutChart: "This workbook can't draw charts. The table has the numbers.",
  });
  expect(sheet?.rows.map((row) => row.map(({ shown, formula }) => [shown, formula]))).toEqual([
    [
      ['Technology', undefined],
      ['Companies', undefined],
    ],
    [
      ['=React', undefined],
      [3, undefined],
    ],
    [
      ['Vue', undefined],
      [2, undefined],
    ],
  ]);
});

it('has a bar chart where Excel draws one', async () => {
  const drawn = drawCharts();
  expect((await world.host.insertSummary(SUMMARY)).withoutChart).toBeNull();
  expect(drawn).toEqual([
    ['BarClustered', 'Columns'],
    ['E2', 'N16'],
    {
      title: { text: 'Most common' },
      legend: { visible: false },
      axes: { categoryAxis: { reversePlotOrder: true } },
      setPosition: expect.any(Function),
    },
  ]);
});

it('has another name where its own is taken, in whatever capitals, and none that Excel refuses', async () => {
  const long = 'x'.repeat(40);
  const names: string[] = [];
  for (const title of ['LEADS', 'Leads', long, long]) {
    names.push((await world.host.insertSummary({ ...SUMMARY, title, chart: null })).name);
  }
  expect(names).toEqual(['LEADS (2)', 'Leads (3)', 'x'.repeat(31), `${'x'.repeat(27)} (2)`]);
});
