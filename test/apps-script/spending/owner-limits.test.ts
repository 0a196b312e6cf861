import { fillDown, tally } from '../formulas/sheet-of-formulas';
import { charged, useSpreadsheets, world } from '../spreadsheet';

/** What an owner allows in one file. Other editors of the file can only allow less. */

useSpreadsheets();

const daily = (limit: number): object => ({ mode: 'daily', limit });
const FREELY = { mode: 'freely' };
const file = (): string => `TRACE_FILE_${world.state.spreadsheetId}`;
const owner = () => world.state.userProperties.owner;

/** No one has chosen anything yet. */
beforeEach(() => {
  world.state.documentProperties.clear();
  owner().remove(file());
});

/** The credits that 600 companies in one formula cost, which an editor types. */
async function spends(): Promise<number> {
  fillDown(world, 600).enter('B2', '=TRACE_COMPANY(A2:A601)');
  world.calculate({ as: 'editor' });
  return charged();
}

it.each<[string, () => void, number]>([
  ['where nothing was chosen', () => undefined, 500],
  ['where an editor chose “Freely”', () => void world.callRpc('setPolicy', [FREELY], { as: 'editor' }), 500],
  ['where an editor chose more', () => void world.callRpc('setPolicy', [daily(900)], { as: 'editor' }), 500],
  ['where an editor chose less', () => void world.callRpc('setPolicy', [daily(7)], { as: 'editor' }), 7],
  ['where the owner chose more', () => void world.callRpc('setPolicy', [daily(550)]), 550],
  ['where the owner chose “Freely”, and no limit for all files', () => void world.callRpc('setPolicy', [FREELY]), 600],
  [
    'where the owner allows less in all files',
    () => {
      world.callRpc('setPolicy', [FREELY]);
      world.callRpc('setOwnerLimit', [20]);
    },
    20,
  ],
  [
    'where the owner chose 20, and an editor more',
    () => {
      world.callRpc('setPolicy', [daily(20)]);
      world.callRpc('setPolicy', [FREELY], { as: 'editor' });
    },
    20,
  ],
  [
    'where the owner chose 550, and an editor removed Trace',
    () => {
      world.callRpc('setPolicy', [daily(550)]);
      world.callRpc('bulkForget', ['everything'], { as: 'editor' });
    },
    500,
  ],
  [
    'where the owner’s choice cannot be read',
    () => {
      world.callRpc('setPolicy', [FREELY]);
      owner().write(file(), '{"policy":{"mode":"dai');
    },
    500,
  ],
  [
    'where the owner’s choice is more than anyone can choose',
    () => {
      world.callRpc('setPolicy', [FREELY]);
      owner().write(file(), '{"policy":{"mode":"daily","limit":99999999}}');
    },
    500,
  ],
  [
    'where the limit for all files cannot be read',
    () => {
      world.callRpc('setPolicy', [FREELY]);
      owner().write('TRACE_DAILY_LIMIT', 'lots');
    },
    500,
  ],
  [
    'where the owner chose 550 for another file',
    () => {
      world.callRpc('setPolicy', [daily(550)]);
      Object.assign(world.state, { spreadsheetId: 'another' });
    },
    500,
  ],
])('%s, formulas spend that much a day', async (_where, choose, credits) => {
  choose();
  expect(await spends()).toBe(credits);
});

it.each([
  ['the owner', 'owner', 15],
  ['an editor', 'editor', 10],
] as const)('what %s approves on top counts or not', (_who, as, answered) => {
  world.callRpc('setPolicy', [daily(10)]);
  const grid = fillDown(world, 30, '=TRACE_COMPANY(A#)');
  world.calculate({ as: 'editor' });
  world.callRpc('fetchWaiting', [5], { as });
  world.calculate({ as: 'editor' });
  expect(tally(grid, 30)['answered']).toBe(answered);
});

