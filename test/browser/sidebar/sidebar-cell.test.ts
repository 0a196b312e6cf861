import { useCompanies } from '../../apps-script/bulk/bulk-file';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { SheetTab } from '../../fakes/sidebar-frame/sheet-tab';
import { findViolations } from '../axe';
import { expectSoon } from '../expect-soon';
import { open, openSidebars } from './open-sidebar';

const sidebars = openSidebars();
let tab: SheetTab;
let grid: SheetGrid;

beforeEach(async () => {
  grid = useCompanies(sidebars.world, 3);
  sidebars.world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  tab = await sidebars.open({ height: 900 });
});

/** Selects a cell, and returns to the panel: Google has no event for a selection. */
async function select(row: number, column: number): Promise<void> {
  sidebars.world.state.selection = { sheetId: grid.id, areas: [{ row, column, rows: 1, columns: 1 }] };
  await tab.frame.evaluate("dispatchEvent(new Event('focus'))");
}

const banner = () => tab.frame.getByRole('status', { name: 'Selected cell' });
const says = (text: string | RegExp): Promise<void> => banner().getByText(text).waitFor();
const picture = async (name: string): Promise<void> => {
  const folder = process.env['TRACE_SHOTS'];
  if (folder !== undefined) await tab.page.screenshot({ path: `${folder}/${name}.png` });
};

it('an unknown name is replaced in its formula by one press of a key', async () => {
  grid.enter('F2', '=TRACE_HAS_TECH(A2;"Stripes")');
  grid.answer({ row: 2, column: 6 }, [['#TRACE: Trace does not know the technology "Stripes". Did you mean Stripe?']]);
  await select(2, 6);
  await says('Trace does not know the technology "Stripes". Did you mean Stripe?');
  expect(await findViolations(tab.frame, { include: ['.cell-banner'] })).toEqual([]);
  await picture('sidebar-use');
  await banner().getByRole('button', { name: 'Use “Stripe”' }).press('Enter');
  await tab.frame.locator('.cell-banner:focus').waitFor();
  await expectSoon(async () => grid.formula({ row: 2, column: 6 }), '=TRACE_HAS_TECH(A2,"Stripe")');
});

it('a failure is retried in this cell only, by an argument more, as Google wants it', async () => {
  const failed = '#TRACE: Trace could not be reached. Check your connection, then choose Retry problems.';
  for (const row of [2, 3]) {
    grid.enter(`F${row}`, `=TRACE_TECH(A${row})`);
    grid.answer({ row, column: 6 }, [[failed]]);
  }
  await select(2, 6);
  await banner().getByRole('button', { name: 'Retry' }).click();
  await expectSoon(
    async () => [2, 3].map((row) => grid.formula({ row, column: 6 })),
    [expect.stringMatching(/^=TRACE_TECH\(A2,,,"refresh=[0-9a-f]{8}"\)$/), '=TRACE_TECH(A3)'],
  );
});

it('a name within other functions is searched for its domain, which replaces it in its cell', async () => {
  grid.enter('E2', 'Stripe');
  grid.enter('F2', '=IF(E2="";"";TRACE_COMPANY(E2;"name"))');
  const problem = '#TRACE: "Stripe" is not a domain. Use stripe.com or a Trace slug.';
  grid.answer({ row: 2, column: 6 }, [[problem]]);
  await select(2, 6);
  await banner().getByRole('button', { name: 'Find domain (up to 3 credits)' }).click();
  await banner().getByRole('button', { name: 'Use “stripe.com” in E2' }).click();
  await expectSoon(async () => grid.value({ row: 2, column: 5 }), 'stripe.com');
});

it('an answer says whom it is about, how old it is and what it cost, in room that is always there', async () => {
  sidebars.world.typeFormula('TRACE_COMPANY', ['company-1.example', 'name']);
  grid.enter('F2', '=TRACE_COMPANY(A2;"name")');
  grid.answer({ row: 2, column: 6 }, [['Company 1']]);
  await select(5, 9);
  await says('Select a Trace cell to see its company, age and cost.');
  const room = async () => (await banner().boundingBox())?.height;
  const empty = await room();
  await select(2, 6);
  await says(/^company-1\.example · fetched today · up to 1 credit, free until /);
  expect(await room()).toBe(empty);
  await picture('sidebar-answer');
});

it('a formula of Excel leads from its cell to Reconnect formulas, which enters it after its price', async () => {
  grid.enter('F2', '=_xldudf_TRACE_COMPANY(A2;"name")');
  grid.answer({ row: 2, column: 6 }, [['#NAME?']]);
  await select(2, 6);
  await says('This Trace formula came from another program and no longer updates.');
  await picture('sidebar-reconnect');
  await banner().getByRole('button', { name: 'Reconnect formulas' }).press('Enter');
  await tab.frame.locator('#reconnect-title:focus').waitFor();
  const card = tab.frame.getByRole('region', { name: 'Reconnect formulas' });
  await card.getByRole('button', { name: 'Reconnect formulas' }).press('Enter');
  await card.getByText('1 formula reconnected.').waitFor();
  expect(grid.formula({ row: 2, column: 6 })).toBe('=TRACE_COMPANY(A2,"name")');
});

it('Diagnose lists formulas of another program, and leads to Reconnect formulas', async () => {
  grid.enter('F2', '=DEV.TRACE_COMPANY(A2;"name")');
  grid.answer({ row: 2, column: 6 }, [['#NAME?']]);
  await open(tab, 'Settings');
  const diagnose = tab.frame.getByRole('region', { name: 'Diagnose' });
  await diagnose.getByRole('button', { name: 'Diagnose' }).press('Enter');
  await diagnose.getByText('1 formula came from another program').waitFor();
  await diagnose.getByRole('button', { name: 'Reconnect formulas' }).press('Enter');
  await tab.frame.locator('#reconnect-title:focus').waitFor();
});

it('an editor, who cannot approve what the owner pays, is told so under Waiting cells', async () => {
  sidebars.world.typeFormula('TRACE_COMPANY', ['company-1.example', 'name']);
  grid.enter('F2', '=TRACE_TECH(A2)');
  const waits = '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel. The owner pays.';
  grid.answer({ row: 2, column: 6 }, [[waits]]);
  await select(2, 6);
  await banner().getByRole('button', { name: 'Fetch (1 credit)' }).waitFor();
  sidebars.world.callRpc('setKey', ['trace_of_the_editor_9999', 'anotherAccount'], { as: 'editor' });
  tab = await sidebars.open({ height: 900, user: 'editor' });
  await select(2, 6);
  await banner().getByRole('button', { name: 'Review' }).click();
  await tab.frame.getByText("Only the file's owner can fetch these.").waitFor();
});
