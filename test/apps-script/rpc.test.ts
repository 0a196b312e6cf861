import type { SheetsWorld } from '../fakes/apps-script/world';
import { openWorld } from './open-world';

let world: SheetsWorld;

beforeEach(async () => {
  world = await openWorld('http://127.0.0.1:9');
});

afterEach(() => world.stop());

const KEY = 'trace_0123456789abcdef';
const stored = (): Readonly<Record<string, string>> => world.state.userProperties.owner.read();
const accountId = (): string | undefined => stored()['TRACE_ACCOUNT_ID'];

it('without a key the status says so', () => {
  expect(world.callRpc('keyStatus')).toEqual({ ok: true, value: { hasKey: false } });
});

it('a key is stored without what came with pasting, and shown masked', () => {
  const answer = world.callRpc('setKey', [` "${KEY}"\n`, 'anotherAccount']);
  expect({ answer, key: stored()['TRACE_API_KEY'] }).toEqual({
    answer: {
      ok: true,
      value: { hasKey: true, masked: 'trace_…cdef', keyClass: 'user', account: accountId()!.slice(0, 4) },
    },
    key: KEY,
  });
});

it('an organization key is told from a personal one', () => {
  expect(world.callRpc('setKey', ['trace_org_0123456789', 'anotherAccount'])).toEqual({
    ok: true,
    value: { hasKey: true, masked: 'trace_org_…6789', keyClass: 'organization', account: accountId()!.slice(0, 4) },
  });
});

it.each([['sk_live_1234'], [''], [null], [7], [{}]])('%p is no key, and changes nothing', (pasted) => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  const answer = world.callRpc('setKey', [pasted, 'anotherAccount']);
  expect({ answer, key: stored()['TRACE_API_KEY'] }).toEqual({
    answer: {
      ok: false,
      sentence: 'This is not a Trace API key. Copy it again from Trace > Settings > API Key; it begins with trace_.',
    },
    key: KEY,
  });
});

it('a key of the same organization keeps the account', () => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  const before = accountId();
  world.callRpc('setKey', ['trace_replacement', 'sameAccount']);
  expect({ kept: accountId() === before, key: stored()['TRACE_API_KEY'] }).toEqual({
    kept: true,
    key: 'trace_replacement',
  });
});

it.each([['anotherAccount'], ['anything else'], [undefined]])(
  'a key said to be of %p begins a new account',
  (choice) => {
    world.callRpc('setKey', [KEY, 'anotherAccount']);
    const before = accountId();
    world.callRpc('setKey', ['trace_replacement', choice]);
    expect(accountId()).not.toBe(before);
  },
);

it('the first key gets an account even if it is said to be the same', () => {
  world.callRpc('setKey', [KEY, 'sameAccount']);
  expect(accountId()).toMatch(/^[0-9a-f-]{36}$/);
});

it('testing a key where nothing can be reached says so, and keeps the key', () => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  expect({ answer: world.callRpc('testKey'), key: stored()['TRACE_API_KEY'] }).toEqual({
    answer: { ok: false, sentence: 'Trace could not be reached. Check the connection, then ask again.' },
    key: KEY,
  });
});

it('testing without a key says so', () => {
  expect(world.callRpc('testKey')).toMatchObject({ ok: false, sentence: expect.stringContaining('No Trace API key') });
});

it('a forgotten key leaves nothing', () => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  const answer = world.callRpc('forgetKey');
  expect({ answer, stored: stored() }).toEqual({ answer: { ok: true, value: { hasKey: false } }, stored: {} });
});

it("each user has a key of one's own", () => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  expect(world.callRpc('keyStatus', [], { as: 'editor' })).toEqual({ ok: true, value: { hasKey: false } });
});

it.each([
  ['constructor'],
  ['toString'],
  ['__proto__'],
  ['hasOwnProperty'],
  ['KEYSTATUS'],
  [''],
  [null],
  [0],
  [['keyStatus']],
])('%p is no message', (name) => {
  expect(world.scriptRun('rpc', [name, []])).toMatchObject({ ok: false });
});

it.each([[null], ['keyStatus'], [{ length: 2 }]])('arguments that are no list (%p) are none', (args) => {
  expect(world.scriptRun('rpc', ['setKey', args])).toMatchObject({ ok: false });
});
