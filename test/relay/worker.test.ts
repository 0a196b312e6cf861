import { makeWorker, type WorkerSettings } from '../../relay/make-worker';

const ASSETS: WorkerSettings['ASSETS'] = { fetch: async () => new Response('found') };
const ask = (settings: Partial<WorkerSettings>): Promise<Response> =>
  makeWorker().fetch(new Request('https://addin.example.com/taskpane.html'), { ASSETS, ...settings });

it('an address of the API to which no key may go is one sentence, and nothing is served', async () => {
  const answer = await ask({ TRACE_API_URL: 'http://api.tracedata.ai' });
  expect([answer.status, await answer.text()]).toEqual([
    500,
    'TRACE_API_URL must begin with https:// to protect your API key.',
  ]);
});

it.each([undefined, ''])('without one (%p) it is the Trace API', async (TRACE_API_URL) => {
  const answer = await ask(TRACE_API_URL === undefined ? {} : { TRACE_API_URL });
  expect([answer.status, await answer.text()]).toEqual([200, 'found']);
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
    expect([answer.status, answer.headers.get('retry-after'), counted, fetched.mock.calls]).toEqual([
      429,
      '60',
      ['192.0.2.1'],
      [],
    ]);
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
    expect([statuses, counted, fetched.mock.calls.length]).toEqual([[401, 429], ['192.0.2.1'], 1]);
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
