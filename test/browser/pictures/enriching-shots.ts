import type { Browser } from 'playwright-core';
import { useCompanies } from '../../apps-script/bulk/bulk-file';
import { openWorld } from '../../apps-script/open-world';
import { buildAddon } from '../../fakes/apps-script/built-addon';
import { startSandboxProcess } from '../../fakes/sandbox-process';
import { SheetTab } from '../../fakes/sidebar-frame/sheet-tab';
import { BulkPage } from '../enrich/bulk-page';

/** Orders something of the sandbox that answers the panel. */
type Control = (path: string, body: object) => Promise<void>;

interface State {
  readonly cells: readonly (readonly string[])[];
  readonly reach: (panel: BulkPage, control: Control) => Promise<void>;
}

const companies = (count: number): readonly (readonly string[])[] => [
  ['Website'],
  ...Array.from({ length: count }, (_company, index) => [
    index % 9 === 8 ? '' : index % 13 === 12 ? 'n/a' : `company-${index + 1}.example`,
  ]),
];
const LONG = 'A note that somebody has written about this company, which goes on and on for longer than anybody reads';

const STATES: readonly State[] = [
  {
    cells: companies(60),
    async reach(panel) {
      await panel.button('Stack').click();
      await panel.button(/^Preview 3 rows/).click();
      await panel.button('Go on').waitFor();
    },
  },
  {
    cells: companies(4_000),
    async reach(panel) {
      await panel.do('host.delayMs = 150');
      await panel.button('Profile').click();
      await panel.button(/^Enrich/).click();
      await panel.says(/rows a minute/);
    },
  },
  {
    cells: companies(60),
    async reach(panel) {
      await panel.button('Stack').click();
      await panel.button(/^Enrich/).click();
      await panel.says(/^Done/);
      await panel
        .section()
        .getByRole('list', { name: /^Most common/ })
        .waitFor();
    },
  },
  {
    cells: companies(60),
    async reach(panel, control) {
      await control('reset', { credits: 30 });
      await panel.button('Profile').click();
      await panel.button(/^Enrich/).click();
      await panel.says(/Not enough Trace credits/);
    },
  },
  {
    cells: [
      ['Website', 'Technologies'],
      ['stripe.com', LONG],
      ['figma.com', LONG],
      ['zoom.us', ''],
    ],
    async reach(panel) {
      await panel.button('Stack').click();
      await panel.choose(/Columns with the same titles/);
      await panel.says(/the cell is not empty/);
      await panel
        .section()
        .getByText(/the cell is not empty/)
        .click();
    },
  },
  {
    cells: companies(7),
    async reach(panel) {
      await panel.button('Profile').click();
      await panel.button(/^Enrich/).waitFor();
      await panel.do(`
        const { sheet } = host.ports;
    const write = sheet.write;
        let writes = 0;
        sheet.write = (writing) => {
          if (writes++ === 1) host.grid.rows.splice(3, 1);
          return write(writing);
        };`);
      await panel.button(/^Enrich/).click();
      await panel.says(/^Done/);
    },
  },
  {
    cells: [['Company'], ['Stripe, Inc.'], ['Figma'], ['Zoom'], ['Nobody Knows of This Company Ltd.']],
    async reach(panel) {
      await panel.button(/^Find domains/).click();
      await panel.says(/The search cost/);
    },
  },
];

/** In pixels. */
const TALL = 2_400;

/** The states of the part of the panel that fills columns, as wide as Google shows it. */
export async function takeEnrichingShots(
  browser: Browser,
  origin: string,
  control: Control,
  colorScheme: 'light' | 'dark',
): Promise<readonly Buffer[]> {
  const shots: Buffer[] = [];
  for (const { cells, reach } of STATES) {
    await control('reset', {});
    const panel = await BulkPage.open(browser, origin, cells, { colorScheme });
    await reach(panel, control);
    // As tall as the section, so that nothing that sticks to an edge covers a part of it.
    await panel.page.setViewportSize({ width: 300, height: TALL });
    await panel.page.waitForTimeout(400);
    shots.push(await panel.section().screenshot());
    await panel.close();
  }
  await control('reset', {});
  shots.push(await takeLeftRun(browser, colorScheme));
  return shots;
}

const SHEETS_HEIGHT = 1_000;
const ROWS = 4_400;

/** In Google's frame: the sidebar was closed during a run, and is opened again. */
async function takeLeftRun(browser: Browser, colorScheme: 'light' | 'dark'): Promise<Buffer> {
  // A script of Google's waits for its answers with the whole process.
  const sandbox = await startSandboxProcess();
  await sandbox.faults({ fault: 'slow', times: null, delayMs: 1_000 });
  const world = await openWorld(sandbox.origin);
  const grid = useCompanies(world, ROWS);
  world.state.selection = { sheetId: grid.id, areas: [{ row: 1, column: 1, rows: ROWS + 1, columns: 1 }] };
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  const { code } = await buildAddon();
  const tab = await SheetTab.open(browser, Object.assign(world, { code }), { colorScheme, height: SHEETS_HEIGHT });
  const show = (): Promise<void> => tab.showSidebar(world.choose(world.open('LIMITED').menu![0]!)!);
  await show();
  await tab.frame.getByRole('button', { name: 'Profile' }).click();
  await tab.frame.getByRole('button', { name: /^Enrich/ }).click();
  await tab.frame.getByText(/rows a minute/).waitFor();
  await show();
  await tab.frame
    .getByText(/^Enrichment not finished: .* rows$/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await tab.page.waitForTimeout(400);
  const shot = await tab.page.locator('iframe').screenshot();
  await Promise.all([tab.close(), world.stop(), sandbox.stop()]);
  return shot;
}