it('what the owner approved lapses with the day', () => {
  world.callRpc('setPolicy', [{ mode: 'onRequest' }]);
  const grid = fillDown(world, 5, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.callRpc('fetchWaiting', [5]);
  world.state.clock.advance(86_400_000);
  world.calculate();
  expect(tally(grid, 5)['answered']).toBeUndefined();
});

describe('a file that has allowed more than 500, without a word of its owner', () => {
  const spending = (as: 'owner' | 'editor' = 'owner'): object =>
    (world.callRpc('spending', [], { as }) as { value: object }).value;

  beforeEach(() => {
    world.state.documentProperties.write('TRACE_POLICY_0', '1|test|{"mode":"daily","limit":5000}');
    fillDown(world, 2, '=TRACE_COMPANY(A#)');
    world.calculate();
  });

  it('is told to its owner, until the owner confirms it', () => {
    const before = spending();
    world.callRpc('setPolicy', [daily(5_000)]);
    const { unconfirmed, ...after } = spending() as { unconfirmed?: object };
    expect({ before, after, unconfirmed }).toMatchObject({
      before: { policy: daily(500), unconfirmed: daily(5_000) },
      after: { policy: daily(5_000) },
      unconfirmed: undefined,
    });
  });

  it('is not told any more once the owner has chosen less, whatever an editor chooses then', () => {
    world.callRpc('setPolicy', [daily(500)]);
    world.callRpc('setPolicy', [FREELY], { as: 'editor' });
    expect(spending()).not.toHaveProperty('unconfirmed');
  });

  it('is not told to an editor, who cannot confirm it', () => {
    world.callRpc('setKey', ['trace_org_demo', 'anotherAccount'], { as: 'editor' });
    expect(spending('editor')).toMatchObject({ isOthers: true, policy: daily(5_000) });
    expect(spending('editor')).not.toHaveProperty('unconfirmed');
  });
});

it('an owner is not asked to keep what an editor has chosen', () => {
  fillDown(world, 2, '=TRACE_COMPANY(A#)');
  world.calculate();
  const editors = world.callRpc('setPolicy', [daily(900_000)], { as: 'editor' });
  expect({ editors, owners: world.callRpc('spending') }).toEqual({
    editors: { ok: true, value: expect.objectContaining({ policy: daily(500) }) as object },
    owners: { ok: true, value: expect.not.objectContaining({ unconfirmed: expect.anything() as object }) as object },
  });
});

describe('what is chosen before any formula has said who pays', () => {
  const calculate = (): void => {
    fillDown(world, 2, '=TRACE_COMPANY(A#)');
    world.calculate();
  };

  it.each([
    ['with a key', () => void world.callRpc('setKey', ['trace_org_demo', 'anotherAccount'], { as: 'editor' })],
    ['without a key', () => undefined],
  ])('by an editor %s, the owner is not asked to keep', (_who, setKey) => {
    setKey();
    world.callRpc('setPolicy', [daily(900_000)], { as: 'editor' });
    calculate();
    expect(['owner', 'editor'].map((as) => world.callRpc('spending', [], { as: as as 'owner' }))).toEqual([
      {
        ok: true,
        value: expect.not.objectContaining({ unconfirmed: expect.anything() as object }) as object,
      },
      { ok: true, value: expect.objectContaining({ policy: daily(500) }) as object },
    ]);
  });

  it('by the owner, counts at once, and an editor sees it', async () => {
    world.callRpc('setPolicy', [daily(550)]);
    world.callRpc('setKey', ['trace_org_demo', 'anotherAccount'], { as: 'editor' });
    calculate();
    const [owners, editors] = (['owner', 'editor'] as const).map((as) => world.callRpc('spending', [], { as }));
    const shows550 = { ok: true, value: expect.objectContaining({ policy: daily(550) }) as object };
    expect({ owners, editors, spent: await spends() }).toEqual({ owners: shows550, editors: shows550, spent: 550 });
  });
});
