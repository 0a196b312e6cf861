import { startWorkbook, type WorkbookOptions } from '../../../workbook/served/server';
import { send, type Answered, type Sent } from '../../relay/send';
import { startUpstream, type Upstream } from '../../relay/upstream';
import { builtFolders } from '../built';

const FROM_LIVE = '{"name":"the real one"}';

let live: Upstream;
/** The origin of the server that is asked. */
let origin: string;
/** The origin of one on which the choice was never made, as each test that ends with a refusal leaves it. */
let untouched: string;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  live = await startUpstream((_request, response) => response.end(FROM_LIVE));
  stops.push(() => live.stop());
  untouched = await start({});
});

beforeEach(() => {
  origin = untouched;
});

afterAll(() => Promise.all(stops.map((stop) => stop())));

async function start(options: Partial<WorkbookOptions>): Promise<string> {
  const started = await startWorkbook({ port: 0, apiUrl: null, liveUrl: live.url, ...builtFolders(), ...options });
  stops.push(() => started.stop());
  return started.origin;
}

/** What the page itself sends, but for these. */
function switchToLive({ method = 'POST', headers, body = '{"service":"live"}' }: Sent = {}): Promise<Answered> {
  const own = { 'Content-Type': 'application/json', Origin: origin, 'Sec-Fetch-Site': 'same-origin' };
  return send(origin, '/service', { method, headers: { ...own, ...headers }, body });
}

async function whoAnswers(): Promise<string> {
  const { body } = await send(origin, '/v1/companies/stripe', { headers: { 'X-API-Key': 'trace_demo' } });
  return body === FROM_LIVE ? 'the real service' : 'the sandbox';
}

describe('the choice of the real service', () => {
  it('is made by the page', async () => {
    origin = await start({});
    const { status } = await switchToLive();
    expect({ status, service: await whoAnswers() }).toEqual({ status: 200, service: 'the real service' });
  });

  it('does not outlive the server, so that a start spends no credits', async () => {
    origin = await start({});
    await switchToLive();
    origin = await start({});
    expect(await whoAnswers()).toBe('the sandbox');
  });

  it('is not there where TRACE_API_URL has made it', async () => {
    origin = await start({ apiUrl: live.url });
    const { status } = await switchToLive({ body: '{"service":"sandbox"}' });
    expect({ status, service: await whoAnswers() }).toEqual({ status: 404, service: 'the real service' });
  });

  it.each([
    ['a page of another server on this machine', { Origin: 'http://127.0.0.1:1' }],
    ['a page that hides its origin', { Origin: 'null' }],
    ['a page whose browser says that it is of the same site only', { 'Sec-Fetch-Site': 'same-site' }],
    [
      'a page whose name has been made to point here',
      { Host: 'elsewhere.example', Origin: 'http://elsewhere.example' },
    ],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['a text that names JSON', { 'Content-Type': 'text/plain; application/json' }],
  ])('is not made by %s', async (_name, headers) => {
    const { status } = await switchToLive({ headers });
    expect({ status, service: await whoAnswers() }).toEqual({ status: 403, service: 'the sandbox' });
  });

  it('is not made by what names no origin', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const { status } = await send(origin, '/service', { method: 'POST', headers, body: '{"service":"live"}' });
    expect({ status, service: await whoAnswers() }).toEqual({ status: 403, service: 'the sandbox' });
  });

  it.each(['PUT', 'PATCH'])('is not made by %s', async (method) => {
    const { status } = await switchToLive({ method });
    expect({ status, service: await whoAnswers() }).toEqual({ status: 404, service: 'the sandbox' });
  });

  it.each(['{"service":["live"]}', '{"service":"LIVE"}', '{}', 'null', '"live"', '', '{"service":"live"'])(
    'is not made by the body %j',
    async (body) => {
      const { status } = await switchToLive({ body });
      expect({ status, service: await whoAnswers() }).toEqual({ status: 400, service: 'the sandbox' });
    },
  );
});
