import { makePractice } from '../../shared/panel';
import { openPractice } from '../../shared/panel/common/practice';
import type { Choice } from '../../shared/enrich/plan/column-spec';
import { planRun, triage } from '../../shared/runs';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../fakes/apps-script/sheet/sheet-grid';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

const PRACTICE = makePractice('texts');
const DOMAINS = PRACTICE.sheet.rows.slice(1, 13).map(([domain]) => [domain ?? '']);
const INDUSTRY: readonly Choice[] = [{ adds: 'company', field: 'industry' }];

let panel: BulkPanel;

useUnconnectedSpreadsheet();

beforeEach(() => {
  world.state.sheets.splice(0, Infinity, new SheetGrid(7, 'Leads'));
  world.state.documentCache.clear();
  world.state.userProperties.owner.clear();
  panel = new BulkPanel(world);
});

it('is a sheet of its own, whose formulas have their answers without a key', async () => {
  await openPractice(panel.host, PRACTICE);
  const sheet = world.state.sheets[1]!;
  expect({ name: sheet.name, isShown: world.state.selection.sheetId === sheet.id }).toEqual({
    name: 'Trace practice',
    isShown: true,
  });
  const { layout } = sheet;
  expect({ width: layout.widths.get(1), format: layout.formats.get('2:3') }).toEqual({ width: 206, format: '#,##0' });
  world.calculate();
  const shown = [1, 2, 3, 4, 5, 6].map((column) => sheet.value({ row: 2, column }));
  expect(shown).toEqual([
    'northwind-bakery.example',
    'Northwind Bakery',
    140,
    'Google Analytics, Mailchimp, Shopify, Stripe',
    true,
    'Ironwood Logistics, Orchard Pay, Harbor Outfitters',
  ]);
});

it('is shown, and not written again, where it is already there', async () => {
  await openPractice(panel.host, PRACTICE);
  const sheet = world.state.sheets[1]!;
  sheet.put({ row: 1, column: 1 }, 'My own title');
  world.state.selection = { sheetId: 7, areas: [] };
  await openPractice(panel.host, PRACTICE);
  expect({
    sheets: world.state.sheets.length,
    title: sheet.value({ row: 1, column: 1 }),
    shownSheet: world.state.selection.sheetId,
  }).toEqual({ sheets: 2, title: 'My own title', shownSheet: sheet.id });
});

it('can be enriched and undone, by a later panel too, even once a key is set', async () => {
  await openPractice(panel.host, PRACTICE);
  const sheet = world.state.sheets[1]!;
  const found = triage([['Domain'], ...DOMAINS], 0);
  const plan = await panel.run((ports) =>
    planRun(ports, {
      sheet: String(sheet.id),
      inputColumn: 0,
      headerRow: 0,
      rows: found.rows,
      choices: INDUSTRY,
      where: 'newColumns',
      mode: 'onlyEmpty',
      isOverwriteConfirmed: false,
      withHidden: true,
    }),
  );
  const column = plan.targets[0]!.column + 1;
  const end = await panel.start(plan, { quoted: 0 });
  expect({ end: end.is, creditsUsed: end.enrichment.spent.used, industry: sheet.value({ row: 2, column }) }).toEqual({
    end: 'done',
    creditsUsed: 0,
    industry: 'Food and beverage',
  });
  world.callRpc('setKey', ['trace_demo', 'anotherAccount', 'works']);
  const later = new BulkPanel(world);
  expect(await later.find()).toMatchObject({ isOwn: true });
  await later.undo();
  expect(sheet.value({ row: 2, column })).toBe('');
});

it('answers no formula once a key is set', async () => {
  await openPractice(panel.host, PRACTICE);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount', 'works']);
  expect(world.typeFormula('TRACE_COMPANY', ['quiet-garden.example']).cells).not.toEqual([['Quiet Garden']]);
});

it('keeps no answer for a company that someone may own', async () => {
  const { client } = panel.host.ports;
  const text = (domain: string): string => JSON.stringify([domain, Date.now(), { name: 'Forged' }]);
  const entries = new Map([
    ['trace1||company|stripe.com', text('stripe.com')],
    ['trace1||company|stripe.com/.example', text('stripe.com')],
    ['trace1|acc-1|company|a.example', text('a.example')],
    ['trace1||company|a.example', text('a.example')],
  ]);
  await client.account();
  await client.cachePut({ entries, keepForSeconds: 60 });
  await panel.host.showCells('7', 0, [0]);
  const shown = ['stripe.com', 'a.example'].map((domain) => world.typeFormula('TRACE_COMPANY', [domain]).cells[0]?.[0]);
  expect(shown).toEqual([expect.stringContaining('No API key.'), 'Forged']);
});
