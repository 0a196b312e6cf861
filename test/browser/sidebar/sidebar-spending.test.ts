import { setSpendPolicy } from '../../fakes/apps-script/spend-policy';
import { SIDEBAR_WIDTH } from '../../fakes/sidebar-frame/sheet-page';
import { KEPT, useSheet } from '../../apps-script/retry/problem-sheet';
import { findThemedViolations } from '../axe';
import { expectSoon } from '../expect-soon';
import { open, openSidebars } from './open-sidebar';
import {
  column,
  fetchButton,
  limitOwn,
  ownerField,
  radio,
  says,
  section,
  turnTo,
  typeColumn,
  waiting,
  waits,
} from '../panel/spending-section';
import { PAGE_WIDTH } from '../page-width';

const AS_THEY_COME = `Answers appear as they come. ${KEPT}`;

const sidebars = openSidebars();

beforeEach(() => {
  setSpendPolicy(sidebars.world, { mode: 'daily', limit: 500 });
  sidebars.world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});

it('only when I say so: a formula waits with a sentence, and is answered once it is fetched', async () => {
  const tab = await sidebars.open();
  await open(tab, 'Settings');
  await radio(tab, 'Only what I approve').check();
  await says(tab, 'Saved.');
  const grid = typeColumn(sidebars.world, 1);
  const before = column(grid, 1);
  await turnTo(tab);
  await waits(tab, '1 cell is waiting: up to 1 credit.');
  await fetchButton(tab).click();
  await waits(tab, `1 formula recalculated. ${AS_THEY_COME}`);
  sidebars.world.calculate();
  await turnTo(tab);
  await says(tab, '1 credit');
  await fetchButton(tab).waitFor({ state: 'detached' });
  expect({ before, after: column(grid, 1) }).toEqual({
    before: ['#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel. The owner pays.'],
    after: ['Company 1'],
  });
});

it('only when I say so: a person sets what all partners of a company may cost, and nothing else is spent', async () => {
  const tab = await sidebars.open();
  await open(tab, 'Settings');
  await radio(tab, 'Only what I approve').check();
  await says(tab, 'Saved.');
  const grid = useSheet(sidebars.world, { B1: '=TRACE_PARTNERS("stripe.com")' });
  sidebars.world.calculate();
  await turnTo(tab);
  await open(tab, 'Activity');
  const field = waiting(tab).getByRole('textbox', { name: 'Limit, in credits' });
  await field.waitFor();
  await fetchButton(tab).click();
  await waits(tab, 'Enter a whole number from 1 to 1,000,000.');
  const violations = await findThemedViolations(tab.page, tab.frame);
  await field.fill('200');
  await waiting(tab).getByRole('button', { name: 'Fetch 1 cell (up to 200 credits)' }).click();
  await waits(tab, `1 formula recalculated. ${AS_THEY_COME}`);
  sidebars.world.calculate();
  const shown = String(column(grid, 1)[0]);
  expect({ violations, isLong: shown.split(', ').length > 50, isCut: shown.includes('… +') }).toEqual({
    violations: [],
    isLong: true,
    isCut: false,
  });
});

it('a daily limit of two answers two cells of five, and three wait', async () => {
  const tab = await sidebars.open();
  await open(tab, 'Settings');
  const field = section(tab).getByLabel('Up to how many credits a day');
  await field.fill('2');
  await field.press('Enter');
  await says(tab, 'Saved.');
  const grid = typeColumn(sidebars.world, 5);
  await turnTo(tab);
  await says(tab, '2 of 2 credits');
  await waits(tab, '3 cells are waiting: up to 3 credits.');
  expect(column(grid, 5).filter((value) => String(value).startsWith('Company'))).toHaveLength(2);
});

it('the policy is the file’s: an editor’s sidebar shows it', async () => {
  const tab = await sidebars.open();
  await open(tab, 'Settings');
  await radio(tab, 'Freely').check();
  await says(tab, 'Saved.');
  // A formula notes who pays.
  typeColumn(sidebars.world, 1);
  sidebars.world.callRpc('setKey', ['trace_of_the_editor_9999', 'anotherAccount'], { as: 'editor' });
  const other = await sidebars.open({ user: 'editor' });
  await open(other, 'Settings');
  await radio(other, 'Freely').waitFor();
  await expectSoon(() => radio(other, 'Freely').isChecked(), true);
});

