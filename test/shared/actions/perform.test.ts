import fc from 'fast-check';
import type { Exchange } from '../../../shared/client/exchange';
import { performAction } from '../../../shared/actions/perform';
import type { ActionName } from '../../../shared/actions/protocol';
import { TraceError } from '../../../shared/errors/trace-error';
import { json, MemoryHost, text } from '../../fakes/memory-host';
import { hostWith, sentenceOf } from './perform-with';
import { times } from '../../setup/chance';

const RUNS = { numRuns: times(200) };

const tree = { field: 'country', operator: 'eq', value: 'DE' };
const OF_LISTS: Readonly<Partial<Record<ActionName, object>>> = {
  indexLists: {},
  createList: { name: 'A', definition: { tree } },
  renameList: { listId: 'lst_1', name: 'A' },
  deleteList: { listId: 'lst_1' },
  readFields: {},
  readDefinition: { listId: 'lst_1' },
  replaceDefinition: { listId: 'lst_1', definition: { tree } },
  previewCount: { definition: { tree } },
  materializeList: { listId: 'lst_1' },
  addDomains: { listId: 'lst_1', domains: ['a.example'] },
  excludeDomains: { listId: 'lst_1', domains: ['a.example'] },
  shareList: { listId: 'lst_1', email: 'ann@example.com', access: 'viewer' },
};
const OTHERS: Readonly<Partial<Record<ActionName, object>>> = {
  startRescan: { domains: ['a.example'] },
  checkRescan: { record: { startedAtMs: 0, parts: [] } },
  flagCompany: { company: 'a.example', description: 'x' },
};
const ALL = { ...OF_LISTS, ...OTHERS };

describe('an organization key', () => {
  it.each(Object.entries(OF_LISTS))('is told before anything is asked: %s', async (name, given) => {
    const host = hostWith({});
    host.account = { id: 'acc-1', keyId: 'key-1', keyClass: 'organization', readsLists: true };
    expect({ sentence: await sentenceOf(host, name, given), requests: host.requests }).toEqual({
      sentence: 'This needs a personal API key, not an organization key. Set your own key in the Trace panel.',
      requests: [],
    });
  });

  it('may rescan and flag companies', async () => {
    const host = hostWith({ 'companies.refresh': [json(202, { job_id: 'j1' })], 'companies.flag': [json(201, {})] });
    host.account = { id: 'acc-1', keyId: 'key-1', keyClass: 'organization', readsLists: true };
    expect({
      rescan: await sentenceOf(host, 'startRescan', OTHERS.startRescan),
      flag: await sentenceOf(host, 'flagCompany', OTHERS.flagCompany),
    }).toEqual({ rescan: expect.stringContaining('no problem'), flag: expect.stringContaining('no problem') });
  });
});

it('without a key no list is asked for', async () => {
  const host = hostWith({});
  host.account = null;
  expect({ sentence: await sentenceOf(host, 'indexLists', {}), requests: host.requests }).toEqual({
    sentence: expect.stringContaining('No API key.'),
    requests: [],
  });
});

it.each([
  ['constructor'],
  ['__proto__'],
  ['toString'],
  ['hasOwnProperty'],
  ['STARTRESCAN'],
  [''],
  [null],
  [0],
  [['indexLists']],
  [{ toString: () => 'indexLists' }],
])('%p is no action', async (name) => {
  const host = hostWith({});
  expect({ sentence: await sentenceOf(host, name, {}), requests: host.requests }).toEqual({
    sentence:
      'Something went wrong (an action that Trace does not have). Open Settings > Maintenance > Diagnose and copy the details.',
    requests: [],
  });
});

it.each([[null], [undefined], ['x'], [7], [[]], [() => ({})]])('%p is nothing that an action takes', async (given) => {
  const host = hostWith({});
  expect({ sentence: await sentenceOf(host, 'indexLists', given), requests: host.requests }).toEqual({
    sentence: 'This needs the values for this action. Correct your entry.',
    requests: [],
  });
});

it.each([
  ['..', 'There is no list ".."'],
  ['lst 1', 'There is no list "lst 1"'],
  ['x'.repeat(201), 'There is no list "xxx'],
  ['', 'the id of a list'],
  [7, 'the id of a list'],
  [['lst_1'], 'the id of a list'],
])('%j is the id of no list, and nothing is sent', async (listId, part) => {
  const host = hostWith({});
  expect(await sentenceOf(host, 'deleteList', { listId })).toContain(part);
  expect(host.requests).toEqual([]);
});

it('a value that every object has is no value', async () => {
  const host = hostWith({});
  const given = Object.create({ listId: 'lst_1' }) as object;
  expect({ sentence: await sentenceOf(host, 'deleteList', given), requests: host.requests }).toEqual({
    sentence: expect.stringContaining('the id of a list'),
    requests: [],
  });
});

