import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

useUnconnectedSpreadsheet();

it('a message about one sheet of 200 makes no more calls than about the only one', async () => {
  const callsOf = async (sheets: number): Promise<number> => {
    const grids = Array.from({ length: sheets }, (_grid, at) => new SheetGrid(at, `Sheet${at}`));
    world.state.sheets.splice(0, Infinity, ...grids);
    let calls = 0;
    world.state.meanwhile = (made) => void (calls = made.length);
    const info = await new BulkPanel(world).host.ports.sheet.info(String(sheets - 1));
    world.state.meanwhile = null;
    expect(info?.name).toBe(`Sheet${sheets - 1}`);
    return calls;
  };
  expect(await callsOf(200)).toBe(await callsOf(1));
});

it('a sheet that does not exist, or is a chart, is none', async () => {
  const chart = new SheetGrid(3, 'Chart');
  chart.type = 'OBJECT';
  world.state.sheets.splice(0, Infinity, chart);
  const { sheet } = new BulkPanel(world).host.ports;
  expect([await sheet.info('3'), await sheet.info('4'), await sheet.info('x')]).toEqual([null, null, null]);
});
