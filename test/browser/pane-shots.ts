import type { Browser } from 'playwright-core';
import { PanePage, type PaneOptions } from './pane-page';

const STORED = { 'trace.apiKey': 'trace_demo', 'trace.accountId': 'acc1-0000' };
/** Excel on Windows opens a pane this wide: https://learn.microsoft.com/office/dev/add-ins/design/task-pane-add-ins. */
const SIZE = { width: 350, height: 940 };

/** Orders something of the sandbox that answers the pane. */
type Control = (path: string, body: object) => Promise<void>;

interface State {
  readonly options: PaneOptions;
  readonly reach: (pane: PanePage, control: Control) => Promise<void>;
}

const press = ({ page }: PanePage, name: string): Promise<void> => page.getByRole('button', { name }).click();
const said = ({ page }: PanePage, text: string): Promise<void> => page.getByText(text).first().waitFor();
const look = (pane: PanePage, count: number): Promise<void> =>
  pane.call(
    'TRACE_COMPANY',
    Array.from({ length: count }, (_row, row) => [`company-${row + 1}.example`]),
    'name',
    null,
  );

const STATES: readonly State[] = [
  { options: {}, reach: (pane) => said(pane, 'No key is set.') },
  {
    options: { cells: null },
    async reach(pane) {
      await pane.page.getByLabel('Your Trace API key').fill('sk_live_0123456789');
      await press(pane, 'Save');
      await said(pane, 'This is not a Trace API key.');
    },
  },
  {
    options: { stored: STORED },
    async reach(pane) {
      await look(pane, 250);
      await press(pane, 'Test the key');
      await said(pane, 'This key works.');
    },
  },
  {
    options: { stored: STORED },
    async reach(pane, control) {
      await control('faults', { fault: 'slow', times: null, delayMs: 20_000 });
      await press(pane, 'Test the key');
      await said(pane, 'Asking Trace about the key…');
    },
  },
  {
    options: { stored: STORED },
    async reach(pane, control) {
      await control('faults', { fault: 'credits-out', times: 1 });
      await look(pane, 100);
      await pane.page.evaluate("localStorage.setItem('trace.apiKey', 'trace_revoked_0123456789')");
      await press(pane, 'Test the key');
      await said(pane, 'Trace refused the API key');
    },
  },
  {
    options: { stored: STORED },
    async reach(pane) {
      await press(pane, 'Replace the key');
      await pane.page.getByLabel('New Trace API key').fill('x'.repeat(300));
      await press(pane, 'Save');
      await said(pane, 'This is not a Trace API key.');
    },
  },
];

/** The pane's states, in the frame of a workbook's server. */
export async function takePaneShots(
  browser: Browser,
  origin: string,
  control: Control,
  colorScheme: 'light' | 'dark',
): Promise<readonly Buffer[]> {
  const shots: Buffer[] = [];
  for (const { options, reach } of STATES) {
    await control('reset', {});
    const pane = await PanePage.open(browser, origin, { ...options, colorScheme });
    await pane.page.setViewportSize(SIZE);
    await reach(pane, control);
    await pane.page.waitForTimeout(200);
    shots.push(await pane.page.screenshot());
    await pane.close();
  }
  return shots;
}
