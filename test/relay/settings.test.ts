import { readSettings } from '../../relay/settings';

const NOTHING = {
  PORT: undefined,
  HOST: undefined,
  TRACE_API_URL: undefined,
  TRACE_ADDIN_URL: undefined,
  TRACE_PROXY: undefined,
  TRACE_OFFICE_JS: undefined,
};

/** What is read, addresses as texts. */
function read(environment: Partial<Record<keyof typeof NOTHING, string>>): unknown {
  const answer = readSettings({ ...NOTHING, ...environment });
  if (!answer.ok) return answer.sentence;
  const { host, port, apiUrl, addinUrl } = answer.settings;
  return [host, port, apiUrl.origin, addinUrl?.origin ?? 'this machine'];
}

it.each([
  ['nothing is set', {}, ['127.0.0.1', 3000, 'https://api.tracedata.ai', 'this machine']],
  [
    'everything is empty',
    { PORT: '', HOST: '', TRACE_API_URL: '', TRACE_ADDIN_URL: '' },
    ['127.0.0.1', 3000, 'https://api.tracedata.ai', 'this machine'],
  ],
  ['a port is', { PORT: '8443' }, ['127.0.0.1', 8443, 'https://api.tracedata.ai', 'this machine']],
  [
    'the sandbox is to answer',
    { TRACE_API_URL: 'http://127.0.0.1:4010' },
    ['127.0.0.1', 3000, 'http://127.0.0.1:4010', 'this machine'],
  ],
  [
    'an address of this machine is',
    { TRACE_ADDIN_URL: 'https://localhost:8443' },
    ['127.0.0.1', 8443, 'https://api.tracedata.ai', 'this machine'],
  ],
  [
    'the usual port of https is',
    { TRACE_ADDIN_URL: 'https://localhost' },
    ['127.0.0.1', 443, 'https://api.tracedata.ai', 'this machine'],
  ],
  [
    'the same port is told twice',
    { TRACE_ADDIN_URL: 'https://localhost:8443', PORT: '8443' },
    ['127.0.0.1', 8443, 'https://api.tracedata.ai', 'this machine'],
  ],
  [
    'it is for others',
    { TRACE_ADDIN_URL: 'https://addin.example.com', HOST: '0.0.0.0', PORT: '8080' },
    ['0.0.0.0', 8080, 'https://api.tracedata.ai', 'https://addin.example.com'],
  ],
])('%s', (_name, environment, settings) => {
  expect(read(environment)).toEqual(settings);
});

it.each([
  ['', 'hosted'],
  ['hosted', 'hosted'],
  ['onecdn', 'onecdn'],
])('the page loads office.js from where %j says', (named, expected) => {
  const answer = readSettings({ ...NOTHING, TRACE_OFFICE_JS: named });
  expect(answer.ok && answer.settings.officeScript).toBe(expected);
});

it.each([
  [{ TRACE_OFFICE_JS: 'elsewhere' }, 'TRACE_OFFICE_JS must be hosted or onecdn.'],
  [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT must be a number from 0 to 65535.'],
  [
    { TRACE_ADDIN_URL: 'https://localhost:3000', PORT: '3001' },
    'PORT is 3001, but TRACE_ADDIN_URL has port 3000. Remove one of them.',
  ],
  [{ TRACE_API_URL: 'http://api.tracedata.ai' }, 'TRACE_API_URL must begin with https:// to protect your API key.'],
  [
    { TRACE_PROXY: 'proxy.example' },
    'TRACE_PROXY must be an address such as 10.0.0.5, or a network such as 10.0.0.0/8.',
  ],
  [
    { TRACE_ADDIN_URL: 'http://localhost:3000' },
    'TRACE_ADDIN_URL must begin with https://, because Excel requires it.',
  ],
])('%j is refused in one sentence', (environment, sentence) => {
  expect(read(environment)).toBe(sentence);
});
