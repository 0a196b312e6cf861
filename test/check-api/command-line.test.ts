import { execFile } from 'node:child_process';
import { check } from './check-sandbox';

const KEY = { TRACE_API_KEY: 'trace_demo', TRACE_API_URL: 'http://127.0.0.1:1' };

describe('one sentence, and no request, for', () => {
  it.each([
    ['an unknown option', ['--nonsense'], KEY, /^Not understood\. Use: npm run check:api/],
    ['a company that is none', ['--company', 'not a domain'], KEY, /^--company must be a domain/],
    ['a share without writes', ['--share-with', 'a@b.example'], KEY, /give both/],
    ['an address that is none', ['--with-writes', '--share-with', 'ab'], KEY, /email address/],
    ['credits that are no number', ['--enrichment-credits', 'many'], KEY, /whole number/],
    ['a key on the command line', ['--company', 'trace_demo1'], KEY, /TRACE_API_KEY, never/],
    ['no key', [], { TRACE_API_URL: KEY.TRACE_API_URL }, /^Set TRACE_API_KEY/],
    ['a key that is none', [], { ...KEY, TRACE_API_KEY: 'sk_live' }, /not a Trace API key/],
    ['plain http', [], { ...KEY, TRACE_API_URL: 'http://api.tracedata.ai' }, /https:\/\//],
    ['a path after the host', [], { ...KEY, TRACE_API_URL: 'https://api.tracedata.ai/v1' }, /end with the host/],
    ['no address', [], { ...KEY, TRACE_API_URL: 'here' }, /address such as/],
  ])('%s', async (_case, args, environment, sentence) => {
    const done = await check(['--yes', ...args], environment);
    expect({ code: done.code, output: done.output, complaints: done.complaints.length }).toEqual({
      code: 2,
      output: '',
      complaints: 1,
    });
    expect(done.complaints[0]).toMatch(sentence);
  });
});

it('the program itself refuses without a terminal', async () => {
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    const env = { ...process.env, ...KEY, NODE_OPTIONS: '' };
    const child = execFile(process.execPath, ['--import', 'tsx', 'check-api/main.ts'], { env }, (error, _out, text) => {
      resolve({ code: error?.code, stderr: text });
    });
    child.stdin?.end();
  });
  expect(code).toBe(2);
  expect(stderr).toBe('There is no terminal to ask on. Add --yes to make these calls.\n');
});
