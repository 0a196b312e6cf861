import { startStubServer } from '../../fakes/apps-script/threads/stub-server';
import { openWorld } from '../open-world';
import { useSpreadsheets, world } from '../spreadsheet';

useSpreadsheets({ key: null });

const REFUSED = { code: 'keyRefused', facts: {} };
const verdictOf = (pasted: unknown): unknown => world.callRpc('tryKey', [pasted]);

it.each(['trace_demo', 'trace_org_demo', ' "trace_\ndemo" \n'])('Trace is asked about %j, which works', (pasted) => {
  const before = world.state.userProperties.owner.read();
  expect(verdictOf(pasted)).toEqual({ ok: true, value: { is: 'works' } });
  expect(world.state.requests.map(({ url, method }) => [method, url])).toEqual([
    ['GET', 'https://api.tracedata.ai/v1/companies/key-check.invalid'],
  ]);
  expect(world.state.userProperties.owner.read()).toEqual(before);
});

it('a key that Trace refuses is refused, and why', () => {
  expect(verdictOf('trace_revoked_123')).toEqual({ ok: true, value: { is: 'refused', why: REFUSED } });
});

it.each(['sk_live_1', '', null, 'trace_', 'Bearer x'])('%j is no key, and nothing is asked', (pasted) => {
  expect(verdictOf(pasted)).toMatchObject({
    value: { is: 'refused', why: { code: 'keyMalformed', facts: {} } },
  });
  expect(world.state.requests).toEqual([]);
});

it('it is the key that was given that is tried, not the one that is set', () => {
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  expect(verdictOf('trace_revoked_123')).toMatchObject({ value: { is: 'refused' } });
  world.callRpc('setKey', ['trace_revoked_123', 'anotherAccount']);
  expect(verdictOf('trace_demo')).toEqual({ ok: true, value: { is: 'works' } });
  expect(world.callRpc('testKey')).toEqual({ ok: true, value: { is: 'refused', why: REFUSED } });
});

it('if Trace cannot be reached, nothing is known of the key', () => {
  world.state.network.unreachable.add('https://api.tracedata.ai');
  expect(verdictOf('trace_demo')).toEqual({
    ok: true,
    value: { is: 'untested', why: { code: 'unreachable', facts: {} } },
  });
});

it.each([
  ['an unverified address', 403, { error: 'email_unverified', message: 'No.' }, 'refused'],
  ['a key of no organization', 403, { error: 'key_missing_org_association', message: 'No.' }, 'refused'],
  ['a failure of the service', 500, { error: 'oops' }, 'untested'],
  ['a page of a proxy', 502, '<html>', 'untested'],
  ['too many requests', 429, { error: 'rate_limited' }, 'untested'],
  ['no credits', 402, { error: 'credit_exhausted', requested: 1, shortfall: 1 }, 'works'],
])('%s', async (_name, status, body, is) => {
  const server = await startStubServer({ status, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const stubbed = await openWorld(server.origin);
  expect(stubbed.callRpc('tryKey', ['trace_demo'])).toMatchObject({ ok: true, value: { is } });
  await Promise.all([stubbed.stop(), server.stop()]);
});
