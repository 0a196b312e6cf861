import type { Locator } from 'playwright-core';
import { columnOf, useCompanies } from '../../apps-script/bulk/bulk-file';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { SheetTab } from '../../fakes/sidebar-frame/sheet-tab';
import { findViolations } from '../axe';
import { expectSoon } from '../expect-soon';
import { open, openSidebars } from './open-sidebar';
import { PAGE_WIDTH } from '../page-width';

const sidebars = openSidebars();

let grid: SheetGrid;

beforeEach(() => {
  grid = useCompanies(sidebars.world, 12);
  sidebars.world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});

const select = (row: number, column: number, rows = 1): void => {
  sidebars.world.state.selection = { sheetId: grid.id, areas: [{ row, column, rows, columns: 1 }] };
};
const charged = async (): Promise<number> => (await sidebars.sandbox.ledger()).chargedCompanies;
const lists = ({ frame }: SheetTab): Locator => frame.getByRole('tabpanel', { name: 'Lists' });
const press = (place: Locator, name: string | RegExp): Promise<void> =>
  place.getByRole('button', { name, exact: typeof name === 'string' }).press('Enter');
const says = (place: Locator, text: string | RegExp): Promise<void> => place.getByText(text).first().waitFor();
const check = ({ frame }: SheetTab): Locator => frame.getByRole('region', { name: 'Check for changes' });

it('a list is read and inserted by keyboard, for what the button said', async () => {
  const tab = await sidebars.open({ height: 1_200 });
  await tab.frame.getByRole('tab', { name: 'Enrich' }).focus();
  await tab.frame.locator(':focus').press('ArrowRight');
  await tab.frame.locator(':focus').press('ArrowRight');
  await says(lists(tab), 'Banks and insurers in Europe');
  expect(await findViolations(tab.frame)).toEqual([]);
  await press(lists(tab), /Banks and insurers in Europe/);
  await says(lists(tab), 'Industry is one of Banking, Insurance');
  await press(lists(tab), 'Read 50 companies · up to 50 credits');
  await says(lists(tab), '50 of 79 companies · 50 credits used');
  await press(lists(tab), 'Read 29 more · up to 29 credits');
  await says(lists(tab), 'All 79 companies · 79 credits used');
  expect(await charged()).toBe(79);
  select(5, 1);
  await press(lists(tab), 'Bring 79 into sheet');
  await lists(tab).getByRole('menuitem', { name: 'Values · free' }).press('Enter');
  await says(lists(tab), 'The table of 79 companies is inserted at Banks and insurers in Europe!A1.');
  const added = sidebars.world.state.sheets.find(({ name }) => name === 'Banks and insurers in Europe')!;
  expect(columnOf(added, 1, 79).filter((domain) => !String(domain).includes('.'))).toEqual([]);
  select(1, 3);
  await press(lists(tab), 'Bring 79 into sheet');
  await lists(tab).getByRole('menuitem', { name: 'Values · free' }).press('Enter');
  await says(lists(tab), /^The table of 79 companies is inserted at \w+!C1\.$/);
  expect(columnOf(grid, 3, 79).filter((domain) => !String(domain).includes('.'))).toEqual([]);
  select(1, 9);
  await press(lists(tab), 'Bring 79 into sheet');
  await lists(tab).getByRole('menuitem', { name: 'Formula · up to 79 credits' }).press('Enter');
  await says(lists(tab), /^The formula is inserted at \w+!I1\.$/);
  expect({
    charged: await charged(),
    violations: await findViolations(tab.frame),
    scrollWidth: await tab.frame.evaluate(PAGE_WIDTH),
  }).toEqual({ charged: 79, violations: [], scrollWidth: 300 });
  expect(tab.problems).toEqual([]);
});

it('the conditions of a list are edited, and a list is made of the selected column, and deleted', async () => {
  select(1, 1, 13);
  const tab = await sidebars.open({ height: 1_200 });
  await open(tab, 'Lists');
  await press(lists(tab), /Shopify users in the US/);
  await press(lists(tab), 'Edit conditions');
  await says(lists(tab), '51 companies match. Counting is free.');
  await press(lists(tab), 'Remove condition 2');
  await says(lists(tab), /^\d+ companies match/);
  expect(await findViolations(tab.frame)).toEqual([]);
  await press(lists(tab), 'Save conditions · free');
  await press(lists(tab), 'Replace conditions');
  await says(lists(tab), 'The conditions are saved.');
  await press(lists(tab), 'All lists');
  await press(lists(tab), 'New list');
  await lists(tab).getByLabel('Name', { exact: true }).fill('عملاء "A, B"');
  await lists(tab).getByLabel('The selected companies').check();
  await says(lists(tab), '12 ready');
  await press(lists(tab), 'Create list of 12 companies · free');
  await says(lists(tab), 'The list is created. 12 added.');
  await lists(tab).getByText('Share, rename or delete').press('Enter');
  await press(lists(tab), 'Delete this list…');
  await lists(tab).getByLabel('Type the name of the list to confirm').fill('عملاء "A, B"');
  await press(lists(tab), 'Delete list');
  await says(lists(tab), 'The list “\u2068عملاء "A, B"\u2069” is deleted.');
  expect(await charged()).toBe(0);
});

