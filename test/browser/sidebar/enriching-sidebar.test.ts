import type { Locator } from 'playwright-core';
import { columnOf, useCompanies } from '../../apps-script/bulk/bulk-file';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { SheetTab } from '../../fakes/sidebar-frame/sheet-tab';
import { findViolations } from '../axe';
import { expectSoon } from '../expect-soon';
import { isNotSet, open, openSidebars } from './open-sidebar';
import { PAGE_WIDTH } from '../page-width';

const sidebars = openSidebars();

const section = ({ frame }: SheetTab): Locator => frame.getByRole('region', { name: 'Enrich a column' });
const button = (tab: SheetTab, name: string | RegExp): Locator => section(tab).getByRole('button', { name });
const says = (tab: SheetTab, text: string | RegExp): Promise<void> => section(tab).getByText(text).first().waitFor();

async function openAt(grid: SheetGrid, rows: number): Promise<SheetTab> {
  sidebars.world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  sidebars.world.state.selection = { sheetId: grid.id, areas: [{ row: 1, column: 1, rows: rows + 1, columns: 1 }] };
  const tab = await sidebars.open({ height: 1_400 });
  await says(tab, `Leads › A Domain · ${rows.toLocaleString('en-US')} rows`);
  return tab;
}

/** Rows whose name is another company's, or missing. */
function wrongRows(grid: SheetGrid, rows: number): readonly unknown[] {
  const names = columnOf(grid, 2, rows);
  return columnOf(grid, 1, rows).filter(
    (domain, row) => names[row] !== String(domain).replace(/^company-(\d+)\.example$/, 'Company $1'),
  );
}

/**
 * Google's calls take a second or two. The stand-in would have finished before what a user does arrives, so its calls
 * wait after the first block of 1,000 rows. Call before the enrichment; the returned function releases them.
 */
function holdAfterFirstBlock({ server }: SheetTab): () => void {
  const answer = server.answer.bind(server);
  let release = (): void => undefined;
  server.answer = async (name, args) => {
    const outcome = await answer(name, args);
    if (!args.includes('"bulkKeep"')) return outcome;
    server.answer = answer;
    release = server.hold();
    return outcome;
  };
  return () => release();
}

const firstIsWritten = (grid: SheetGrid): Promise<void> => expectSoon(() => columnOf(grid, 2, 1), ['Company 1']);

it('enriches 201 rows by three requests, for what was quoted, and takes them back', async () => {
  const grid = useCompanies(sidebars.world, 201);
  const tab = await openAt(grid, 201);
  await button(tab, 'Profile').click();
  await says(tab, 'Up to 201 credits');
  expect(await sidebars.sandbox.log()).toEqual([]);
  await button(tab, 'Enrich 201 rows').click();
  await says(tab, 'Done: Leads, 201 rows');
  await says(tab, /Credits used: 201 \(limit 201\)/);
  expect(wrongRows(grid, 201)).toEqual([]);
  const { chargedCompanies } = await sidebars.sandbox.ledger();
  expect({ requests: (await sidebars.sandbox.log()).length, chargedCompanies }).toEqual({
    requests: 3,
    chargedCompanies: 201,
  });
  await button(tab, 'Undo enrichment').click();
  await says(tab, /^Undone: [\d,]+ cells are as before\./);
  expect([2, 3, 4, 5, 6].flatMap((column) => columnOf(grid, column, 201)).filter((value) => value !== '')).toEqual([]);
  expect(tab.problems).toEqual([]);
});

it('says which hidden rows it cannot leave out, to those who leave them out', async () => {
  const grid = useCompanies(sidebars.world, 5);
  const tab = await openAt(grid, 5);
  await button(tab, 'Profile').click();
  await section(tab).locator('summary', { hasText: 'Options' }).click();
  const told = section(tab).getByText('Rows hidden by a filter view are enriched too.');
  expect(await told.count()).toBe(0);
  await section(tab).getByLabel('Include hidden rows').uncheck();
  await told.waitFor();
});

it('is closed in the middle, and goes on in another sidebar, with the sheet sorted meanwhile', async () => {
  const grid = useCompanies(sidebars.world, 1_100);
  const tab = await openAt(grid, 1_100);
  await button(tab, 'Profile').click();
  const release = holdAfterFirstBlock(tab);
  await button(tab, 'Enrich 1,100 rows').click();
  await firstIsWritten(grid);
  const [item] = sidebars.world.open('LIMITED', 'owner').menu ?? [];
  await tab.showSidebar(sidebars.world.choose(item!, 'owner')!);
  release();
  await says(tab, 'Enrichment not finished: Leads, 1,100 rows');
  grid.reorder([1, ...Array.from({ length: 1_100 }, (_row, index) => 1_101 - index)]);
  await button(tab, 'Resume').click();
  await says(tab, 'Done: Leads, 1,100 rows');
  expect(wrongRows(grid, 1_100)).toEqual([]);
  expect((await sidebars.sandbox.ledger()).chargedCompanies).toBe(1_100);
});

