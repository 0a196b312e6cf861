import { companies, companyNames } from '../open-world';
import { requests, sandbox, useSpreadsheets, world } from '../spreadsheet';

const HOUR_MS = 3_600_000;

useSpreadsheets();
// It tells which answers share an item.
beforeEach(() => void world.state.userProperties.owner.write('TRACE_ACCOUNT_ID', 'account-1'));

/** What the spreadsheet itself keeps of answers would hide what the cache has lost. */
function forgetShown(): void {
  const { documentProperties } = world.state;
  for (const name of Object.keys(documentProperties.read()))
    if (name.startsWith('TRACE_SHOWN')) documentProperties.remove(name);
}

it.each(['missing', 'failing', 'unwritable'] as const)('a cache that is %s is no error', (state) => {
  world.state.documentCacheIs = state;
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([['Stripe']]);
});

it('what cannot be read just now is not overwritten', async () => {
  world.typeFormula('TRACE_COMPANY', [companies(300)]);
  const first = await requests();
  world.state.documentCacheIs = 'unreadable';
  world.typeFormula('TRACE_COMPANY', [companies(100, 2_000)]);
  world.state.documentCacheIs = 'there';
  forgetShown();
  const before = await requests();
  const { cells } = world.typeFormula('TRACE_COMPANY', [companies(300)]);
  expect({ cells, first, again: (await requests()) - before }).toEqual({
    cells: companyNames(300),
    first: 3,
    again: 0,
  });
});

it('a piece that Google refuses to write takes nothing along that is there', async () => {
  world.typeFormula('TRACE_COMPANY', [companies(150)]);
  const { state } = world;
  let pieces = 0;
  state.meanwhile = (calls) => {
    if (calls[calls.length - 1] === 'DocumentCache.putAll') pieces += 1;
    state.documentCacheIs = pieces === 2 ? 'unwritable' : 'there';
  };
  world.typeFormula('TRACE_COMPANY', [companies(150, 2_000)]);
  state.meanwhile = null;
  forgetShown();
  const asked = async (from: number): Promise<number> => {
    const before = await requests();
    expect(world.typeFormula('TRACE_COMPANY', [companies(150, from)]).cells).toEqual(companyNames(150, from));
    return (await requests()) - before;
  };
  expect({ pieces: pieces > 2, kept: await asked(1), lost: await asked(2_000) }).toEqual({
    pieces: true,
    kept: 0,
    lost: 1,
  });
});

it('formulas in single cells share what is remembered', async () => {
  const typed = companies(20).map(([domain]) => world.typeFormula('TRACE_COMPANY', [domain]).cells[0]);
  const again = companies(20).map(([domain]) => world.typeFormula('TRACE_COMPANY', [domain]).cells[0]);
  expect({ typed, again, requests: await requests() }).toEqual({
    typed: companyNames(20),
    again: companyNames(20),
    requests: 20,
  });
});

/** One of each ten stands for all. */
const isTenth = (_row: unknown, at: number): boolean => at % 10 === 9;

it('10,000 companies fit, where Google keeps 1,000 items; of 13,000 few are asked for again', async () => {
  // However busy this machine is: a run has 30 s.
  world.state.network.takesMs = 500;
  world.typeFormula('TRACE_COMPANY', [companies(10_000)]);
  const first = await requests();
  const { cells } = world.typeFormula('TRACE_COMPANY', [companies(10_000).filter(isTenth)]);
  expect({ cells, first, again: (await requests()) - first, items: world.state.documentCache.size }).toEqual({
    cells: companyNames(10_000).filter(isTenth),
    first: 100,
    again: 0,
    // The buckets, and whose key it is.
    items: 888,
  });
  world.typeFormula('TRACE_COMPANY', [companies(3_000, 10_001)]);
  const more = await requests();
  const all = world.typeFormula('TRACE_COMPANY', [companies(13_000).filter(isTenth)]);
  const again = (await requests()) - more;
  expect({ cells: all.cells, more, few: again <= 1 }).toEqual({
    cells: companyNames(13_000).filter(isTenth),
    more: 130,
    few: true,
  });
});

it("is used up after Google's six hours, and what was shown is read from the spreadsheet", async () => {
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  world.state.clock.advance(5.9 * HOUR_MS);
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  const before = await requests();
  world.state.clock.advance(0.2 * HOUR_MS);
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  expect({ before, after: await requests() }).toEqual({ before: 1, after: 1 });
});

it('max_age asks again for what is older', async () => {
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  world.state.clock.advance(2 * HOUR_MS);
  world.typeFormula('TRACE_COMPANY', ['stripe.com', 'name', 'max_age=3h']);
  const before = await requests();
  world.typeFormula('TRACE_COMPANY', ['stripe.com', 'name', 'max_age=1h']);
  expect({ before, after: await requests() }).toEqual({ before: 1, after: 2 });
});

it('a route that is missing is remembered', async () => {
  await sandbox.faults({ fault: 'assumed-routes-missing', times: null });
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  world.typeFormula('TRACE_COMPANY', ['shopify.com']);
  expect((await sandbox.log()).map(({ operation }) => operation)).toEqual([
    'companies.batch',
    'companies.show',
    'companies.show',
  ]);
});

it('damaged values are as good as none', () => {
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  const [bucket] = world.state.documentCache.texts();
  world.state.documentCache.write(bucket!, 'not what was written\n\n{', 600);
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([['Stripe']]);
});
