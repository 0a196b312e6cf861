import { fillDown } from '../../apps-script/formulas/sheet-of-formulas';
import { expectSoon } from '../expect-soon';
import { openSidebars } from './open-sidebar';

const sidebars = openSidebars();
const DAYS_31_MS = 31 * 86_400_000;
/** The panel looks for old answers so long after it has opened. */
const LOOKS_AFTER_MS = 2_000;

it('the sidebar says once that answers of the spreadsheet are old, fetches none, and leads to the check', async () => {
  const { world, sandbox } = sidebars;
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  fillDown(world, 3, '=TRACE_COMPANY(A#,"name")');
  world.calculate();
  world.state.clock.advance(DAYS_31_MS);
  await sandbox.advance(DAYS_31_MS);
  const tab = await sidebars.open();
  await tab.page.clock.setSystemTime(world.state.clock.nowMs());
  await sidebars.show(tab);
  const banner = () => tab.frame.locator('.banner', { hasText: 'are older than 30 days.' });
  const wait = (): Promise<void> => tab.page.clock.runFor(LOOKS_AFTER_MS);
  await expectSoon(async () => wait().then(() => banner().count()), 1);
  await banner().getByText('3 answers are older than 30 days.').waitFor();
  await banner().getByRole('button', { name: 'Check for changes' }).press('Enter');
  const check = tab.frame.getByRole('region', { name: 'Check for changes' });
  await check.getByRole('button', { name: 'Rescan 3 companies · free' }).waitFor();
  const looks = (): number => tab.server.calls.filter(({ args }) => args.includes('"looked"')).length;
  const before = looks();
  await sidebars.show(tab);
  await expectSoon(async () => wait().then(looks), before + 1);
  await wait();
  expect([await banner().count(), (await sandbox.ledger()).chargedCompanies]).toEqual([0, 3]);
});
