import type { Browser } from 'playwright-core';
import { BulkPage } from './bulk-page';

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
      await panel.button('Preview 3 rows').click();
      await panel.says(/The preview has cost/);
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
      await panel.says(/Too few Trace credits/);
    },
  },
  {
    cells: [
      ['Website', 'technologies'],
      ['stripe.com', LONG],
      ['figma.com', LONG],
      ['zoom.us', ''],
    ],
    async reach(panel) {
      await panel.button('Stack').click();
      await panel
        .section()
        .getByLabel(/Columns with the same titles/)
        .check();
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
        const write = host.performers.gridWrite;
        let writes = 0;
        host.performers.gridWrite = (effect) => {
          if (writes++ === 1) host.grid.rows.splice(3, 1);
          return write(effect);
        };`);
      await panel.button(/^Enrich/).click();
      await panel.says(/has no place/);
    },
  },
  {
    cells: [['Company'], ['Stripe, Inc.'], ['Figma'], ['Zoom'], ['Nobody Knows of This Company Ltd.']],
    async reach(panel) {
      await panel.button(/^Find domains/).click();
      await panel.says(/The search has cost/);
    },
  },
];

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
    await panel.page.waitForTimeout(400);
    shots.push(await panel.section().screenshot());
    await panel.close();
  }
  await control('reset', {});
  return shots;
}
