import type { Browser } from 'playwright-core';
import { PanelPage, type PanelOptions } from '../panel/panel-page';

const STORED = { 'trace.apiKey': 'trace_demo', 'trace.accountId': 'acc1-0000' };
/** Excel on Windows opens a panel this wide: https://learn.microsoft.com/office/dev/add-ins/design/task-pane-add-ins. */
const SIZE = { width: 350, height: 940 };

/** Orders something of the sandbox that answers the panel. */
type Control = (path: string, body: object) => Promise<void>;

interface State {
  readonly options: PanelOptions;
  readonly reach: (panel: PanelPage, control: Control) => Promise<void>;
}

const press = ({ page }: PanelPage, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const said = ({ page }: PanelPage, text: string): Promise<void> => page.getByText(text).first().waitFor();
const look = (panel: PanelPage, count: number): Promise<void> =>
  panel.call(
    'TRACE_COMPANY',
    Array.from({ length: count }, (_row, row) => [`company-${row + 1}.example`]),
    'name',
    null,
  );

const STATES: readonly State[] = [
  { options: {}, reach: (panel) => said(panel, 'No key is set.') },
  {
    options: { cells: null },
    async reach(panel) {
      await panel.page.getByLabel('Your Trace API key').fill('sk_live_0123456789');
      await press(panel, 'Save');
      await said(panel, 'This is not a Trace API key');
    },
  },
  {
    options: { stored: STORED },
    async reach(panel) {
      await look(panel, 250);
      await press(panel, 'Test the key');
      await said(panel, 'This key works.');
    },
  },
  {
    options: { stored: STORED },
    async reach(panel, control) {
      await control('faults', { fault: 'slow', times: null, delayMs: 20_000 });
      await press(panel, 'Test the key');
      await said(panel, 'Testing the key…');
    },
  },
  {
    options: { stored: STORED },
    async reach(panel, control) {
      await control('faults', { fault: 'credits-out', times: 1 });
      await look(panel, 100);
      await panel.page.evaluate("localStorage.setItem('trace.apiKey', 'trace_revoked_0123456789')");
      await press(panel, 'Test the key');
      await said(panel, 'Trace refused the API key');
    },
  },
  {
    options: { stored: STORED },
    async reach(panel) {
      await press(panel, 'Replace the key');
      await panel.page.getByLabel('New Trace API key').fill('x'.repeat(300));
      await press(panel, 'Save');
      await said(panel, 'This is not a Trace API key');
    },
  },
];

/** The panel's states, in the frame of a workbook's server. */
export async function takePanelShots(
  browser: Browser,
  origin: string,
  control: Control,
  colorScheme: 'light' | 'dark',
): Promise<readonly Buffer[]> {
  const shots: Buffer[] = [];
  for (const { options, reach } of STATES) {
    await control('reset', {});
    const panel = await PanelPage.open(browser, origin, { ...options, colorScheme });
    await panel.page.setViewportSize(SIZE);
    await reach(panel, control);
    await panel.page.waitForTimeout(200);
    shots.push(await panel.page.screenshot());
    await panel.close();
  }
  return shots;
}
