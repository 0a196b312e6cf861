import { findViolations } from './axe';
import { openSidebars } from './open-sidebar';

const sidebars = openSidebars();

beforeEach(() => {
  sidebars.world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});

const NOT_SHARED =
  "#TRACE: The owner of this file does not let formulas read lists with the owner's key. Ask the owner to allow it in the Trace panel.";

it('an owner keeps lists from the formulas of a file, by keyboard, and gives them back', async () => {
  const tab = await sidebars.open();
  const box = tab.frame.getByRole('checkbox', { name: 'Formulas in this file may read my lists' });
  await box.waitFor();
  const before = await box.isChecked();
  await box.press('Space');
  await tab.frame.getByRole('region', { name: 'Your lists' }).getByText('Saved.').waitFor();
  const refused = sidebars.world.typeFormula('TRACE_LISTS', [], { as: 'editor' }).cells;
  const violations = await findViolations(tab.frame);
  await box.press('Space');
  await expect(box.isChecked()).resolves.toBe(true);
  expect({ before, refused, violations }).toEqual({ before: true, refused: [[NOT_SHARED]], violations: [] });
});
