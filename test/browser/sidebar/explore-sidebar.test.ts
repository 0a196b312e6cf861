import { useCompanies } from '../../apps-script/bulk/bulk-file';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { SheetTab } from '../../fakes/sidebar-frame/sheet-tab';
import { findViolations } from '../axe';
import { expectSoon } from '../expect-soon';
import { ExploreKeys } from '../panel/explore-keys';
import { openSidebars } from './open-sidebar';
import { PAGE_WIDTH } from '../page-width';

const sidebars = openSidebars();
let tab: SheetTab;
let grid: SheetGrid;
let keys: ExploreKeys;

beforeEach(async () => {
  grid = useCompanies(sidebars.world, 3);
  sidebars.world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  tab = await sidebars.open({ height: 1_400 });
  keys = new ExploreKeys(tab.page, tab.frame);
  await keys.openTab();
});

const charged = async (): Promise<number> => (await sidebars.sandbox.ledger()).chargedCompanies;
const activate = (row: number, column: number): void => {
  sidebars.world.state.selection = { sheetId: grid.id, areas: [{ row, column, rows: 1, columns: 1 }] };
};
const comeBack = (): Promise<unknown> => tab.frame.evaluate("dispatchEvent(new Event('focus'))");

it('opens where the menu says, whatever was open last', async () => {
  for (const [caption, name] of [
    ['Enrich selected column', 'Enrich'],
    ['Explore active cell', 'Explore'],
    ['Formula', 'Formula'],
    ['Open Trace', 'Explore'],
  ] as const) {
    await sidebars.show(tab, 'owner', caption);
    await tab.frame.getByRole('tab', { name, selected: true }).waitFor();
  }
});

it('the menu inserts the self-test by itself, with a key and without one', async () => {
  const names = (): readonly string[] => sidebars.world.state.sheets.map(({ name }) => name);
  await sidebars.show(tab, 'owner', 'Insert self-test');
  await tab.frame.getByText('Added the sheet Trace self-test. Each result in it should turn green.').waitFor();
  sidebars.world.callRpc('forgetKey');
  await sidebars.show(tab, 'owner', 'Insert self-test');
  await tab.frame.getByText('Added the sheet Trace self-test 2. Each result in it should turn green.').waitFor();
  expect({ sheets: names().slice(1), charged: await charged() }).toEqual({
    sheets: ['Trace self-test', 'Trace self-test 2'],
    charged: 0,
  });
});

it('looks a company up and shows its partners for what the buttons said, and inserts a formula and values', async () => {
  activate(2, 1);
  await keys.press('Explore active cell');
  await keys.heading('company-1.example');
  await keys.typeAndChoose('stripe.com', 'stripe.com');
  await keys.press('Look up · 1 credit');
  await keys.heading('Technologies (20)');
  expect(await charged()).toBe(1);
  await keys.press('Show the latest 25 · up to 25 credits');
  await keys.says(/^The latest 25 of 58/);
  expect(await charged()).toBe(26);
  activate(2, 4);
  await comeBack();
  await keys.press('Insert 25 partners');
  await keys.says('Fills Leads!D2:I27, 26 rows × 6 columns. If a cell there is filled, a sheet is added instead.');
  await keys.press('Insert formula');
  await keys.says('The formula is inserted at Leads!D2.');
  expect(grid.formula({ row: 2, column: 4 })).toBe(
    '=TRACE_PARTNERS("stripe.com","name, domain, type, first_observed_at, last_observed_at, observation_count","layout=spill; headers=1; top=25")',
  );
  activate(40, 2);
  await comeBack();
  await keys.says(/^Fills Leads!B40:G65/);
  await keys.press('Insert values');
  await keys.says('26 rows are inserted at Leads!B40.');
  expect({ title: grid.value({ row: 40, column: 2 }), first: grid.value({ row: 41, column: 2 }) }).toEqual({
    title: 'name',
    first: 'Ubuntu MATE',
  });
  grid.put({ row: 90, column: 3 }, 'mine');
  activate(80, 2);
  await comeBack();
  await keys.says(/^Fills Leads!B80/);
  await keys.press('Insert values');
  await keys.says('26 rows are inserted at Stripe partners!A1.');
  const added = sidebars.world.state.sheets.find(({ name }) => name === 'Stripe partners');
  expect({
    title: grid.value({ row: 80, column: 2 }),
    held: grid.value({ row: 90, column: 3 }),
    added: [added?.value({ row: 1, column: 1 }), added?.value({ row: 2, column: 1 })],
    charged: await charged(),
  }).toEqual({ title: '', held: 'mine', added: ['name', 'Ubuntu MATE'], charged: 26 });
  expect({
    width: await tab.frame.evaluate(PAGE_WIDTH),
    violations: await findViolations(tab.frame),
  }).toEqual({ width: 300, violations: [] });
  expect(tab.problems).toEqual([]);
});

