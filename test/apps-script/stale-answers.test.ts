import { findStale, refetch, type StaleAnswers } from '../../shared/panel/activity/refetch';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import { fillDown, shownIn } from './sheet-of-formulas';
import { charged, sandbox, useSpreadsheets, world } from './spreadsheet';

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

function look(panel: BulkPanel, days: number): Promise<StaleAnswers> {
  return panel.run((ports) => findStale(ports, FIVE, days, panel.host.shownAges?.bind(panel.host)));
}

it('the panel knows how old what cells show is, also where the answers are no longer saved', async () => {
  fillDown(world, 3, '=TRACE_COMPANY(A#,"name")');
  world.calculate();
  await pass(48);
  const [oneDay, thirty] = [await look(new BulkPanel(world), 1), await look(new BulkPanel(world), 30)];
  expect({
    oneDayDomains: oneDay.domains,
    oneDaySaved: oneDay.saved,
    oneDayCredits: oneDay.price.credits,
    thirtyDomains: thirty.domains,
    thirtySaved: thirty.saved,
  }).toEqual({ oneDayDomains: FIVE.slice(0, 3), oneDaySaved: 3, oneDayCredits: 0, thirtyDomains: [], thirtySaved: 3 });
  expect(await charged()).toBe(3);
});

it('a company is as old as the newest answer that cells have shown of it, and partners count for none', async () => {
  fillDown(world, 1, '=TRACE_PARTNERS(A#)', '=TRACE_COMPANY(A#,"name")');
  world.calculate();
  await pass(48);
  fillDown(world, 1, '=TRACE_PARTNERS(A#)', '=TRACE_COMPANY(A#,"country","max_age=1h")');
  world.calculate();
  await pass(12);
  const { saved, domains } = await look(new BulkPanel(world), 1);
  fillDown(world, 2, '=TRACE_PARTNERS(A#)', '=A#');
  world.calculate();
  await pass(12);
  expect({ saved, domains, savedLater: (await look(new BulkPanel(world), 1)).saved }).toEqual({
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
  const { answered, compared } = await panel.run((ports) => refetch(ports, FIVE.slice(0, 3), 0, 0));
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
