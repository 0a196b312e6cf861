import type { Exchange } from '../../../shared/client/exchange';
import { hearOfKey, readSavedStanding, readStanding, standingToText } from '../../../shared/client/key';

const answered = (status: number, body: unknown): Exchange => ({
  ok: true,
  response: { status, retryAfter: null, text: typeof body === 'string' ? body : JSON.stringify(body) },
});
const FOUND = answered(200, { companies: [] });
const REFUSED = answered(401, { error: 'invalid_api_key' });

describe('what is kept beside a key', () => {
  it.each(['works', 'refused', 'untested'] as const)('%s is found again', (standing) => {
    expect(readStanding(standingToText(standing, 'key-1'), 'key-1')).toBe(standing);
  });

  it.each([
    ['nothing is kept', undefined, 'key-1'],
    ['nothing is stored', null, 'key-1'],
    ['another key is meant', 'works key-2', 'key-1'],
    ['the key has no id', 'works ', ''],
    ['it is damaged', 'fine key-1', 'key-1'],
    ['it is only the id', 'key-1', 'key-1'],
  ])('a key is untested where %s', (_why, text, keyId) => {
    expect(readStanding(text, keyId)).toBe('untested');
  });

  it('a key that is saved works only where a test says so', () => {
    expect(['works', 'untested', 'refused', 'Works', true, undefined].map(readSavedStanding)).toEqual([
      'works',
      'untested',
      'untested',
      'untested',
      'untested',
      'untested',
    ]);
  });
});

describe('what answers tell of a key', () => {
  it.each<readonly [string, Exchange, ReturnType<typeof hearOfKey>]>([
    ['an answer', FOUND, 'works'],
    ['no such company', answered(404, { detail: { error: 'company_not_found' } }), 'works'],
    ['no credits', answered(402, { error: 'credit_exhausted', requested: 1, shortfall: 1 }), 'works'],
    ['a refusal', REFUSED, 'refused'],
    ['a key of no organization', answered(403, { error: 'key_missing_org_association' }), 'refused'],
    ['a page of a proxy', answered(200, '<html>'), null],
    ['no route', answered(404, { detail: 'Not Found' }), null],
    ['a list of somebody else', answered(403, { error: 'list_access_denied' }), null],
    ['too many requests', answered(429, { error: 'rate_limited' }), null],
    ['a failure', answered(500, ''), null],
    ['nothing at all', { ok: false, reason: 'unreachable' }, null],
  ])('%s', (_name, exchange, heard) => {
    expect(hearOfKey([exchange], 'untested')).toBe(heard);
  });

  it('is no news where it is known', () => {
    expect([hearOfKey([FOUND], 'works'), hearOfKey([REFUSED], 'refused')]).toEqual([null, null]);
  });

  it('is news where it was otherwise', () => {
    expect([hearOfKey([REFUSED], 'works'), hearOfKey([FOUND], 'refused')]).toEqual(['refused', 'works']);
  });

  it('is a refusal where one of several is', () => {
    expect(hearOfKey([FOUND, REFUSED, FOUND], 'untested')).toBe('refused');
  });
});