it('Diagnose finds a key in a cell, clears only that one, and reports no key', async () => {
  grid.put({ row: 2, column: 4 }, 'trace_live_0123456789');
  grid.put({ row: 3, column: 4 }, 'mine');
  const tab = await sidebars.open({ height: 1_400 });
  await open(tab, 'Settings');
  const diagnose = tab.frame.getByRole('region', { name: 'Diagnose' });
  await press(diagnose, 'Diagnose');
  await says(diagnose, /^Leads!D2\. Anyone with this file can use it/);
  await press(diagnose, 'Clear 1 cell');
  await says(diagnose, /^Cleared Leads!D2\./);
  await diagnose.getByText('Details for support').press('Enter');
  const report = await diagnose.getByRole('textbox', { name: 'Details' }).inputValue();
  expect({
    column: columnOf(grid, 4, 3),
    isKeyReported: report.includes('0123456789'),
    charged: await charged(),
  }).toEqual({ column: ['', 'mine', ''], isKeyReported: false, charged: 0 });
});

it('with an organization key one sentence says what to do', async () => {
  sidebars.world.callRpc('setKey', ['trace_org_demo', 'anotherAccount']);
  const tab = await sidebars.open();
  await open(tab, 'Lists');
  await says(lists(tab), 'Lists belong to a person, so this organization key cannot open them.');
  await press(lists(tab), 'Replace key');
  await tab.frame.getByLabel('New Trace API key').waitFor();
  expect(await sidebars.sandbox.log()).toEqual([]);
});

it('offline, what was there stays, and can be asked for again', async () => {
  const tab = await sidebars.open({ height: 1_200 });
  await open(tab, 'Lists');
  await press(lists(tab), /Picked by hand/);
  await lists(tab).getByRole('button', { name: 'Read 3 companies · up to 3 credits' }).waitFor();
  tab.server.failsWith = 'NETWORK';
  await press(lists(tab), 'Read 3 companies · up to 3 credits');
  await lists(tab).getByRole('alert').filter({ hasText: 'Google did not run this' }).waitFor();
  tab.server.failsWith = null;
  await press(lists(tab), 'Read 3 companies · up to 3 credits');
  await says(lists(tab), 'All 3 companies · 3 credits used');
  expect(await charged()).toBe(3);
});

/** Until something is shown: the page checks a rescan every few seconds. */
const letTimePass = ({ page }: SheetTab, until: Locator): Promise<void> =>
  expectSoon(async () => page.clock.runFor(5_000).then(() => until.isVisible()), true);

it('a rescan goes on in another sidebar, and then its answers are updated for what was said', async () => {
  select(1, 1, 13);
  const tab = await sidebars.open({ height: 1_400 });
  await open(tab, 'Activity');
  await says(check(tab), '12 ready');
  await press(check(tab), 'Rescan 12 companies · free');
  await says(check(tab), 'Rescanning: 0 of 12 companies');
  await tab.page.clock.install();
  await sidebars.show(tab);
  await open(tab, 'Activity');
  await sidebars.sandbox.advance(120_000);
  await letTimePass(tab, check(tab).getByText('12 companies were rescanned. Update answers: up to 12 credits.'));
  await press(check(tab), 'Update 12 answers · up to 12 credits');
  await says(check(tab), '12 answers updated, 12 credits used. No earlier answer is saved to compare with.');
  await check(tab).getByRole('button', { name: 'Update 12 answers · free' }).waitFor();
  await press(check(tab), 'Dismiss');
  await expectSoon(() => sidebars.world.state.documentProperties.read()['TRACE_NOTES'], undefined);
  await check(tab).getByText('Update old answers without a rescan').press('Enter');
  await says(check(tab), '12 saved answers, none older than 30 days.');
  await press(check(tab), 'Rescan 12 companies · free');
  await sidebars.sandbox.advance(120_000);
  await letTimePass(tab, check(tab).getByRole('button', { name: 'Update 12 answers · free' }));
  await press(check(tab), 'Update 12 answers · free');
  await says(check(tab), /^12 answers updated, free\. \d+ of 12 companies changed\.$/);
  expect({ charged: await charged(), violations: await findViolations(tab.frame) }).toEqual({
    charged: 12,
    violations: [],
  });
  await press(check(tab), 'Add to What changed sheet');
  await says(check(tab), 'The changes are on the new sheet What changed.');
  const changes = sidebars.world.state.sheets.find((sheet) => sheet.name === 'What changed')!;
  expect(columnOf(changes, 6, 1)).toEqual([expect.stringMatching(/^(?:Adopted|Dropped|Changed)$/)]);
  grid.put({ row: 2, column: 3 }, '=TRACE_COMPANY(A2,"industry")');
  sidebars.world.calculate();
  select(2, 3);
  await open(tab, 'Explore');
  await press(tab.frame.getByRole('tabpanel', { name: 'Explore' }), 'Explore active cell');
  await tab.frame.getByText(/^Receipt for .*C2$/).press('Enter');
  await says(tab.frame.getByRole('tabpanel', { name: 'Explore' }), 'up to 1');
  expect(await charged()).toBe(12);
});