it("builds a formula with the spreadsheet's own list separator, and enters it at the active cell", async () => {
  sidebars.world.state.locale = 'de_DE';
  grid.separator = ';';
  activate(2, 1);
  const builder = new ExploreKeys(tab.page, tab.frame, 'Formula');
  await builder.openTab();
  await builder.press('Facts about companies');
  await builder.says('Up to 3 credits for 3 companies. Saved answers are free.');
  await builder.press('Fields');
  await builder
    .panel()
    .getByRole('checkbox', { name: /^industry/ })
    .check();
  await builder.says(/^Leads!A2 holds “company-1.example”/);
  expect({
    width: await tab.frame.evaluate(PAGE_WIDTH),
    violations: await findViolations(tab.frame),
  }).toEqual({ width: 300, violations: [] });
  const formula = builder.panel().getByRole('textbox', { name: 'Formula' });
  expect(await formula.inputValue()).toBe('=TRACE_COMPANY(A2:A4;"industry")');
  activate(2, 3);
  await comeBack();
  await builder.says('Fills Leads!C2:C4. These cells must be empty.');
  await builder.press('Insert formula · up to 3 credits');
  await builder.says('Inserted =TRACE_COMPANY(A2:A4;"industry") in Leads!C2.');
  expect({ formula: grid.formula({ row: 2, column: 3 }), charged: await charged(), problems: tab.problems }).toEqual({
    formula: '=TRACE_COMPANY(A2:A4;"industry")',
    charged: 0,
    problems: [],
  });
});

it('without the routes that no page documents, companies work, and the rest says why', async () => {
  await sidebars.sandbox.faults({ fault: 'assumed-routes-missing', times: null });
  await keys.choose('stripe.com', 'stripe.com');
  await keys.press(/^Look up/);
  await keys.heading('Technologies (20)');
  await keys.choose('Shopify', 'Companies named “Shopify”');
  await keys.press('Show 25 companies · up to 25 credits');
  await keys.panel().getByRole('list', { name: 'Shopify: companies' }).getByRole('listitem').first().waitFor();
  await keys.press('Back to stripe.com');
  await keys.press('Slack');
  await keys.says(/Trace doesn't support this yet/);
});

it('out of credits, it says so and goes on once there are some', async () => {
  await sidebars.sandbox.faults({ fault: 'credits-out', times: 1 });
  await keys.choose('stripe.com', 'stripe.com');
  await keys.press(/^Look up/);
  await keys.says(/^Not enough Trace credits/);
  await keys.press(/^Look up/);
  await keys.heading('Technologies (20)');
});

it('asks for warm paths within its price, and has them for nothing when it is opened again', async () => {
  await keys.press('Warm paths');
  activate(2, 1);
  await keys.press('Use selection as accounts');
  await keys.panel().getByRole('textbox', { name: 'Partners' }).fill('shopify.com, slack.com');
  await keys.press('Ask about 6 pairs · up to 8 credits');
  await keys.says(/^6 pairs answered/);
  const before = [await charged(), (await sidebars.sandbox.log()).length];
  expect(before[0]).toBeLessThanOrEqual(8);
  activate(2, 4);
  await comeBack();
  await keys.press('Insert 6 rows');
  await keys.says('Fills Leads!D2:J8, 7 rows × 7 columns. If a cell there is filled, a sheet is added instead.');
  await keys.press('Insert values');
  await keys.says('7 rows are inserted at Leads!D2.');
  expect({ account: grid.value({ row: 3, column: 4 }), partner: grid.value({ row: 3, column: 5 }) }).toEqual({
    account: 'company-1.example',
    partner: 'shopify.com',
  });
  expect({
    width: await tab.frame.evaluate(PAGE_WIDTH),
    violations: await findViolations(tab.frame),
  }).toEqual({ width: 300, violations: [] });
  tab = await sidebars.open({ height: 1_400 });
  keys = new ExploreKeys(tab.page, tab.frame);
  await keys.openTab();
  await keys.press('Warm paths');
  await keys.says('6 pairs, all answered');
  expect([await charged(), (await sidebars.sandbox.log()).length]).toEqual(before);
});

it('sends a report of wrong data, which its user finds again in this spreadsheet', async () => {
  await keys.choose('company-3.example', 'company-3.example');
  await keys.press('Look up · 1 credit');
  await keys.press('Report wrong data');
  await keys.panel().getByLabel('What is wrong with Company 3? (optional)').fill('Wrong name');
  await keys.press('Send report · free');
  await keys.says('Sent to Trace as report 1, queued.');
  await sidebars.show(tab);
  keys = new ExploreKeys(tab.page, tab.frame);
  await keys.openTab();
  await keys.choose('company-3.example', 'company-3.example');
  await keys.press('Report wrong data');
  await keys.says(/report 1 · queued · Wrong name$/);
  expect(await findViolations(tab.frame)).toEqual([]);
});

it('follows the active cell when the person comes back; while it is hidden, only the banner reads the cell', async () => {
  await tab.frame.getByRole('switch', { name: 'Follow the active cell' }).focus();
  await tab.page.keyboard.press('Space');
  activate(3, 1);
  await comeBack();
  await keys.heading('company-2.example');
  await tab.frame.getByRole('tab', { name: 'Activity' }).click();
  await tab.page.clock.install();
  const sent = tab.server.calls.length;
  const reads = (): number => tab.server.calls.slice(sent).filter(({ args }) => args.includes('bulkActiveCell')).length;
  activate(4, 1);
  await comeBack();
  // The banner reads it at once, Explore only after a while.
  await expectSoon(reads, 1);
  await tab.page.clock.runFor(800);
  expect(reads()).toBe(1);
  expect(await sidebars.sandbox.log()).toEqual([]);
});
