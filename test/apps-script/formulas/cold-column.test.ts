import { AS_REPORTED } from '../../fakes/apps-script/service-times';
import { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { companies } from '../open-world';
import { fillDown } from './sheet-of-formulas';
import { charged, requests, useOneSpreadsheet, world } from '../spreadsheet';

/** What the first formula of a column saves for all, on a clock where Google takes as long as reported. */

const SOME = Array.from({ length: 10 }, (_row, index) => 100 * (index + 1));

useOneSpreadsheet();

beforeEach(() => {
  world.state.sheets.splice(0, Infinity, new SheetGrid(0, 'Sheet1'));
  world.state.documentCache.clear();
  world.state.documentProperties.remove('TRACE_SHOWN_0');
  Object.assign(world.state.times, AS_REPORTED);
  world.state.network.takesMs = 1_000;
});

const first = (rows: number): ReturnType<typeof world.typeFormula> => {
  const grid = fillDown(world, rows, '=TRACE_COMPANY(A#)');
  const at = { row: 2, column: 2, sheetId: grid.id };
  return world.typeFormula('TRACE_COMPANY', ['company-1.example'], { at });
};

it('1,000 cold cells are saved by one formula within 30 s, and the others find theirs', async () => {
  const { cells, note, tookMs } = first(1_000);
  const sent = await requests();
  const found = SOME.map((row) => world.typeFormula('TRACE_COMPANY', [`company-${row}.example`]).cells[0]![0]);
  expect(found).toEqual(SOME.map((row) => `Company ${row}`));
  expect({ cells, note, inTime: tookMs < 30_000, sent, again: (await requests()) - sent }).toEqual({
    cells: [['Company 1']],
    note: null,
    inTime: true,
    sent: 10,
    again: 0,
  });
});

it('records and what is shown of them are written together, each item once', () => {
  const before = world.state.documentCache.written;
  const { calls } = first(200);
  // One by one come only claims of the turn, and the last is gone.
  const claims = calls.filter((call) => call === 'DocumentCache.put').length;
  const written = world.state.documentCache.written - before - claims;
  expect({ written, isClaimed: claims > 0 }).toEqual({ written: world.state.documentCache.size, isClaimed: true });
});

it('if Google takes too long, what is left is not saved, and the formula has its answer', () => {
  world.state.times.writtenValueMs = 120;
  const { cells, note } = first(600);
  const items = world.state.documentCache.size;
  expect({ cells, note, isPart: items > 100 && items < 500 }).toEqual({
    cells: [['Company 1']],
    note: null,
    isPart: true,
  });
});

it('400 named cells take longer to read than a formula may run, so it reads some and the others find theirs later', async () => {
  const grid = fillDown(world, 400, '=TRACE_COMPANY(domain_#)');
  for (let row = 2; row < 402; row += 1) world.state.namedRanges.set(`DOMAIN_${row}`, `Sheet1!$A$${row}`);
  const { cells, note, tookMs } = world.typeFormula('TRACE_COMPANY', ['company-1.example'], {
    at: { row: 2, column: 2, sheetId: grid.id },
  });
  expect({ cells, note, inTime: tookMs < 30_000, charged: (await charged()) >= 60 }).toEqual({
    cells: [['Company 1']],
    note: null,
    inTime: true,
    charged: true,
  });
});

it.each([
  ['a whole sheet', '=TRACE_COMPANY(Data!A:Z)'],
  ['its name', '=TRACE_COMPANY(everything)'],
])(
  'what no formula accepts is not read for its neighbors: %s, of which there may be 10 million cells',
  (_what, formula) => {
    const grid = fillDown(world, 10, '=TRACE_COMPANY(A#)');
    grid.enter('B12', formula);
    const data = new SheetGrid(7, 'Data');
    data.put({ row: 2_000, column: 26 }, 'x');
    world.state.sheets.push(data);
    world.state.namedRanges.set('EVERYTHING', 'Data!$A$1:$Z$2000');
    const read = jest.spyOn(data, 'value');
    const { cells } = world.typeFormula('TRACE_COMPANY', ['company-1.example'], {
      at: { row: 2, column: 2, sheetId: grid.id },
    });
    world.state.sheets.pop();
    expect({ cells, read: read.mock.calls.length }).toEqual({ cells: [['Company 1']], read: 0 });
  },
);

it('saving between two waves of requests never makes one begin after 20 s', () => {
  const { state } = world;
  // To save all that the second wave brought would take until after that.
  state.network.takesMs = 6_000;
  const startMs = state.clock.nowMs() + AS_REPORTED.startMs;
  const begun: number[] = [];
  state.meanwhile = (calls) =>
    void (calls[calls.length - 1] === 'UrlFetchApp.fetchAll' && begun.push(state.clock.nowMs() - startMs));
  const { cells, note } = world.typeFormula('TRACE_COMPANY', [companies(4_200)]);
  state.meanwhile = null;
  expect({ note, rows: cells.length, waves: begun.length, late: begun.filter((atMs) => atMs > 20_000) }).toEqual({
    note: null,
    rows: 4_200,
    waves: 3,
    late: [],
  });
});