it('is started and stopped by keyboard alone, and keeps what is written', async () => {
  const grid = useCompanies(sidebars.world, 2_100);
  const tab = await openAt(grid, 2_100);
  const { keyboard } = tab.page;
  await button(tab, 'Profile').click();
  const release = holdAfterFirstBlock(tab);
  await button(tab, 'Enrich 2,100 rows').focus();
  await keyboard.press('Enter');
  await firstIsWritten(grid);
  const focused = (): Promise<string> => tab.frame.evaluate('document.activeElement.textContent');
  for (let presses = 0; presses < 12 && (await focused()) !== 'Stop'; presses += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await says(tab, 'Stopping');
  release();
  await says(tab, /^Stopped/);
  const written = columnOf(grid, 2, 2_100).filter((name) => name !== '').length;
  expect([written > 0, written < 2_100, wrongRows(grid, written)]).toEqual([true, true, []]);
  expect(await findViolations(tab.frame)).toEqual([]);
});

it('waits, retries what failed, shows cells, and adds an Overview with charts', async () => {
  const grid = useCompanies(sidebars.world, 120);
  grid.put({ row: 5, column: 1 }, 'n/a');
  const tab = await openAt(grid, 120);
  await button(tab, '1 skipped').click();
  await section(tab).getByText('1 row without a usable domain').click();
  await button(tab, 'A5').click();
  await button(tab, 'Stack').click();
  await sidebars.sandbox.faults({ fault: 'rate-limited', times: 1, retryAfterSeconds: 1 });
  await sidebars.sandbox.faults({ fault: 'results-dropped', times: 1 });
  await button(tab, 'Enrich 119 rows').click();
  await says(tab, /^Done/);
  await button(tab, /^Retry \d+ failed rows?$/).click();
  await section(tab)
    .getByText(/ failed\./)
    .waitFor({ state: 'detached' });
  await says(tab, 'Done: Leads, 119 rows');
  await button(tab, 'Add Overview sheet').click();
  await says(tab, /The sheet “Overview” is added\.$/);
  const { sheets } = sidebars.world.state;
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Leads', 'Trace record', 'Overview']);
  const { charts, frozenRows } = sheets[2]!.layout;
  expect([charts.map(({ options }) => options['title']), frozenRows]).toEqual([
    ['Top technologies', 'Top categories', 'Top countries', 'Employees'],
    3,
  ]);
  expect(await tab.frame.evaluate(PAGE_WIDTH)).toBe(300);
  expect(await findViolations(tab.frame)).toEqual([]);
});

it('takes Trace away from the file, and the cells stay', async () => {
  const grid = useCompanies(sidebars.world, 20);
  const tab = await openAt(grid, 20);
  await button(tab, 'Profile').click();
  await button(tab, 'Enrich 20 rows').click();
  await says(tab, /^Done/);
  await open(tab, 'Settings');
  const stored = tab.frame.getByRole('region', { name: 'Remove Trace' });
  await stored.getByRole('button', { name: 'Remove Trace from this file' }).click();
  await stored.getByText("Removes Trace's data from this file, and your key from all your files.").waitFor();
  await stored.getByRole('button', { name: 'Remove Trace', exact: true }).click();
  await isNotSet(tab);
  expect(wrongRows(grid, 20)).toEqual([]);
  expect({ stored: sidebars.stored(), properties: sidebars.world.state.documentProperties.read() }).toEqual({
    stored: {},
    properties: {},
  });
  const removed = tab.frame.getByText('Trace is removed from this file.');
  await removed.waitFor();
  // The user who continues from there uses Trace again.
  await tab.frame.getByRole('button', { name: 'Continue without a key' }).click();
  await tab.frame.getByRole('tab', { name: 'Enrich' }).waitFor();
  expect(await removed.count()).toBe(0);
});

it('reads another selection when the person comes back to the sidebar, and not before', async () => {
  const grid = useCompanies(sidebars.world, 20);
  const tab = await openAt(grid, 20);
  await tab.page.clock.install();
  // Again, so that all of its timers use this clock.
  await sidebars.show(tab);
  await says(tab, 'Leads › A Domain · 20 rows');
  const reads = (): number => tab.server.calls.filter(({ args }) => args.includes('"bulkSelection"')).length;
  const before = reads();
  sidebars.world.state.selection = { sheetId: grid.id, areas: [{ row: 1, column: 1, rows: 6, columns: 1 }] };
  await tab.page.clock.runFor(10_000);
  await says(tab, 'Leads › A Domain · 20 rows');
  const meanwhile = reads();
  await tab.frame.evaluate("dispatchEvent(new Event('focus'))");
  await says(tab, 'Leads › A Domain · 5 rows');
  expect({ meanwhile, afterReturn: reads() }).toEqual({ meanwhile: before, afterReturn: before + 1 });
});