describe('the owner’s own limit', () => {
  it('holds whatever the file allows, and it is said once it is reached', async () => {
    const tab = await sidebars.open();
    await open(tab, 'Settings');
    await radio(tab, 'Freely').check();
    await says(tab, 'Saved.');
    await limitOwn(tab, '3');
    await expectSoon(() => sidebars.stored()['TRACE_DAILY_LIMIT'], '3');
    const grid = typeColumn(sidebars.world, 5);
    await turnTo(tab);
    await waits(tab, '2 cells are waiting: up to 2 credits.');
    await waiting(tab).getByText('Your own limit of 3 credits a day is reached.').waitFor();
    expect(column(grid, 5).filter((value) => String(value).startsWith('Company'))).toHaveLength(3);
  });

  it('is removed by emptying its field, and belongs to the one who sets it', async () => {
    const tab = await sidebars.open();
    await open(tab, 'Settings');
    await limitOwn(tab, '2,000');
    await says(tab, 'Saved.');
    const stored = [sidebars.stored()['TRACE_DAILY_LIMIT'], sidebars.stored('editor')['TRACE_DAILY_LIMIT']];
    await sidebars.show(tab);
    await open(tab, 'Settings');
    await ownerField(tab).waitFor();
    const shown = await ownerField(tab).inputValue();
    await limitOwn(tab, '');
    await says(tab, 'Saved.');
    expect([stored, shown, sidebars.stored()['TRACE_DAILY_LIMIT']]).toEqual([['2000', undefined], '2,000', undefined]);
  });

  it('is there without a key too', async () => {
    const tab = await sidebars.open({ user: 'editor' });
    await tab.frame.getByRole('button', { name: 'Continue without a key' }).click();
    await open(tab, 'Settings');
    await limitOwn(tab, '7');
    await says(tab, 'Saved.');
    expect({ shown: await ownerField(tab).inputValue(), stored: sidebars.stored('editor') }).toEqual({
      shown: '7',
      stored: { TRACE_DAILY_LIMIT: '7' },
    });
  });

  it('that is none is told beside its field, and goes no further', async () => {
    const tab = await sidebars.open();
    await open(tab, 'Settings');
    await limitOwn(tab, '12 apples');
    await section(tab).getByText('Enter a whole number from 0 to 1,000,000, or leave it empty for no limit.').waitFor();
    expect(tab.server.calls.filter(({ args }) => args.includes('setOwnerLimit'))).toEqual([]);
  });
});

it('says what to do when Google does not run it, and takes the choice back', async () => {
  const tab = await sidebars.open();
  await says(tab, '0 of 500 credits');
  tab.server.failsWith = 'PERMISSION_DENIED';
  await radio(tab, 'Freely').click();
  await section(tab).getByRole('alert').getByText('If you use several Google accounts').waitFor();
  await expectSoon(() => radio(tab, 'Up to 500 credits a day').isChecked(), true);
});

it('is switched off while it fetches, and nothing is fetched twice', async () => {
  setSpendPolicy(sidebars.world, { mode: 'onRequest' });
  typeColumn(sidebars.world, 2);
  const tab = await sidebars.open();
  await waits(tab, '2 cells are waiting: up to 2 credits.');
  const release = tab.server.hold();
  await fetchButton(tab).click();
  await waiting(tab).getByText('Fetching 2 cells…').waitFor();
  const whileFetching = await fetchButton(tab).isDisabled();
  release();
  await waits(tab, `2 formulas recalculated. ${AS_THEY_COME}`);
  expect({
    whileFetching,
    fetches: tab.server.calls.filter(({ args }) => args.includes('fetchWaiting')).length,
  }).toEqual({ whileFetching: true, fetches: 1 });
});

it('is all done by keyboard', async () => {
  setSpendPolicy(sidebars.world, { mode: 'onRequest' });
  const grid = typeColumn(sidebars.world, 2);
  const tab = await sidebars.open();
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await tab.page.keyboard.press(key);
  };
  await waits(tab, '2 cells are waiting: up to 2 credits.');
  await press('Tab', 'Enter');
  await waiting(tab).getByText(`2 formulas recalculated. ${AS_THEY_COME}`).waitFor();
  await tab.frame.getByRole('tab', { name: 'Activity' }).focus();
  await press('End');
  await radio(tab, 'Only what I approve').focus();
  // Past the field of the limit, which comes before the chosen option.
  await press('ArrowUp');
  await section(tab).getByText('Saved.').waitFor();
  await press('Tab', 'Tab', '9', 'Enter');
  await expectSoon(() => sidebars.stored()['TRACE_DAILY_LIMIT'], '9');
  await section(tab).getByText('Saved.').waitFor();
  await expectSoon(() => radio(tab, 'Up to 500 credits a day').isChecked(), true);
  sidebars.world.calculate();
  expect(column(grid, 2)).toEqual(['Company 1', 'Company 2']);
});

