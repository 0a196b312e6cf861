import { openPanel, panel, useOnePanel } from './one-panel';
import type { PanelOptions } from './panel-page';
import { keyStatus, openTab } from './panel-tabs';

const CELLS = [[['=TRACE_COMPANY("company-1.example")', '#N/A']]] as const;

useOnePanel();

async function open(policy: object | undefined, options: PanelOptions = {}): Promise<void> {
  // `null` is Excel's value for a setting that was never made; the sandbox would make it.
  const settings = { 'trace.spendPolicy': policy ?? null };
  const stored = {
    'trace.apiKey': 'trace_demo',
    'trace.accountId': 'acc1-0000',
    'trace.workbookSettings': JSON.stringify(settings),
  };
  await openPanel({ stored, cells: CELLS, ...options });
}

const section = () => panel.page.getByRole('region', { name: 'Spending' });
const waiting = () => panel.page.getByRole('region', { name: 'Waiting cells' });
/** In the settings. */
async function says(text: string): Promise<void> {
  await openTab(panel.page, 'Settings');
  await section().getByText(text, { exact: true }).waitFor();
}

/** Beside what waits. */
async function waits(text: string): Promise<void> {
  await openTab(panel.page, 'Activity');
  await waiting().getByText(text, { exact: true }).waitFor();
}

const lookUp = (count: number): Promise<void> =>
  panel.call(
    'TRACE_COMPANY',
    Array.from({ length: count }, (_row, row) => [`company-${row + 1}.example`]),
    'name',
    null,
  );

it('says who pays, what was spent of what, and that nothing waits', async () => {
  await open(undefined);
  await says('0 of 500 credits');
  await lookUp(12);
  await says('12 of 500 credits');
  await waits('No cells are waiting.');
  expect(await waiting().getByRole('button').count()).toBe(0);
  await openTab(panel.page, 'Settings');
  await section().getByText('Formulas here spend the credits of your key. Others pay with their own key.').waitFor();
});

it('tells of what waits as soon as it waits, and of what was done', async () => {
  await open({ mode: 'onRequest' });
  await lookUp(3);
  await waits('3 cells are waiting: up to 3 credits.');
  await waiting().getByRole('button', { name: 'Fetch 3 cells (up to 3 credits)' }).click();
  await waits('1 formula recalculated.');
  await lookUp(3);
  await says('3 credits');
  expect(await panel.retried()).toEqual(['0:0']);
});

it('tells how many cells have no answer yet, while formulas are calculated', async () => {
  let answer = (): void => undefined;
  const held = new Promise<void>((goOn) => (answer = goOn));
  await open(undefined, {
    prepare: async (page) => {
      await page.route('**/v1/companies/batch', async (route) => {
        await held;
        await route.continue();
      });
    },
  });
  const shown = [lookUp(2), lookUp(3)];
  await waits('Fetching 2 cells… 2 left.');
  answer();
  await Promise.all(shown);
  await waits('No cells are waiting.');
  expect(
    await waiting()
      .getByText(/^Fetching/)
      .count(),
  ).toBe(0);
});

it('says nothing about other files where the host cannot', async () => {
  await open(undefined);
  await says('0 of 500 credits');
  expect(await section().getByText('In all files I own').count()).toBe(0);
});

it('is not there where there is no workbook', async () => {
  await open(undefined, { cells: null });
  await keyStatus(panel.page)
    .getByText(/trace_/)
    .waitFor();
  expect(await section().count()).toBe(0);
});

describe('the page', () => {
  const states: readonly [name: string, policy: object, reach: () => Promise<void>][] = [
    ['with nothing to do', { mode: 'daily', limit: 1_000_000 }, () => says('0 of 1,000,000 credits')],
    [
      'with cells that wait',
      { mode: 'onRequest' },
      async () => {
        await lookUp(1_200);
        await waits('1,200 cells are waiting: up to 1,200 credits.');
      },
    ],
    [
      'after fetching',
      { mode: 'onRequest' },
      async () => {
        await lookUp(1);
        await openTab(panel.page, 'Activity');
        await waiting()
          .getByRole('button', { name: /^Fetch/ })
          .click();
        await waits('1 formula recalculated.');
      },
    ],
    [
      'with a limit that is none',
      { mode: 'freely' },
      async () => {
        const field = section().getByLabel('Up to how many credits a day');
        await field.fill('999999999999');
        await field.press('Enter');
        await says('Enter a whole number from 1 to 1,000,000.');
      },
    ],
  ];

  it.each(states)('fits 300 px and gives axe nothing to find: %s', async (_name, policy, reach) => {
    await open(policy);
    await reach();
    expect({
      violations: await panel.violations(),
      scrollWidth: await panel.scrollWidth(),
      errors: panel.errors,
    }).toEqual({ violations: [], scrollWidth: 300, errors: [] });
  });
});
