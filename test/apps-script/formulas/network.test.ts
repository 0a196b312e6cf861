import { API_ORIGIN } from '../../fakes/apps-script/host';
import { startStubServer } from '../../fakes/apps-script/threads/stub-server';
import { companies, companyNames, openWorld } from '../open-world';
import { sandbox, useSpreadsheets, world } from '../spreadsheet';

const UNREACHABLE =
  '#TRACE: Trace could not be reached. Check your connection, then choose Retry problems on a computer.';
const QUOTA =
  "#TRACE: Google's daily limit for requests is reached. Trace has no such limit. Choose Retry problems tomorrow on a computer.";

useSpreadsheets();

const fetches = (calls: readonly string[]): readonly string[] => calls.filter((call) => call.startsWith('UrlFetchApp'));

it('batches go together, and nothing else is sent with them', () => {
  world.typeFormula('TRACE_COMPANY', [companies(300)]);
  expect(world.state.requests.map(({ url, method, headers }) => [url, method, headers])).toEqual(
    Array.from({ length: 3 }, () => [
      'https://api.tracedata.ai/v1/companies/batch',
      'POST',
      {
        Accept: 'application/json',
        'X-API-Key': 'trace_demo',
        'Content-Type': 'application/json',
        'User-Agent': expect.stringContaining('Google-Apps-Script') as string,
      },
    ]),
  );
});

it('one dropped connection makes fetchAll throw, and every batch is then fetched alone', async () => {
  await sandbox.faults({ fault: 'dropped-connection' });
  const { cells, calls } = world.typeFormula('TRACE_COMPANY', [companies(300)]);
  expect({ cells, fetches: fetches(calls) }).toEqual({
    cells: companyNames(300),
    fetches: ['UrlFetchApp.fetchAll', 'UrlFetchApp.fetch', 'UrlFetchApp.fetch', 'UrlFetchApp.fetch'],
  });
});

it('a batch that is dropped whenever it is sent costs its own rows and no others', async () => {
  await sandbox.faults({ fault: 'dropped-connection', times: null, operation: 'companies.batch' });
  expect(world.typeFormula('TRACE_COMPANY', [[['company-107'], ...companies(100), ['company-108']]]).cells).toEqual([
    ['Company 107'],
    ...Array.from({ length: 100 }, () => [UNREACHABLE]),
    ['Company 108'],
  ]);
});

it('a body that breaks off is asked for again', async () => {
  await sandbox.faults({ fault: 'cut-off-body' });
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([['Stripe']]);
});

it('an address that Google cannot reach is said to be unreachable', () => {
  world.state.network.unreachable.add(API_ORIGIN);
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([[UNREACHABLE]]);
});

it('an address that Google does not find is said to be unreachable', () => {
  delete world.state.network.origins[API_ORIGIN];
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([[UNREACHABLE]]);
});

it("Google's daily limit is said to be Google's, and no further request is tried", () => {
  world.state.network.callsLeft = 0;
  const { cells, calls } = world.typeFormula('TRACE_COMPANY', [companies(300)]);
  expect({ cells, fetches: fetches(calls) }).toEqual({
    cells: Array.from({ length: 300 }, () => [QUOTA]),
    fetches: ['UrlFetchApp.fetchAll'],
  });
});

describe('an address that an administrator of the company has not allowed', () => {
  const BLOCKED =
    '#TRACE: Your administrator does not let Google reach Trace. Ask them to allow https://api.tracedata.ai/, then choose Retry problems on a computer.';

  it('is said so, and nothing more is tried', () => {
    world.state.network.refusals.push('UrlFetch calls to <URL> are not permitted by your admin');
    const { cells, calls } = world.typeFormula('TRACE_COMPANY', [companies(300)]);
    expect({ cells, fetches: fetches(calls) }).toEqual({
      cells: Array.from({ length: 300 }, () => [BLOCKED]),
      fetches: ['UrlFetchApp.fetchAll'],
    });
  });

  it.each([
    'UrlFetch-Aufrufe an <URL> sind von Ihrem Administrator nicht zugelassen',
    '<URL> への UrlFetch 呼び出しは管理者によって許可されていません',
  ])('is known in other languages: %s', (refusal) => {
    world.state.network.refusals.push(refusal);
    expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([[BLOCKED]]);
  });

  it('is no company of that name', () => {
    world.state.network.unreachable.add(API_ORIGIN);
    expect(world.typeFormula('TRACE_COMPANY', ['admin']).cells).toEqual([[UNREACHABLE]]);
  });
});

