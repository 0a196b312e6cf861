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
