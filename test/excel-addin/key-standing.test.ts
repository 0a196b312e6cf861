import { API_KEY } from '../../excel-addin/stored/key-store';
import type { PanelHost } from '../../shared/ports';
import { FakeStorage } from '../fakes/excel/fake-storage';

// Its types are a browser's, which the tests' are not.
const { makePanelHost }: { makePanelHost(): PanelHost } = jest.requireActual('../../excel-addin/panel/panel-host');

const globals = globalThis as { localStorage?: unknown };
const { fetch } = globalThis;
let storage: FakeStorage;

beforeEach(() => {
  storage = new FakeStorage();
  Object.defineProperty(globals, 'localStorage', { configurable: true, value: storage });
});
afterEach(() => Object.assign(globalThis, { fetch, location: undefined }));
afterAll(() => delete globals.localStorage);

/** @param status `0`: it cannot be reached @param meanwhile happens while the request is on its way */
function answerWith(status: number, body: object, meanwhile: () => Promise<unknown> = () => Promise.resolve()): void {
  Object.assign(globalThis, {
    location: { origin: 'https://addin.example' },
    fetch: async () => {
      await meanwhile();
      if (status === 0) throw new Error('offline');
      return Response.json(body, { status });
    },
  });
}
const NOT_FOUND = { detail: { error: 'company_not_found', message: 'No.' } };
const REFUSAL = { error: 'invalid_api_key' };

/** What a panel that is opened now is told. */
async function standing(): Promise<unknown> {
  const answer = await makePanelHost().ask('keyStatus');
  return answer.ok && answer.value.hasKey ? answer.value.standing : null;
}
const save = (key: string, is: 'works' | 'untested') => makePanelHost().ask('setKey', key, 'anotherAccount', is);

describe('a key', () => {
  it.each(['works', 'untested'] as const)('that is saved as %s is so when the panel is opened again', async (is) => {
    await save('trace_a', is);
    expect(await standing()).toBe(is);
  });

  it('that something else has stored is untested', async () => {
    storage.setItem(API_KEY, 'trace_a');
    expect(await standing()).toBe('untested');
  });

  it.each([
    ['refused', 401, REFUSAL, 'refused'],
    ['refused by its person', 403, { error: 'email_unverified' }, 'refused'],
    ['well', 404, NOT_FOUND, 'works'],
  ])('that a test finds %s stays so', async (_name, status, body, is) => {
    await save('trace_a', 'untested');
    answerWith(status, body);
    await makePanelHost().ask('testKey');
    expect(await standing()).toBe(is);
  });

  it('of which a test tells nothing is what it was', async () => {
    await save('trace_a', 'works');
    answerWith(401, REFUSAL);
    await makePanelHost().ask('testKey');
    answerWith(0, {});
    await makePanelHost().ask('testKey');
    expect(await standing()).toBe('refused');
  });

  it('that replaces a refused one has nothing of it, nor has one set during a test', async () => {
    await save('trace_a', 'works');
    answerWith(401, REFUSAL, () => makePanelHost().ask('setKey', 'trace_b', 'sameAccount', 'works'));
    await makePanelHost().ask('testKey');
    expect(await standing()).toBe('works');
  });

  it('that is only tried tells nothing of the one that is set', async () => {
    await save('trace_a', 'works');
    answerWith(401, REFUSAL);
    await makePanelHost().ask('tryKey', 'trace_b');
    expect(await standing()).toBe('works');
  });

  it('that is forgotten leaves nothing', async () => {
    await save('trace_a', 'works');
    answerWith(401, REFUSAL);
    await makePanelHost().ask('testKey');
    await makePanelHost().ask('forgetKey');
    expect(storage.entries.size).toBe(0);
  });

  it('is reported again once a request has found it refused', async () => {
    await save('trace_a', 'works');
    const told: unknown[] = [];
    const host = makePanelHost();
    const stop = host.onRequest!(() => void host.ask('keyStatus').then((answer) => told.push(answer)));
    answerWith(401, REFUSAL);
    await host.ask('testKey');
    stop();
    expect(told[0]).toMatchObject({ value: { standing: 'refused' } });
  });
});