describe('requests that are too many in a short time', () => {
  const RUSHED = 'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.';

  it('are sent again together, after the second that Google asks for', () => {
    world.state.network.refusals.push(RUSHED);
    world.state.network.takesMs = 100;
    const { cells, calls, tookMs } = world.typeFormula('TRACE_COMPANY', [companies(300)]);
    expect({ cells, fetches: fetches(calls), waited: tookMs >= 1_000 && tookMs < 4_000 }).toEqual({
      cells: companyNames(300),
      fetches: ['UrlFetchApp.fetchAll', 'UrlFetchApp.fetchAll'],
      waited: true,
    });
  });

  it('are known in every language', () => {
    world.state.network.refusals.push(
      '短時間にサービス urlfetch を実行した回数が多すぎます。Utilities.sleep(1000) をお試しください。',
    );
    expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([['Stripe']]);
  });

  it('wait a minute where that does not end, not until tomorrow', () => {
    world.state.network.refusals.push(...Array.from({ length: 20 }, () => RUSHED));
    expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([
      ['#TRACE: Google refuses this many requests at once. Wait a minute, then choose Retry problems on a computer.'],
    ]);
  });
});

it("Google's daily limit is known in every language", () => {
  world.state.network.callsLeft = 0;
  world.state.network.quotaText = '1 日にサービス urlfetch を実行した回数が多すぎます。';
  expect(world.typeFormula('TRACE_COMPANY', ['stripe.com']).cells).toEqual([[QUOTA]]);
});

it('a company whose name looks like the limit is not taken for it', () => {
  world.state.network.unreachable.add(API_ORIGIN);
  expect(world.typeFormula('TRACE_COMPANY', ['urlfetch']).cells).toEqual([[UNREACHABLE]]);
});

it('a redirect is an error, and the key does not follow it', async () => {
  const elsewhere = await startStubServer({ status: 200, body: '{}' });
  const api = await startStubServer({ status: 302, headers: { Location: `${elsewhere.origin}/v1/companies/stripe` } });
  const lost = await openWorld(api.origin);
  lost.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  const { cells } = lost.typeFormula('TRACE_COMPANY', ['stripe']);
  const received = await elsewhere.received();
  await Promise.all([elsewhere.stop(), api.stop(), lost.stop()]);
  expect({ cells, received }).toEqual({
    cells: [['#TRACE: Trace has a problem (HTTP 302). Wait a few minutes, then choose Retry problems on a computer.']],
    received: [],
  });
});

it('a wait that the service asks for is kept', async () => {
  await sandbox.faults({ fault: 'rate-limited', retryAfterSeconds: 3 });
  world.state.network.takesMs = 100;
  const { cells, tookMs } = world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  expect({ cells, waited: tookMs >= 3_000 && tookMs < 4_000 }).toEqual({ cells: [['Stripe']], waited: true });
});

it('a header is read in whatever case it comes', async () => {
  const api = await startStubServer(
    { status: 429, headers: { 'RETRY-AFTER': '2' }, body: '{}' },
    { status: 200, body: '{"name":"Stripe","slug":"stripe"}' },
  );
  const slow = await openWorld(api.origin);
  slow.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  const { tookMs } = slow.typeFormula('TRACE_COMPANY', ['stripe']);
  await Promise.all([api.stop(), slow.stop()]);
  expect(tookMs).toBeGreaterThanOrEqual(2_000);
});
