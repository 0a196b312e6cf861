import { readAddinUrl, readReleaseUrl } from '../../relay/addin-url';

const EXAMPLE = 'TRACE_ADDIN_URL must be an address such as https://addin.example.com';

it.each([
  ['https://addin.example.com', 'https://addin.example.com', false],
  ['https://addin.example.com/', 'https://addin.example.com', false],
  ['https://ADDIN.example.com:8443', 'https://addin.example.com:8443', false],
  ['https://localhost.example', 'https://localhost.example', false],
  ['https://localhost:3000', 'https://localhost:3000', true],
  ['https://addin.localhost', 'https://addin.localhost', true],
  ['https://127.0.0.1:3000', 'https://127.0.0.1:3000', true],
  ['https://2130706433', 'https://127.0.0.1', true],
  ['https://[::1]:3000', 'https://[::1]:3000', true],
  ['https://0.0.0.0:3000', 'https://0.0.0.0:3000', true],
])('%s is taken, as %s; this machine: %p', (text, origin, isLocal) => {
  const read = readAddinUrl(text);
  expect(read.ok && [read.url.origin, read.isLocal]).toEqual([origin, isLocal]);
});

it.each([
  ['nothing', '', `${EXAMPLE}.`],
  ['no address', 'addin.example.com', `${EXAMPLE}.`],
  ['a file', 'file:///srv/addin', `${EXAMPLE}.`],
  ['a path', 'https://example.com/addin', `${EXAMPLE}, with nothing after the host.`],
  ['a query', 'https://example.com/?a', `${EXAMPLE}, with nothing after the host.`],
  ['a password', 'https://me:secret@example.com', `${EXAMPLE}, with nothing after the host.`],
  ['plain http', 'http://addin.example.com', 'TRACE_ADDIN_URL must begin with https://, because Excel requires it.'],
])('%s is refused in one sentence', (_name, text, sentence) => {
  expect(readAddinUrl(text)).toEqual({ ok: false, sentence });
});

describe('a release', () => {
  it.each([
    'https://localhost:3000',
    'https://addin.localhost',
    'https://127.0.0.1',
    'https://0x7f.1',
    'https://[::1]',
    'https://0.0.0.0',
  ])('from %s is refused', (text) => {
    expect(readReleaseUrl(text)).toEqual({
      ok: false,
      sentence:
        'A release cannot run on this machine. Set TRACE_ADDIN_URL to a public address, such as https://addin.example.com.',
    });
  });

  it('from an address that users reach is taken', () => {
    expect(readReleaseUrl('https://addin.example.com')).toMatchObject({ ok: true });
  });

  it('from no address is refused', () => {
    expect(readReleaseUrl('')).toEqual({ ok: false, sentence: `${EXAMPLE}.` });
  });
});
