import { companies, companyNames } from '../open-world';
import { requests, sandbox, useOneSpreadsheet, world } from '../spreadsheet';

useOneSpreadsheet({ key: null });
beforeEach(() => {
  world.state.documentCache.clear();
  world.callRpc('setKey', ['trace_demo', 'anotherAccount', 'works']);
});

it('a first answer costs one request, and is written to the cache and to the spreadsheet', () => {
  const { calls } = world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  const costly = calls.filter((call) =>
    /^(UrlFetchApp|UserProperties|DocumentProperties|LockService)\.|putAll/.test(call),
  );
  expect(costly).toEqual([
    'UserProperties.getProperties',
    // The account, for the next formula.
    'DocumentCache.putAll',
    // What is called, for whichever formula has the turn.
    'DocumentCache.putAll',
    'LockService.getDocumentLock',
    'DocumentProperties.getProperties',
    'UrlFetchApp.fetch',
    // Others may have changed the books meanwhile.
    'UserProperties.getProperty',
    'DocumentProperties.getProperties',
    // What was spent comes first and by itself: a full store takes it where it takes nothing longer.
    'DocumentProperties.setProperties',
    'DocumentProperties.setProperties',
    'DocumentProperties.setProperties',
    // The record and what is shown of it, together.
    'DocumentCache.putAll',
  ]);
});

it('a cached answer costs one call for the cache, and nothing else', () => {
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com'])).toMatchObject({
    cells: [['Stripe']],
    calls: ['CacheService.getDocumentCache', 'DocumentCache.getAll'],
  });
});

it('a formula that asks for nothing calls no service', () => {
  expect(world.typeFormula('TRACE_COMPANY', [[[''], ['#N/A'], ['Loading...']]]).calls).toEqual([]);
});

it('without a key every row says so and nothing is asked for', async () => {
  world.callRpc('forgetKey');
  const { cells } = world.typeFormula('TRACE_COMPANY', [[['stripe.com'], ['']]]);
  const sentence = "#TRACE: No API key. The file's owner sets it in the Trace panel.";
  expect({ cells, requests: await requests() }).toEqual({ cells: [[sentence]], requests: 0 });
});

it('a key that was stored without an account works', () => {
  const { owner } = world.state.userProperties;
  const { 'TRACE_FILE_spreadsheet-1': choice = '' } = owner.read();
  owner.clear();
  owner.write('TRACE_FILE_spreadsheet-1', choice);
  owner.write('TRACE_API_KEY', 'trace_demo');
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([['Stripe']]);
});

it('1,000 rows are 10 requests', async () => {
  const { cells } = world.typeFormula('TRACE_COMPANY', [companies(1_000)]);
  expect({ cells, requests: await requests() }).toEqual({ cells: companyNames(1_000), requests: 10 });
});

it('the recalculation of 1,000 rows is none, with one call for the cache', async () => {
  world.typeFormula('TRACE_COMPANY', [companies(1_000)]);
  const { cells, calls } = world.typeFormula('TRACE_COMPANY', [companies(1_000)]);
  expect({ cells, calls: calls.length, requests: await requests() }).toEqual({
    cells: companyNames(1_000),
    calls: 2,
    requests: 10,
  });
});

it('another function over the same companies asks for nothing', async () => {
  world.typeFormula('TRACE_COMPANY', [companies(100)]);
  world.typeFormula('TRACE_TECH', [companies(100), 'count']);
  world.typeFormula('TRACE_HAS_TECH', [companies(100), 'React, Stripe']);
  expect(await requests()).toBe(1);
});

it("an editor's formula runs on the owner's key", async () => {
  world.callRpc('setKey', ['trace_org_demo', 'anotherAccount']);
  world.callRpc('setKey', ['trace_not_the_owners', 'anotherAccount'], { as: 'editor' });
  const { cells } = world.typeFormula('TRACE_COMPANY', ['stripe.com'], { as: 'editor' });
  expect({ cells, keys: (await sandbox.log()).map(({ keyClass }) => keyClass) }).toEqual({
    cells: [['Stripe']],
    keys: ['organization'],
  });
});

it('an answer never crosses from one account to another', async () => {
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  world.callRpc('setKey', ['trace_org_demo', 'anotherAccount']);
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  expect(await requests()).toBe(2);
});

it('another key of the same organization keeps what is remembered', async () => {
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  world.callRpc('setKey', ['trace_org_demo', 'sameAccount']);
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  expect(await requests()).toBe(1);
});

it('one cell with two fields is one row', () => {
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com', 'name, primary_domain']).cells).toEqual([
    ['Stripe', 'stripe.com'],
  ]);
});

it('the list of fields asks nothing of Trace', () => {
  const { cells, calls } = world.typeFormula('TRACE_FIELDS');
  const sent = calls.filter((call) => call.startsWith('UrlFetchApp'));
  expect({ header: cells[0], sent }).toEqual({ header: ['function', 'field', 'example'], sent: [] });
});

it('a day is its midnight in the time zone of the spreadsheet', () => {
  // 2026-10-10 begins at 04:00 UTC in New York, which has summer time then.
  const [row] = world.typeFormula('TRACE_COMPANY', ['stripe.com', 'last_crawled_at']).cells;
  expect(row).toEqual([new Date('2026-10-10T04:00:00Z')]);
});

it('the time zone is asked for once, however many days there are', () => {
  const { calls } = world.typeFormula('TRACE_COMPANY', [companies(50), 'last_crawled_at, as_of']);
  expect(calls.filter((call) => call === 'Spreadsheet.getSpreadsheetTimeZone')).toHaveLength(1);
});

it('a date as an input is refused in its own row', () => {
  expect(world.typeFormula('TRACE_COMPANY', [[[new Date(0)], ['stripe.com']]]).cells).toEqual([
    ['#TRACE: The input is a date, not a company. Use a domain such as stripe.com.'],
    ['Stripe'],
  ]);
});

it('a refused key says so', () => {
  world.callRpc('setKey', ['trace_wrong', 'anotherAccount']);
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([
    [
      '#TRACE: Trace refused the API key: it is wrong, revoked or expired. Set a valid key in the Trace panel on a computer.',
    ],
  ]);
});

it('names are found whatever their case', () => {
  expect(world.typeFormula('trace_company', ['stripe.com']).cells).toEqual([['Stripe']]);
});