describe('a file that has allowed 5,000 without a word of its owner', () => {
  const STOPS = 'Formulas stop at 500 credits a day until you confirm 5,000.';
  const chosen = (): unknown =>
    JSON.parse(sidebars.world.state.userProperties.owner.read()[OWN_FILE] ?? '{}') as unknown;
  const OWN_FILE = 'TRACE_FILE_spreadsheet-1';

  beforeEach(() => {
    setSpendPolicy(sidebars.world, { mode: 'daily', limit: 5_000 });
    sidebars.world.state.userProperties.owner.remove(OWN_FILE);
    typeColumn(sidebars.world, 1);
  });

  it('asks once, wherever the panel opens', async () => {
    const tab = await sidebars.open();
    await open(tab, 'Enrich');
    const banner = tab.frame.locator('.banner', { hasText: STOPS });
    await banner.waitFor();
    const violations = await findThemedViolations(tab.page, tab.frame);
    await banner.getByRole('button', { name: 'Keep 5,000' }).click();
    await banner.waitFor({ state: 'detached' });
    expect({ chosen: chosen(), violations }).toMatchObject({
      chosen: { policy: { mode: 'daily', limit: 5_000 } },
      violations: [],
    });
  });

  it('keeps the 500 where the owner says so', async () => {
    const tab = await sidebars.open();
    await open(tab, 'Settings');
    await section(tab).getByText(STOPS).waitFor();
    await section(tab).getByRole('button', { name: 'Keep 500', exact: true }).click();
    await section(tab).getByText(STOPS).waitFor({ state: 'detached' });
    expect(chosen()).toMatchObject({ policy: { mode: 'daily', limit: 500 } });
  });
});

it('fits 300 px and gives axe nothing to find in any state', async () => {
  const tab = await sidebars.open();
  const found: unknown[] = [];
  const check = async (): Promise<void> => {
    const width = await tab.frame.evaluate(PAGE_WIDTH);
    found.push(...(await findThemedViolations(tab.page, tab.frame)), ...(width === SIDEBAR_WIDTH ? [] : [width]));
  };
  await says(tab, '0 of 500 credits');
  await check();
  await limitOwn(tab, 'x'.repeat(12));
  await section(tab).getByText('Enter a whole number').waitFor();
  await check();
  await limitOwn(tab, '1,000,000');
  await says(tab, 'Saved.');
  await radio(tab, 'Only what I approve').check();
  await expectSoon(
    () => sidebars.world.state.documentProperties.read()['TRACE_POLICY_0'],
    expect.stringContaining('"onRequest"'),
  );
  typeColumn(sidebars.world, 2);
  await turnTo(tab);
  await waits(tab, '2 cells are waiting: up to 2 credits.');
  await check();
  const release = tab.server.hold();
  await fetchButton(tab).click();
  await waiting(tab).getByText('Fetching 2 cells…').waitFor();
  await check();
  release();
  await waits(tab, `2 formulas recalculated. ${AS_THEY_COME}`);
  await check();
  expect({ found, problems: tab.problems, refused: tab.refused }).toEqual({ found: [], problems: [], refused: [] });
});

it('asks Google not more than once a second, however often the person turns to it', async () => {
  const tab = await sidebars.open();
  const { clock } = tab.page;
  await clock.install();
  // Again, so that all of its timers use this clock.
  await sidebars.show(tab);
  await says(tab, '0 of 500 credits');
  /** Each limit tells when it was asked for. */
  const limitTo = (limit: number): void => setSpendPolicy(sidebars.world, { mode: 'daily', limit });
  const askedAt = (limit: number): number =>
    tab.server.calls.filter(({ args, outcome }) => args.includes('"spending"') && outcome.includes(`"limit":${limit}`))
      .length;
  const shows = (limit: number): Promise<void> => section(tab).getByText(`0 of ${limit} credits`).waitFor();
  // What was put off while it opened, and the second after that.
  await clock.runFor(2_000);
  limitTo(400);
  await turnTo(tab);
  await shows(400);
  await clock.pauseAt((await tab.frame.evaluate<number>('Date.now()')) + 5_000);
  limitTo(300);
  for (let times = 0; times < 20; times += 1) await turnTo(tab);
  await expectSoon(() => askedAt(300), 1);
  limitTo(250);
  await clock.runFor(999);
  limitTo(200);
  await clock.runFor(1);
  await expectSoon(() => askedAt(200), 1);
  limitTo(100);
  await clock.runFor(60_000);
  await clock.resume();
  await turnTo(tab);
  await shows(100);
  expect([300, 250, 200, 100].map(askedAt)).toEqual([1, 0, 1, 1]);
});
