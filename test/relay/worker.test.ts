import { LIMITS } from '../../relay/limits';
import { makeWorker, type Worker, type WorkerSettings } from '../../relay/make-worker';

const ASSETS: WorkerSettings['ASSETS'] = { fetch: async () => new Response('found') };
const ask = (settings: Partial<WorkerSettings>): Promise<Response> =>
  makeWorker().fetch(new Request('https://addin.example.com/taskpane.html'), { ASSETS, ...settings });

it('an address of the API to which no key may go is one sentence, and nothing is served', async () => {
  const answer = await ask({ TRACE_API_URL: 'http://api.tracedata.ai' });
  expect({ status: answer.status, text: await answer.text() }).toEqual({
    status: 500,
    text: 'TRACE_API_URL must begin with https:// to protect your API key.',
  });
});

it.each([undefined, ''])('without one (%p) it is the Trace API', async (TRACE_API_URL) => {
  const answer = await ask(TRACE_API_URL === undefined ? {} : { TRACE_API_URL });
  expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 200, text: 'found' });
});

it('files are asked for by their own names, at no server', async () => {
  const asked: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    asked.push(request.url);
    return new Response('');
  };
  await ask({ ASSETS: { fetch } });
  expect(asked).toEqual(['https://assets.invalid/taskpane.html']);
});

describe('Cloudflare’s counts', () => {
  const counted: string[] = [];
  const refuseAll = {
    limit: async ({ key }: { readonly key: string }) => {
      counted.push(key);
      return { success: false };
    },
  };
  const headers = { 'CF-Connecting-IP': '192.0.2.1', 'X-API-Key': 'trace_demo' };
  const asked = (settings: Partial<WorkerSettings>, given = headers): Promise<Response> =>
    makeWorker().fetch(new Request('https://addin.example.com/v1/technologies', { headers: given }), {
      ASSETS,
      ...settings,
    });

  beforeEach(() => (counted.length = 0));

  it('of requests end them before anything is asked, by address', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch');
    const answer = await asked({ REQUESTS: refuseAll });
    expect({
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      counted,
      fetched: fetched.mock.calls,
    }).toEqual({ status: 429, retryAfter: '60', counted: ['192.0.2.1'], fetched: [] });
    fetched.mockRestore();
  });

  it('of refused keys hold the next one up', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{}', { status: 401 }));
    const worker = makeWorker();
    const request = (key: string): Promise<Response> =>
      worker.fetch(
        new Request('https://addin.example.com/v1/technologies', { headers: { ...headers, 'X-API-Key': key } }),
        { ASSETS, REFUSED_KEYS: refuseAll },
      );
    const statuses = [(await request('trace_1')).status, (await request('trace_2')).status];
    expect({ statuses, counted, fetched: fetched.mock.calls.length }).toEqual({
      statuses: [401, 429],
      counted: ['192.0.2.1'],
      fetched: 1,
    });
    fetched.mockRestore();
  });

  it('answers are kept to https, on every path', async () => {
    const answers = [await ask({}), await asked({ REQUESTS: refuseAll })];
    expect(answers.map((answer) => answer.headers.get('strict-transport-security'))).toEqual([
      'max-age=31536000',
      'max-age=31536000',
    ]);
  });
});

/**
 * Miniflare does not tell a Worker that a client has disconnected (`abuse.test.ts`), so it is simulated here as
 * Cloudflare does it.
 */
describe('a client that disconnects', () => {
  /** Requests to the Trace API that are under way, by the key that they carry. */
  const open = new Map<string | null, { readonly signal: AbortSignal; readonly answer: () => void }>();
  const came: (string | null)[] = [];
  const settings = { ASSETS, TRACE_API_URL: 'https://api.example.com' };
  let fetched: jest.SpyInstance;

  beforeEach(() => {
    open.clear();
    came.length = 0;
    fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(
      async (_url, { headers, signal } = {}) =>
        new Promise((resolve, reject) => {
          const key = new Headers(headers).get('x-api-key');
          if (!(signal instanceof AbortSignal)) throw new Error('nothing could end this request');
          signal.addEventListener('abort', () => reject(signal.reason as Error));
          open.set(key, { signal, answer: () => resolve(new Response('{}')) });
          came.push(key);
        }),
    );
  });
  afterEach(() => fetched.mockRestore());

  const begin = (worker: Worker, key: string, sent: RequestInit = {}) => {
    const going = new AbortController();
    const url = `https://addin.example.com/v1/companies/${sent.method === 'POST' ? 'batch' : 'stripe.com'}`;
    const request = new Request(url, { ...sent, headers: { 'X-API-Key': key }, signal: going.signal });
    return { answered: worker.fetch(request, settings), go: () => going.abort() };
  };
  const isAsked = async (key: string): Promise<void> => {
    while (!open.has(key)) await new Promise((resolve) => setImmediate(resolve));
  };

  it.each<[string, RequestInit]>([
    ['a company', {}],
    ['a batch', { method: 'POST', body: '{"domains":["stripe.com"]}' }],
  ])('ends the request to the Trace API for %s', async (_name, sent) => {
    const { answered, go } = begin(makeWorker(), 'trace_1', sent);
    await isAsked('trace_1');
    const before = open.get('trace_1')?.signal.aborted;
    go();
    expect({ before, after: open.get('trace_1')?.signal.aborted }).toEqual({ before: false, after: true });
    await answered;
  });

  it('gives the turn to the next one', async () => {
    const worker = makeWorker({ ...LIMITS, upstreamAtOnce: 1, maxWaiting: 2 });
    const [first, gone, next] = ['trace_1', 'trace_2', 'trace_3'].map((key) => begin(worker, key));
    await isAsked('trace_1');
    gone?.go();
    open.get('trace_1')?.answer();
    await isAsked('trace_3');
    open.get('trace_3')?.answer();
    const statuses = [(await first?.answered)?.status, (await next?.answered)?.status];
    expect({ statuses, came }).toEqual({ statuses: [200, 200], came: ['trace_1', 'trace_3'] });
  });

  it('makes room for one more who waits', async () => {
    const worker = makeWorker({ ...LIMITS, upstreamAtOnce: 1, maxWaiting: 1 });
    const [first, gone] = ['trace_1', 'trace_2'].map((key) => begin(worker, key));
    await isAsked('trace_1');
    const refused = await begin(worker, 'trace_3').answered;
    gone?.go();
    await gone?.answered;
    const next = begin(worker, 'trace_4');
    open.get('trace_1')?.answer();
    await first?.answered;
    await isAsked('trace_4');
    open.get('trace_4')?.answer();
    expect({ refused: refused.status, next: (await next.answered).status, came }).toEqual({
      refused: 503,
      next: 200,
      came: ['trace_1', 'trace_4'],
    });
  });

  it('while Cloudflare counts asks nothing', async () => {
    const going = new AbortController();
    const headers = { 'X-API-Key': 'trace_1', 'CF-Connecting-IP': '192.0.2.1' };
    const request = new Request('https://addin.example.com/v1/companies/stripe.com', { headers, signal: going.signal });
    const REQUESTS = {
      limit: async () => {
        going.abort();
        return { success: true };
      },
    };
    await makeWorker().fetch(request, { ...settings, REQUESTS });
    expect(came).toEqual([]);
  });
});
