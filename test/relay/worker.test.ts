import worker, { type WorkerSettings } from '../../relay/worker';

const ASSETS: WorkerSettings['ASSETS'] = { fetch: async () => new Response('found') };
const ask = (settings: Partial<WorkerSettings>): Promise<Response> =>
  worker.fetch(new Request('https://addin.example.com/taskpane.html'), { ASSETS, ...settings });

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
