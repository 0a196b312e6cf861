import { findOldAnswers, type OldAnswers } from '../../../shared/panel/activity/old-answers';
import { updateAnswers } from '../../../shared/panel/activity/update-answers';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { fillDown, shownIn } from '../formulas/sheet-of-formulas';
import { charged, sandbox, useSpreadsheets, world } from '../spreadsheet';

/** Google's cache has answers for six hours; what formulas show is older, and what the panel can fetch again. */

useSpreadsheets();
// The page's clock is Google's.
beforeEach(() => void jest.spyOn(Date, 'now').mockImplementation(() => world.state.clock.nowMs()));
afterEach(() => jest.restoreAllMocks());

const HOUR_MS = 3_600_000;
const FIVE = [1, 2, 3, 4, 5].map((at) => `company-${at}.example`);

async function pass(hours: number): Promise<void> {
  world.state.clock.advance(hours * HOUR_MS);
  await sandbox.advance(hours * HOUR_MS);
}

function look(panel: BulkPanel): Promise<OldAnswers> {
  return panel.run((ports) => findOldAnswers(ports, FIVE, panel.host.shownAges?.bind(panel.host)));
}

it('the panel knows how old what cells show is, also where the answers are no longer saved', async () => {
  fillDown(world, 3, '=TRACE_COMPANY(A#,"name")');
  world.calculate();
  await pass(29 * 24);
  const young = await look(new BulkPanel(world));
  await pass(2 * 24);
  const old = await look(new BulkPanel(world));
  expect({
    young: [young.domains, young.saved, young.price.credits],
    old: [old.domains, old.saved, old.price.credits],
  }).toEqual({ young: [[], 3, 0], old: [FIVE.slice(0, 3), 3, 3] });
  expect(await charged()).toBe(3);
});

it('a company is as old as the newest answer that cells have shown of it, and partners count for none', async () => {
  fillDown(world, 1, '=TRACE_PARTNERS(A#)', '=TRACE_COMPANY(A#,"name")');
  world.calculate();
  await pass(20 * 24);
  fillDown(world, 1, '=TRACE_PARTNERS(A#)', '=TRACE_COMPANY(A#,"country","max_age=1h")');
  world.calculate();
  await pass(15 * 24);
  const { saved, domains } = await look(new BulkPanel(world));
  fillDown(world, 2, '=TRACE_PARTNERS(A#)', '=A#');
  world.calculate();
  await pass(12);
  expect({ saved, domains, savedLater: (await look(new BulkPanel(world))).saved }).toEqual({
    saved: 1,
    domains: [],
    savedLater: 1,
  });
});

it('a new answer is shown from then on, and never the older one again', async () => {
  const grid = fillDown(world, 3, '=TRACE_COMPANY(A#,"as_of")');
  const days = (): readonly unknown[] => shownIn(grid, 2, 3).map((day) => String(day).slice(0, 10));
  const recalculated = (): readonly unknown[] => {
    grid.recalculate();
    world.calculate();
    return days();
  };
  world.calculate();
  const first = days();
  await pass(72);
  expect(recalculated()).toEqual(first);
  const panel = new BulkPanel(world);
  const { answered, compared } = await panel.run((ports) => updateAnswers(ports, FIVE.slice(0, 3), 0, 0));
  // What the page sends once it has nothing else to ask for.
  await new Promise((resolve) => setTimeout(resolve, 20));
  await panel.host.cacheSize();
  const next = recalculated();
  await pass(7);
  expect({
    answered,
    compared,
    isChanged: next[0] !== first[0],
    afterwards: recalculated(),
    charged: await charged(),
  }).toEqual({ answered: 3, compared: 0, isChanged: true, afterwards: next, charged: 3 });
});
