import { readBuiltFiles } from '../../relay/built-files';
import { makeNodeRelay } from '../../relay/node-relay';
import { startWorkbook, type RunningWorkbook } from '../../workbook/served/server';
import { send } from '../relay/send';
import { builtFolders } from '../workbook/built';

const PAGES = [
  '/docs/',
  '/docs/index.html',
  '/docs/functions/TRACE_TECH.html',
  '/docs/problems/noKey.html',
  '/docs/problems/name-error.html',
  '/docs/guides/recipes.html',
  '/docs/guides/api-coverage.html',
];

describe('the workbook', () => {
  let workbook: RunningWorkbook;
  beforeAll(async () => {
    workbook = await startWorkbook({ port: 0, apiUrl: null, ...builtFolders() });
  });
  afterAll(() => workbook.stop());

  it.each(PAGES)('serves %s', async (path) => {
    const { status, headers, body } = await send(workbook.origin, path);
    expect({ status, type: headers['content-type'], start: body.slice(0, 15) }).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      start: '<!doctype html>',
    });
  });

  it.each(['/docs', '/docs/functions/', '/docs/functions/TRACE_NOTHING.html', '/docs/../functions.js.map'])(
    'has nothing at %s',
    async (path) => {
      expect((await send(workbook.origin, path)).status).toBe(404);
    },
  );
});

describe('the relay', () => {
  let relay: ReturnType<typeof makeNodeRelay>;
  beforeAll(async () => {
    const files = await readBuiltFiles(builtFolders().addinDir);
    relay = makeNodeRelay({ files, apiUrl: new URL('https://api.example'), addinUrl: null });
  });
  const ask = async (path: string): Promise<Response> => relay.request(path);

  it.each(PAGES)('serves %s, in which nothing else may run', async (path) => {
    const { status, headers } = await ask(path);
    expect({ status, type: headers.get('content-type'), policy: headers.get('content-security-policy') }).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      policy:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
  });

  it.each([
    ['/docs/search.js', 'text/javascript; charset=utf-8'],
    ['/docs/search-index.js', 'text/javascript; charset=utf-8'],
    ['/docs/page.css', 'text/css; charset=utf-8'],
  ])('serves %s for them', async (path, type) => {
    const { status, headers } = await ask(path);
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type });
  });

  it('serves a page at every help link of the functions', async () => {
    const { functions } = (await (await ask('/functions.json')).json()) as { functions: { helpUrl: string }[] };
    const statuses = functions.map(async ({ helpUrl }) => (await ask(new URL(helpUrl).pathname)).status);
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([200]));
  });
});
