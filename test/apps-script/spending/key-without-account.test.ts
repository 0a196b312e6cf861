import { setSpendPolicy } from '../../fakes/apps-script/spend-policy';
import { fillDown, recalculate, tally } from '../formulas/sheet-of-formulas';
import { charged, useSpreadsheets, world } from '../spreadsheet';

/** Keys that were stored by hand, without the rest of what the panel stores. */

useSpreadsheets({ key: null });

beforeEach(() => {
  world.state.userProperties.owner.write('TRACE_API_KEY', 'trace_demo');
  world.state.userProperties.editor.write('TRACE_API_KEY', 'trace_org_demo');
});

it('two people are two accounts from when they open the panel', () => {
  const { owner, editor } = world.state.userProperties;
  world.callRpc('keyStatus');
  world.callRpc('keyStatus', [], { as: 'editor' });
  const ids = [owner, editor].map((each) => each.read()['TRACE_ACCOUNT_ID']);
  expect(ids).toEqual([expect.stringMatching(/^.{36}$/), expect.stringMatching(/^.{36}$/)]);
  expect(ids[0]).not.toBe(ids[1]);
});

it('a key that follows it in the same account has an account of its own too', () => {
  world.callRpc('setKey', ['trace_demo', 'sameAccount', 'works']);
  expect(world.state.userProperties.owner.read()['TRACE_ACCOUNT_ID']).toMatch(/^.{36}$/);
});

it('an editor who removes Trace does not restart the daily limit of the owner', async () => {
  world.callRpc('keyStatus');
  world.callRpc('keyStatus', [], { as: 'editor' });
  setSpendPolicy(world, { mode: 'daily', limit: 30 });
  const grid = fillDown(world, 60, '=TRACE_COMPANY(A#)');
  world.calculate();
  expect(tally(grid, 60)['answered']).toBe(30);
  world.callRpc('bulkForget', ['everything'], { as: 'editor' });
  setSpendPolicy(world, { mode: 'daily', limit: 30 });
  for (let row = 2; row < 32; row += 1) grid.enter(`B${row}`, '');
  recalculate(world, grid);
  expect(await charged()).toBe(30);
});

it('waiting cells are fetched when the owner opens the panel', async () => {
  setSpendPolicy(world, { mode: 'onRequest' });
  const grid = fillDown(world, 5, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.callRpc('keyStatus');
  world.callRpc('fetchWaiting', [5]);
  world.calculate();
  expect({ tally: tally(grid, 5), charged: await charged() }).toEqual({ tally: { answered: 5 }, charged: 5 });
});

it('a daily limit does not start again when its owner opens the panel', async () => {
  setSpendPolicy(world, { mode: 'daily', limit: 30 });
  const grid = fillDown(world, 60, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.callRpc('keyStatus');
  for (let row = 2; row < 32; row += 1) grid.enter(`B${row}`, '');
  recalculate(world, grid);
  expect(await charged()).toBe(30);
});
