import { findEnrichedColumn, findFileCompanies, countOldAnswers } from '../../../shared/panel/activity/file-companies';
import { oldOf } from '../../../shared/panel/activity/old-answers';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { NAME, planAll, useCompanies } from '../bulk/bulk-file';
import { fillDown } from '../formulas/sheet-of-formulas';
import { charged, sandbox, useSpreadsheets, world } from '../spreadsheet';

/** What the panel knows as all companies of a file, and when it tells of their old answers. */

useSpreadsheets();
// The page's clock is Google's.
beforeEach(() => void jest.spyOn(Date, 'now').mockImplementation(() => world.state.clock.nowMs()));
afterEach(() => jest.restoreAllMocks());

const DAY_MS = 86_400_000;

async function passDays(days: number): Promise<void> {
  world.state.clock.advance(days * DAY_MS);
  await sandbox.advance(days * DAY_MS);
}

it('companies of a file are those that cells or formulas still name and formulas have an answer about', async () => {
  const grid = fillDown(world, 3, '=TRACE_COMPANY(A#,"name")');
  grid.enter('E2', '=TRACE_TECH("https://www.company-9.example/about")');
  grid.enter('E3', '=TRACE_PARTNERS("company-8.example")');
  grid.enter('E5', 'company-7.example');
  world.calculate();
  await passDays(1);
  const panel = new BulkPanel(world);
  const all = await panel.host.answeredCompanies();
  grid.enter('A3', 'gone');
  expect({ all: [...all].sort(), left: [...(await panel.host.answeredCompanies())].sort() }).toEqual({
    all: ['company-1.example', 'company-2.example', 'company-3.example', 'company-9.example'],
    left: ['company-1.example', 'company-3.example', 'company-9.example'],
  });
});

it('an editor with another key has none of the answers of the owner', async () => {
  fillDown(world, 3, '=TRACE_COMPANY(A#,"name")');
  world.calculate();
  await passDays(1);
  expect(await new BulkPanel(world, 'editor').host.answeredCompanies()).toEqual([]);
});

it('answers older than 30 days are told once a week, for nothing, and never if all are fresh', async () => {
  fillDown(world, 3, '=TRACE_COMPANY(A#,"name")');
  world.calculate();
  const count = (): Promise<number> => countOldAnswers(new BulkPanel(world).host);
  const fresh = await count();
  await passDays(31);
  const [first, second] = [await count(), await count()];
  await passDays(6);
  const sixth = await count();
  await passDays(1);
  expect({ fresh, first, second, sixth, nextWeek: await count(), charged: await charged() }).toEqual({
    fresh: 0,
    first: 3,
    second: 0,
    sixth: 0,
    nextWeek: 3,
    charged: 3,
  });
});

it('a clock that was wrong once does not silence the banner for years', async () => {
  fillDown(world, 1, '=TRACE_COMPANY(A#,"name")');
  world.calculate();
  await passDays(31);
  const { host } = new BulkPanel(world);
  await host.writeLookedMs(world.state.clock.nowMs() + 400 * DAY_MS);
  expect(await countOldAnswers(host)).toBe(1);
});

it('the companies of the last enrichment belong to the file, as old as their cells', async () => {
  useCompanies(world, 2);
  const panel = new BulkPanel(world);
  await panel.start(await planAll(panel, 2, [NAME]), { cap: 2, quoted: 2 });
  const { host } = panel;
  const column = await panel.run(findEnrichedColumn);
  await passDays(31);
  const nowMs = world.state.clock.nowMs();
  const old = async (checkedMs: number): Promise<readonly string[]> =>
    oldOf((await panel.run((ports) => findFileCompanies(ports, host, checkedMs))).ages, nowMs);
  expect({ title: column?.title, domains: column?.domains, old: await old(0), checked: await old(nowMs) }).toEqual({
    title: 'Domain',
    domains: ['company-1.example', 'company-2.example'],
    old: ['company-1.example', 'company-2.example'],
    checked: [],
  });
});
