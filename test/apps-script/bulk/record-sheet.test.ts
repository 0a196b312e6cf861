import { findEnrichment } from '../../../shared/enrich/enrichment';
import { startEnrichment } from '../../../shared/runs';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { charged, useOneSpreadsheet, world } from '../spreadsheet';

/** The sheet with the record of an enrichment, and what users do with it. */

const ROWS = 3;
const OVERWRITE = { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;

let grid: SheetGrid;
let panel: BulkPanel;

useOneSpreadsheet();

beforeEach(() => {
  grid = useCompanies(world, ROWS);
  panel = new BulkPanel(world);
});

afterEach(() => void (world.state.refusesSheets = null));

const names = (): readonly string[] => world.state.sheets.map(({ name }) => name);
const record = (): SheetGrid => world.state.sheets.find(({ name }) => name === 'Trace record')!;

async function startRefused(): Promise<unknown> {
  const plan = await planAll(panel, ROWS, [NAME]);
  return panel.start(plan).catch((thrown: { code: string; message: string }) => [thrown.code, thrown.message]);
}

it.each<readonly [string, string, () => void]>([
  [
    'the file lets nobody add a sheet',
    'You are trying to edit a protected cell or object',
    () => void (world.state.refusesSheets = 'You are trying to edit a protected cell or object.'),
  ],
  [
    "a person's own sheet has its name",
    'A sheet with the name "Trace record" already exists. Please enter another name',
    () => {
      const own = new SheetGrid(20, 'Trace record');
      own.hold({ row: 1, column: 1 }, 'mine');
      world.state.sheets.push(own);
    },
  ],
])('if %s, nothing is written, marked or paid, and a sentence says why', async (_name, said, refuse) => {
  refuse();
  const before = JSON.stringify(world.state.sheets.map((sheet) => sheet.copy()));
  const told = await startRefused();
  expect(told).toEqual([
    'recordRefused',
    `Undo needs the sheet "Trace record", which Trace cannot add: ${said}. Unprotect the file, or rename its sheet of that name, then start.`,
  ]);
  expect({ sheets: JSON.stringify(world.state.sheets.map((sheet) => sheet.copy())), paid: await charged() }).toEqual({
    sheets: before,
    paid: 0,
  });
  world.state.refusesSheets = null;
  expect(await panel.run(findEnrichment)).toEqual({ is: 'none' });
});

it('a file that is full has no room for it, and says so', async () => {
  grid.layout.rows = 384_000;
  expect(await startRefused()).toEqual([
    'sheetFull',
    'The file has no room for more cells. Delete empty rows or columns, then resume.',
  ]);
  expect({ names: names(), column: columnOf(grid, 2, ROWS), paid: await charged() }).toEqual({
    names: ['Leads'],
    column: ['', '', ''],
    paid: 0,
  });
});

it.each<readonly [string, () => void]>([
  ['deleted', () => void world.state.sheets.splice(world.state.sheets.indexOf(record()), 1)],
  [
    'renamed',
    () => void world.state.sheets.splice(world.state.sheets.indexOf(record()), 1, new SheetGrid(30, 'Other')),
  ],
])('if it is %s while rows are filled, nothing more is written', async (_name, act) => {
  const plan = await planAll(panel, ROWS, [NAME]);
  panel.before = (message) => {
    if (message !== 'exchange') return;
    panel.before = () => undefined;
    act();
  };
  const settings = { cap: null, quoted: 0, maxAgeMs: 30 * 86_400_000 };
  const end = await panel.run((ports) => startEnrichment(ports, plan, settings));
  expect({ is: end.is, why: end.why?.code, column: columnOf(grid, 2, ROWS) }).toEqual({
    is: 'paused',
    why: 'runElsewhere',
    column: ['', '', ''],
  });
  expect(await panel.run(findEnrichment)).toEqual({ is: 'none' });
});

it('a copy of it changes nothing', async () => {
  grid.put({ row: 1, column: 2 }, 'Company');
  grid.hold({ row: 2, column: 2 }, 'old');
  await panel.start(await planAll(panel, ROWS, [NAME], OVERWRITE));
  const copy = SheetGrid.from({ ...record().copy(), id: 40, name: 'Copy of Trace record' });
  world.state.sheets.push(copy);
  const undone = await panel.undo();
  expect({ isWhole: undone.isWhole, column: columnOf(grid, 2, ROWS), names: names() }).toEqual({
    isWhole: true,
    column: ['old', '', ''],
    names: ['Leads', 'Copy of Trace record'],
  });
});

it('a protected sheet that an editor gives its name is never deleted', async () => {
  const secret = new SheetGrid(20, 'Trace record');
  secret.hold({ row: 1, column: 1 }, JSON.stringify({ holder: 'x' }));
  secret.layout.columns = 5;
  secret.isProtected = true;
  world.state.sheets.push(secret);
  await panel.keep();
  world.callRpc('bulkForget', ['everything']);
  expect(names()).toEqual(['Leads', 'Trace record']);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});

it('what an interrupted script has left of it is replaced', async () => {
  world.state.sheets.push(new SheetGrid(20, 'Trace record'));
  const { is } = await panel.start(await planAll(panel, ROWS, [NAME]));
  expect({ is, names: names() }).toEqual({ is: 'done', names: ['Leads', 'Trace record'] });
});

it('texts in it stay texts, whatever they look like', async () => {
  grid.put({ row: 1, column: 2 }, 'Company');
  // Among the inputs, too.
  grid.hold({ row: 5, column: 1 }, '=IMPORTXML("https://evil.example","//a")');
  for (const [at, text] of ['=1+1', "'quoted", '1/2'].entries()) grid.hold({ row: at + 2, column: 2 }, text);
  await panel.start(await planAll(panel, ROWS, [NAME], OVERWRITE));
  expect(record().formulas()).toEqual({});
  await panel.undo();
  expect(columnOf(grid, 2, ROWS)).toEqual(['=1+1', "'quoted", '1/2']);
});

it('its first row says what it is for, beside the text that the program reads', async () => {
  await panel.start(await planAll(panel, ROWS, [NAME]));
  world.callRpc('bulkRecord', [{ what: 'show' }]);
  expect(record().value({ row: 1, column: 2 })).toBe(
    'Trace keeps the old values of the last enrichment here, so that you can resume or undo it. The sheet is deleted once you keep or undo it. Cells that you edit here may not be restored.',
  );
  expect([...record().layout.widths]).toEqual([
    [1, 80],
    [2, 213],
    [3, 187],
    [4, 347],
    [5, 213],
  ]);
});

it('it is shown, where a person asks for it, and hidden otherwise', async () => {
  await panel.start(await planAll(panel, ROWS, [NAME]));
  expect(record().layout.isHidden).toBe(true);
  world.callRpc('bulkRecord', [{ what: 'show' }]);
  expect({ isHidden: record().layout.isHidden, shown: world.state.selection.sheetId }).toEqual({
    isHidden: false,
    shown: record().id,
  });
});
