import { openPanel, panel, useOnePanel } from './one-panel';
import { STORED_KEY } from './panel-page';

useOnePanel();

const banner = () => panel.page.getByRole('status', { name: 'Selected cell' });
const WAITING = '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel.';

it("Excel's panel says what the selected cell waits for, with the button that helps, and axe finds nothing", async () => {
  await openPanel({
    stored: STORED_KEY,
    cells: [[['=TRACE_TECH("company-1.example")', WAITING]]],
    selected: [0, 0],
    tab: 'Enrich',
  });
  await banner().getByText('Waiting for approval (1 credit). Fetch it in the Trace panel.').waitFor();
  await banner().getByRole('button', { name: 'Fetch (1 credit)' }).waitFor();
  expect({ violations: await panel.violations(), errors: panel.errors }).toEqual({ violations: [], errors: [] });
});

it('a cell without Trace leaves the room of the banner as it is', async () => {
  await openPanel({ stored: STORED_KEY, cells: [[['stripe.com', 'stripe.com']]], selected: [0, 0] });
  await banner().getByText('Select a Trace cell to see its company, age and cost.').waitFor();
  expect((await banner().boundingBox())?.height).toBe(52);
});

it('a formula of Google Sheets leads from its cell to Reconnect formulas, which enters it after its price', async () => {
  const inner = 'TRACE_COMPANY(""company-1.example"",""name"")';
  await openPanel({
    stored: STORED_KEY,
    cells: [[[`=IFERROR(__xludf.DUMMYFUNCTION("${inner}"),"As in Google")`, 'As in Google']]],
    selected: [0, 0],
    tab: 'Enrich',
  });
  await banner().getByText('This Trace formula came from another program and no longer updates.').waitFor();
  await banner().getByRole('button', { name: 'Reconnect formulas' }).press('Enter');
  await panel.page.locator('#reconnect-title:focus').waitFor();
  const card = panel.page.getByRole('region', { name: 'Reconnect formulas' });
  await card.getByRole('button', { name: 'Reconnect formulas' }).press('Enter');
  await card.getByText('Reconnecting 1 formula may fetch up to 1 credit.').waitFor();
  await card.getByRole('button', { name: 'Reconnect 1 formula' }).press('Enter');
  await card.getByText('1 formula reconnected.').waitFor();
  expect(await panel.formulas()).toEqual([['=TRACE_COMPANY("company-1.example","name")']]);
  expect({ violations: await panel.violations(), errors: panel.errors }).toEqual({ violations: [], errors: [] });
});
