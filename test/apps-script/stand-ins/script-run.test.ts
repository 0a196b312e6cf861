import { runInNewContext } from 'node:vm';
import { makeScriptRun, type CallOutcome } from '../../fakes/sidebar-frame/script-run-client';
import { publicFunctions, ScriptServer } from '../../fakes/sidebar-frame/script-server';

/** Mistakes that `google.script.run` does not forgive; its stand-in must not either. */

type Sent = readonly [functionName: string, args: unknown];

const sent: Sent[] = [];
let outcome: CallOutcome;

beforeEach(() => {
  sent.length = 0;
  outcome = { ok: true, value: null };
});

const makeRun = () =>
  makeScriptRun(['rpc', 'openSidebar'], (functionName, args) => {
    sent.push([functionName, JSON.parse(args)]);
    return Promise.resolve(JSON.stringify(outcome));
  });

/** What crosses where `rpc` is called with this. */
async function argumentOf(value: unknown): Promise<unknown> {
  makeRun().rpc(value);
  await new Promise(setImmediate);
  return (sent[0]?.[1] as unknown[])[0];
}

/** What the handlers of one call are given. */
function heard(): Promise<readonly unknown[]> {
  return new Promise((resolve) => {
    makeRun()
      .withSuccessHandler((value) => resolve(['success', value]))
      .withFailureHandler((error) => resolve(['failure', error.name, error.message]))
      .rpc();
  });
}

describe('a runner', () => {
  it('is never changed: each handler makes another', async () => {
    const heardBy: string[] = [];
    const run = makeRun();
    const first = run.withSuccessHandler(() => heardBy.push('first'));
    await new Promise<void>((resolve) => {
      first
        .withSuccessHandler(() => {
          heardBy.push('second');
          resolve();
        })
        .rpc();
    });
    expect({ heardBy, hasRpc: 'rpc' in first, isSame: first === run }).toEqual({
      heardBy: ['second'],
      hasRpc: true,
      isSame: false,
    });
  });

  it('answers nothing where a function is called', () => {
    expect(makeRun().rpc()).toBeUndefined();
  });

  it('hands the user object to the handler', async () => {
    const given = await new Promise((resolve) => {
      makeRun()
        .withUserObject('mine')
        .withSuccessHandler((value, userObject) => resolve([value, userObject]))
        .rpc();
    });
    expect(given).toEqual([null, 'mine']);
  });

  it('has no other function than those of the script', () => {
    const run = makeRun() as unknown as { nothing(): void };
    expect(() => run.nothing()).toThrow(TypeError);
  });
});

it('functions are those declared at the top level, without an underscore at the end', () => {
  const code = 'function a() { function c() {} } function b_() {} var d = function () {}; globalThis.e = () => 1;';
  expect(publicFunctions(code)).toEqual(['a']);
});

describe('arguments', () => {
  it.each([
    ['a text', 'a', 'a'],
    ['a number', 1.5, 1.5],
    ['false', false, false],
    ['null', null, null],
    ['undefined', undefined, null],
    ['undefined in an array', [1, undefined, [undefined]], [1, null, [null]]],
    ['a gap in an array', Array(2), [null, null]],
    ['a plain object', { a: { b: [1] } }, { a: { b: [1] } }],
    ['an object of no class', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    ['an object of another frame', runInNewContext('({ a: [1] })'), { a: [1] }],
    ['the same array twice', ((row) => [row, row])([1]), [[1], [1]]],
  ])('%s crosses', async (_name, value, carried) => {
    expect(await argumentOf(value)).toEqual(carried);
  });

  class Key {
    text = 'a';
  }
  const cycle: { self?: unknown } = {};
  cycle.self = [cycle];

  it.each([
    ['a date', new Date(0)],
    ['a date inside', { a: [new Date(0)] }],
    ['a function', () => 1],
    ['an object with a method', { a() {} }],
    ['a map', new Map()],
    ['an instance of a class', new Key()],
    ['an element', { [Symbol.toStringTag]: 'HTMLInputElement' }],
    ['a big number', 1n],
    ['a symbol', Symbol('a')],
    ['a cycle', cycle],
  ])('%s throws where it is called, and nothing is sent', (_name, value) => {
    expect(() => makeRun().rpc(value)).toThrow('Failed due to illegal value in property: 0');
    expect(sent).toEqual([]);
  });

  it('a form crosses as its fields', async () => {
    const elements = [
      { name: 'key', value: 'a' },
      { name: '', value: 'Save' },
    ];
    expect(await argumentOf({ [Symbol.toStringTag]: 'HTMLFormElement', elements })).toEqual({ key: 'a' });
  });
});

describe('what comes back', () => {
  it('goes to the success handler', async () => {
    outcome = { ok: true, value: { a: [1] } };
    expect(await heard()).toEqual(['success', { a: [1] }]);
  });

  it("of an exception is an error with Google's text", async () => {
    outcome = { ok: false, text: 'Exception: Service invoked too many times for one day: properties.' };
    expect(await heard()).toEqual([
      'failure',
      'ScriptError',
      'Exception: Service invoked too many times for one day: properties.',
    ]);
  });

  it('writes an unhandled failure to the console', async () => {
    outcome = { ok: false, text: 'Exception: no' };
    const written = jest.spyOn(console, 'error').mockImplementation();
    makeRun().rpc();
    await new Promise(setImmediate);
    const texts = written.mock.calls;
    written.mockRestore();
    expect(texts).toEqual([['Uncaught', 'ScriptError: Exception: no']]);
  });
});

it('ten calls run at once; the others wait', async () => {
  const server = new ScriptServer({ scriptRun: () => null }, 'owner');
  const release = server.hold();
  const run = makeScriptRun(['rpc'], (functionName, args) => server.answer(functionName, args));
  let answered = 0;
  const all = new Promise<void>((resolve) => {
    const counting = run.withSuccessHandler(() => (answered += 1) === 25 && resolve());
    for (let call = 0; call < 25; call += 1) counting.rpc(call);
  });
  await new Promise(setImmediate);
  const whileHeld = server.mostAtOnce;
  release();
  await all;
  expect({ whileHeld, mostAtOnce: server.mostAtOnce, answered }).toEqual({
    whileHeld: 10,
    mostAtOnce: 10,
    answered: 25,
  });
});
