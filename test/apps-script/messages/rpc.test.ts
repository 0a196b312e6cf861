import type { SheetsWorld } from '../../fakes/apps-script/world';
import { openWorld } from '../open-world';

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
      value: {
        hasKey: true,
        masked: 'trace_…cdef',
        keyClass: 'user',
        account: accountId()!.slice(0, 4),
        standing: 'untested',
      },
    },
    key: KEY,
  });
});

it('an organization key is told from a personal one', () => {
  expect(world.callRpc('setKey', ['trace_org_0123456789', 'anotherAccount'])).toEqual({
    ok: true,
    value: {
      hasKey: true,
      masked: 'trace_org_…6789',
      keyClass: 'organization',
      account: accountId()!.slice(0, 4),
      standing: 'untested',
    },
  });
});

it.each([
  ['a key of another service', 'sk_live_1234'],
  ['nothing', ''],
  ['null', null],
  ['a number', 7],
  ['an object', {}],
  ['a list', [KEY]],
  ['a megabyte', `trace_${'x'.repeat(1_048_576)}`],
  ['a megabyte of quotes', '"'.repeat(1_048_576)],
  ['what no header can carry', 'trace_0123\u00e9'],
  ['what would begin another header', 'trace_01:\u0000X-Other: 1'],
])('%s is no key, and changes nothing', (_name, pasted) => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  const answer = world.callRpc('setKey', [pasted, 'anotherAccount']);
  expect({ answer, key: stored()['TRACE_API_KEY'] }).toEqual({
    answer: {
      ok: false,
      sentence:
        'This is not a Trace API key, which begins with trace_. Copy yours at app.tracedata.ai, under Settings > API Key.',
      code: 'keyMalformed',
      facts: {},
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
    answer: {
      ok: true,
      value: { is: 'untested', why: { code: 'unreachable', facts: {} } },
    },
    key: KEY,
  });
});

it('testing without a key says so, and sends no user to another computer', () => {
  expect(world.callRpc('testKey')).toEqual({
    ok: false,
    sentence: 'No API key. Open the Trace panel and paste yours.',
    code: 'noKey',
    facts: {},
  });
});

it('a forgotten key leaves nothing but what its owner chose for the file', () => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  const answer = world.callRpc('forgetKey');
  const { 'TRACE_FILE_spreadsheet-1': choice, ...rest } = stored();
  expect({ answer, choice, rest }).toEqual({
    answer: { ok: true, value: { hasKey: false } },
    choice: '{"policy":{"mode":"freely"}}',
    rest: {},
  });
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
  expect(world.scriptRun('rpc', [name, []])).toEqual({
    ok: false,
    sentence: 'Trace was updated. Close the panel, then choose Extensions > Trace > Open Trace.',
    code: 'panelOutdated',
    facts: {},
  });
});

it.each([[null], ['keyStatus'], [{ length: 2 }]])('arguments that are no list (%p) are none', (args) => {
  expect(world.scriptRun('rpc', ['setKey', args])).toMatchObject({ ok: false });
});

it('a list of a million arguments is one with too many', () => {
  expect(world.callRpc('setKey', [KEY, 'anotherAccount', ...Array<number>(1_000_000).fill(0)])).toMatchObject({
    ok: true,
  });
});

it('a megabyte is no message', () => {
  expect(world.callRpc('k'.repeat(1_048_576))).toMatchObject({ ok: false });
});

it('no answer holds the key, whatever is asked', () => {
  world.callRpc('setKey', [KEY, 'anotherAccount']);
  world.state.network.unreachable.add('https://api.tracedata.ai');
  const messages = ['keyStatus', 'tryKey', 'testKey', 'retryProblems', 'removeRefresh', 'requestLog', KEY, 'setKey'];
  const answers = messages.map((message) => JSON.stringify(world.callRpc(message, [`${KEY} x`, KEY])));
  expect(answers.filter((answer) => answer.includes('0123456789'))).toEqual([]);
});

it('what Google says of an error does not hold the key', () => {
  world.state.userProperties.owner.fault = `No value ${KEY} here.`;
  expect(world.callRpc('keyStatus')).toEqual({
    ok: false,
    sentence:
      "Google could not read or save Trace's settings: No value trace_… here. Wait a minute, then choose Retry problems.",
    code: 'storeRefused',
    facts: { message: 'No value trace_… here.' },
  });
});

describe('where Google refuses its properties', () => {
  const FAULT = 'Service invoked too many times for one day: properties.';
  const answer = {
    ok: false,
    sentence:
      "Google's daily limit for reading settings is reached. Saved answers still show. Choose Retry problems tomorrow.",
    code: 'storeQuota',
    facts: {},
  };

  it.each([
    ['keyStatus', []],
    ['setKey', [KEY, 'anotherAccount']],
    ['setKey', [KEY, 'sameAccount']],
    ['testKey', []],
    ['forgetKey', []],
  ])('%s says so', (message, args) => {
    world.callRpc('setKey', [KEY, 'anotherAccount']);
    world.state.userProperties.owner.fault = FAULT;
    expect(world.callRpc(message, args)).toEqual(answer);
  });

  it('a retry needs none', () => {
    world.state.documentProperties.fault = FAULT;
    expect(world.callRpc('retryProblems')).toEqual({ ok: true, value: { cells: 0, left: 0 } });
  });

  it('a formula says so in its cell', () => {
    world.state.userProperties.owner.fault = FAULT;
    expect(world.typeFormula('TRACE_TECH', ['stripe.com'])).toMatchObject({
      cells: [[`#TRACE: ${answer.sentence.replace(/\.$/, ' on a computer.')}`]],
      note: null,
    });
  });
});

describe('where the user has not allowed everything', () => {
  const answer = {
    ok: false,
    sentence:
      'Trace needs every permission that Google asks for. Choose Extensions > Trace > Open Trace, then select them all.',
    code: 'consentMissing',
    facts: {},
  };

  it('asking Trace says so', () => {
    world.callRpc('setKey', [KEY, 'anotherAccount']);
    world.state.withheldScopes.add('https://www.googleapis.com/auth/script.external_request');
    expect(world.callRpc('testKey')).toEqual(answer);
  });

  it('retrying problems says so', () => {
    world.state.withheldScopes.add('https://www.googleapis.com/auth/spreadsheets.currentonly');
    expect(world.callRpc('retryProblems')).toEqual(answer);
  });

  it('the key can be set and removed anyway', () => {
    world.state.withheldScopes.add('https://www.googleapis.com/auth/script.external_request');
    expect({
      setKey: world.callRpc('setKey', [KEY, 'anotherAccount']),
      keyStatus: world.callRpc('keyStatus'),
      forgetKey: world.callRpc('forgetKey'),
    }).toMatchObject({ setKey: { ok: true }, keyStatus: { ok: true }, forgetKey: { ok: true } });
  });
});
