import { isAnswered, readReply } from '../../../shared/client/response';
import { json, text } from '../../fakes/memory-host';

const sentenceOf = (exchange: Parameters<typeof readReply>[0], waitSeconds: number | null = null) => {
  const reply = readReply(exchange, waitSeconds);
  return reply.is === 'failed' ? reply.error.message : reply.is;
};

describe('a reply', () => {
  it('is the body of a success', () => {
    expect(readReply(json(200, { a: 1 }), null)).toEqual({ is: 'body', body: { a: 1 } });
  });

  it('is a body of nothing for 204', () => {
    expect(readReply(text(204, ''), null)).toEqual({ is: 'body', body: null });
  });

  it.each([[text(200, '')], [text(200, '{"a":')], [text(200, '<html></html>')]])(
    'that cannot be read says so',
    (exchange) => {
      expect(sentenceOf(exchange)).toBe(
        'The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.',
      );
    },
  );

  it.each([
    [json(404, { detail: { error: 'company_not_found', message: 'No company was found.' } }), 'notFound'],
    [json(404, { error: 'partner_not_found', message: 'x' }), 'notFound'],
    [json(404, { detail: 'Not Found' }), 'missingRoute'],
    [json(405, { detail: 'Method Not Allowed' }), 'missingRoute'],
    [json(405, {}), 'missingRoute'],
  ])('tells a missing company from a missing route: %j', (exchange, is) => {
    expect(readReply(exchange, null).is).toBe(is);
  });

  it('does not take a 404 of a proxy for a missing company', () => {
    expect(sentenceOf(text(404, '<html>nginx</html>'))).toBe(
      "Trace refused the request (HTTP 404). Check the formula's arguments.",
    );
  });
});

describe('a text', () => {
  it.each([['domain,name\na.example,A\n'], [''], ['{"a":1}']])('comes as it is: %j', (body) => {
    expect(readReply(text(200, body), null, 'text')).toEqual({ is: 'body', body });
  });

  it('is no page of a proxy', () => {
    expect(readReply(text(200, ' <!DOCTYPE html><html></html>'), null, 'text').is).toBe('failed');
  });
});

describe('each error body', () => {
  it.each([
    ['error a text', { error: 'bad_thing', message: 'Bad thing.' }, 'Bad thing.'],
    ['error an object', { error: { code: 'bad_thing', message: 'Bad thing.' } }, 'Bad thing.'],
    ['detail an object', { detail: { error: 'bad_thing', message: 'Bad thing.' } }, 'Bad thing.'],
    ['detail a list', { detail: [{ type: 'missing', loc: ['query', 'limit'], msg: 'Bad thing.' }] }, 'Bad thing.'],
    ['detail a text', { detail: 'Bad thing.' }, 'Bad thing.'],
  ])('%s', (_shape, body, message) => {
    expect(sentenceOf(json(422, body))).toBe(
      `Trace refused the request (HTTP 422): ${message}. Check the formula's arguments.`,
    );
  });
});

describe('each problem of the service', () => {
  it.each([
    [
      json(401, { error: 'invalid_api_key', message: 'x' }),
      'Trace refused the API key: it is wrong, revoked or expired. Set a valid key in the Trace panel on a computer.',
    ],
    [
      json(401, {}),
      'Trace refused the API key: it is wrong, revoked or expired. Set a valid key in the Trace panel on a computer.',
    ],
    [
      json(403, { error: 'user_credential_required' }),
      'This needs a personal API key, not an organization key. Set your own key in the Trace panel on a computer.',
    ],
    [
      json(403, { error: 'key_missing_org_association' }),
      'The API key has no organization. Make a new key at app.tracedata.ai, then set it in the Trace panel on a computer.',
    ],
    [
      json(403, { error: 'list_access_denied' }),
      'You can view this list but not change it. Ask its owner for edit access, or use your own list.',
    ],
    [
      json(403, { error: 'email_unverified' }),
      'Trace does not allow this with your API key. Verify your email address at app.tracedata.ai, or ask your Trace admin.',
    ],
    [
      json(402, { error: 'credit_exhausted', requested: 1_250, shortfall: 12 }),
      'Not enough Trace credits: 1,250 needed, 12 missing. Top up at app.tracedata.ai, under Settings > Usage & Credits.',
    ],
    [
      json(402, { error: 'credit_exhausted', requested: 'many' }),
      'No Trace credits are left. Top up at app.tracedata.ai, under Settings > Usage & Credits.',
    ],
    [text(402, ''), 'No Trace credits are left. Top up at app.tracedata.ai, under Settings > Usage & Credits.'],
    [
      json(429, { error: 'rate_limited' }),
      'Trace gets too many requests from this key. Wait a minute, then choose Retry problems on a computer.',
    ],
    [json(500, {}), 'Trace has a problem (HTTP 500). Wait a few minutes, then choose Retry problems on a computer.'],
    [
      text(502, '<html>Bad gateway</html>'),
      'Trace has a problem (HTTP 502). Wait a few minutes, then choose Retry problems on a computer.',
    ],
    [text(302, ''), 'Trace has a problem (HTTP 302). Wait a few minutes, then choose Retry problems on a computer.'],
    [json(408, {}), 'Trace took too long. Wait a minute, then choose Retry problems on a computer.'],
    [
      { ok: false, reason: 'unreachable' } as const,
      'Trace could not be reached. Check your connection, then choose Retry problems on a computer.',
    ],
    [
      { ok: false, reason: 'timedOut' } as const,
      'Trace took too long. Wait a minute, then choose Retry problems on a computer.',
    ],
    [
      { ok: false, reason: 'hostQuota' } as const,
      "Google's daily limit for requests is reached. Trace has no such limit. Choose Retry problems tomorrow on a computer.",
    ],
  ])('%j', (exchange, sentence) => {
    expect(sentenceOf(exchange)).toBe(sentence);
  });

  it('says how long to wait where the service does', () => {
    expect(sentenceOf(json(429, {}), 60)).toBe(
      'Trace gets too many requests from this key. Wait 60 seconds, then choose Retry problems on a computer.',
    );
  });

  it('never repeats a key that the service repeats', () => {
    expect(sentenceOf(json(400, { error: 'bad', message: 'key trace_secret1 is bad' }))).not.toContain('secret1');
  });
});

it.each([
  ['an answer', json(200, { results: [] }), true],
  ['an answer that nobody has read yet', text(200, '{"a":'), true],
  ['no such company', json(404, { error: 'company_not_found' }), true],
  ['a missing route', json(404, { detail: 'Not Found' }), false],
  ['a wait', json(429, {}), false],
  ['no connection', { ok: false, reason: 'unreachable' } as const, false],
])('whether the service has answered: %s', (_name, exchange, expected) => {
  expect(isAnswered(exchange)).toBe(expected);
});
