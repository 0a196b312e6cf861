import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../fakes/apps-script/sheet-grid';
import type { SheetsWorld } from '../fakes/apps-script/world';
import { openWorld } from './open-world';

let world: SheetsWorld;

beforeAll(async () => {
  world = await openWorld('http://127.0.0.1:9');
});
afterAll(() => world.stop());

it('a message about one sheet asks nothing of the other 199', async () => {
  const grids = Array.from({ length: 200 }, (_grid, at) => new SheetGrid(at, `Sheet${at}`));
  let asked = 0;
  for (const grid of grids.slice(0, -1)) {
    Object.defineProperty(grid, 'type', {
      get() {
        asked += 1;
        return 'GRID';
      },
    });
  }
  world.state.sheets.splice(0, Infinity, ...grids);
  const info = await new BulkPanel(world).host.ports.sheet.info('199');
  expect([info?.name, asked]).toEqual(['Sheet199', 0]);
});

it('a sheet that does not exist, or is a chart, is none', async () => {
  const chart = new SheetGrid(3, 'Chart');
  chart.type = 'OBJECT';
  world.state.sheets.splice(0, Infinity, chart);
  const { sheet } = new BulkPanel(world).host.ports;
  expect([await sheet.info('3'), await sheet.info('4'), await sheet.info('x')]).toEqual([null, null, null]);
});