it.each([
  ['startRescan', { domains: new Array(10_001).fill('a.example') }],
  ['addDomains', { listId: 'lst_1', domains: new Array(1_000_000) }],
  ['checkRescan', { record: { startedAtMs: 0, parts: new Array(1_000_000) } }],
  ['checkRescan', { record: { startedAtMs: 0, parts: [{ is: 'unsent', domains: new Array(101), checkAfterMs: 0 }] } }],
])('%s refuses lists without measure before it reads them', async (name, given) => {
  const host = hostWith({});
  expect(await sentenceOf(host, name, given)).toContain('Correct your entry.');
  expect(host.requests).toEqual([]);
});

it.each([
  [null],
  ['x'],
  [{}],
  [{ startedAtMs: 'x', parts: [] }],
  [{ startedAtMs: 0, parts: 'x' }],
  [{ startedAtMs: 0, parts: [{ is: 'paused', domains: [], checkAfterMs: 0 }] }],
  [{ startedAtMs: 0, parts: [{ is: 'running', domains: [], jobId: null, checkAfterMs: 0 }] }],
  [{ startedAtMs: 0, parts: [{ is: 'running', domains: [], jobId: '..', checkAfterMs: 0 }] }],
  [{ startedAtMs: 0, parts: [{ is: 'unsent', domains: ['two words'], checkAfterMs: 0 }] }],
  [{ startedAtMs: 0, parts: [{ is: 'finished', domains: [], checkAfterMs: 0, answers: [7] }] }],
])('%j is no record of a rescan, and nothing is sent', async (record) => {
  const host = hostWith({});
  expect({ sentence: await sentenceOf(host, 'checkRescan', { record }), requests: host.requests }).toEqual({
    sentence: 'This needs a saved rescan. Correct your entry.',
    requests: [],
  });
});

describe('whatever is given and answered', () => {
  const action = fc.constantFrom(...(Object.keys(ALL) as ActionName[]));
  const odd = fc.oneof(
    fc.anything({ withNullPrototype: true }),
    fc.constantFrom('..', '__proto__', 'lst_1', true, -1, 1e308, '\u0000', 'a\ud83d', 'a.example', 'x'.repeat(3_000)),
    fc.array(fc.anything(), { maxLength: 200 }),
  );
  const exchange = fc.oneof<fc.Arbitrary<Exchange>[]>(
    fc
      .tuple(fc.constantFrom(200, 201, 202, 204, 400, 402, 403, 404, 409, 422, 429, 500), fc.jsonValue())
      .map(([status, body]) => json(status, body)),
    fc.tuple(fc.constantFrom(200, 404, 502), fc.string()).map(([status, body]) => text(status, body)),
    fc.constantFrom<Exchange>({ ok: false, reason: 'unreachable' }, { ok: false, reason: 'outOfTime' }),
    fc.string().map((retryAfter) => json(200, { job_id: 'j1' }, retryAfter)),
  );

  /** Errors in a value stay in the page, so they need not be JSON. */
  function withoutErrors(value: unknown): unknown {
    if (value instanceof TraceError) return value.code;
    if (Array.isArray(value)) return value.map(withoutErrors);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutErrors(each)]));
  }

  /** A value of plain JSON and errors, or a sentence of ours. */
  async function expectTold(host: MemoryHost, name: ActionName, given: unknown): Promise<void> {
    try {
      const value = await performAction(host.performers, name, given);
      const plain = withoutErrors(value);
      expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(TraceError);
      expect((thrown as TraceError).code).not.toBe('internal');
      expect((thrown as TraceError).message).not.toMatch(/undefined|NaN|\[object/);
    }
  }

  it('odd values of an action end in a sentence or in plain JSON', async () => {
    await fc.assert(
      fc.asyncProperty(action, fc.string(), odd, async (name, field, value) => {
        const fields = Object.keys(ALL[name] ?? {});
        const given = { ...ALL[name], [fields[field.length % Math.max(1, fields.length)] ?? field]: value };
        await expectTold(new MemoryHost(() => json(200, {})), name, given);
      }),
      RUNS,
    );
  });

  it('odd answers of the service end in a sentence or in plain JSON', async () => {
    await fc.assert(
      fc.asyncProperty(action, fc.array(exchange, { minLength: 1, maxLength: 4 }), async (name, exchanges) => {
        let turn = 0;
        const host = new MemoryHost(() => exchanges[turn++ % exchanges.length]!);
        await expectTold(host, name, ALL[name]);
        expect(host.requests.length).toBeLessThanOrEqual(300);
      }),
      RUNS,
    );
  });
});
