import { readApiUrl } from '../../relay/api-url';

const NO_ADDRESS = 'TRACE_API_URL must be an address such as https://api.tracedata.ai.';
const TOO_LONG =
  'TRACE_API_URL must be an address such as https://api.tracedata.ai, with nothing after the host. ' +
  'Trace adds /v1.';
const NOT_SAFE = 'TRACE_API_URL must begin with https:// to protect your API key.';

it.each([
  ['https://api.tracedata.ai', 'https://api.tracedata.ai/'],
  ['https://api.tracedata.ai/', 'https://api.tracedata.ai/'],
  ['https://api.tracedata.ai:8443', 'https://api.tracedata.ai:8443/'],
  ['HTTPS://API.TRACEDATA.AI', 'https://api.tracedata.ai/'],
  ['http://localhost:4010', 'http://localhost:4010/'],
  ['http://127.0.0.1:4010', 'http://127.0.0.1:4010/'],
  ['http://[::1]:4010', 'http://[::1]:4010/'],
])('%s is taken', (text, address) => {
  const read = readApiUrl(text);
  expect(read.ok && read.url.href).toBe(address);
});

it.each([
  ['no address', 'nonsense', NO_ADDRESS],
  ['nothing', '', NO_ADDRESS],
  ['no scheme', 'api.tracedata.ai', NO_ADDRESS],
  ['a host and a port without a scheme', 'localhost:4010', NO_ADDRESS],
  ['another scheme', 'ftp://api.tracedata.ai', NO_ADDRESS],
  ['a file', 'file:///etc/hosts', NO_ADDRESS],
  ['the path that is added anyway', 'https://api.tracedata.ai/v1', TOO_LONG],
  ['a query', 'https://api.tracedata.ai/?region=eu', TOO_LONG],
  ['a fragment', 'https://api.tracedata.ai/#v1', TOO_LONG],
  ['a user name', 'https://trace_demo@api.tracedata.ai', TOO_LONG],
  ['a password', 'https://:trace_demo@api.tracedata.ai', TOO_LONG],
  ['another machine without encryption', 'http://api.tracedata.ai', NOT_SAFE],
  ['a name that begins like this machine', 'http://localhost.example', NOT_SAFE],
  ['a name that begins like its address', 'http://127.0.0.1.example', NOT_SAFE],
  ['a name that ends like this machine', 'http://not-localhost', NOT_SAFE],
])('%s is refused in one sentence', (_name, text, sentence) => {
  expect(readApiUrl(text)).toEqual({ ok: false, sentence });
});
