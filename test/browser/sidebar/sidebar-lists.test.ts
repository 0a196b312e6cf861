import { findViolations } from '../axe';
import { expectSoon } from '../expect-soon';
import { open, openSidebars } from './open-sidebar';

const sidebars = openSidebars();

beforeEach(() => {
  sidebars.world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});

const NOT_SHARED =
  "#TRACE: Formulas in this file cannot read lists with the owner's key. The owner can allow it in the Trace panel on a computer.";

it('an owner lets the formulas of a file read lists, by keyboard, and keeps them again', async () => {
  const tab = await sidebars.open();
  await open(tab, 'Settings');
  const box = tab.frame.getByRole('checkbox', { name: 'Formulas in this file may read my lists' });
  await box.waitFor();
  const before = await box.isChecked();
  await box.press('Space');
  await tab.frame.getByRole('region', { name: 'Your lists' }).getByText('Saved.').waitFor();
  const [[first]] = sidebars.world.typeFormula('TRACE_LISTS', [], { as: 'editor' }).cells as [[unknown]];
  const violations = await findViolations(tab.frame);
  await box.press('Space');
  await expectSoon(() => sidebars.world.typeFormula('TRACE_LISTS', [], { as: 'editor' }).cells, [[NOT_SHARED]]);
  await expectSoon(() => box.isChecked(), false);
  expect({ before, wasShared: first !== NOT_SHARED, violations }).toEqual({
    before: false,
    wasShared: true,
    violations: [],
  });
});
