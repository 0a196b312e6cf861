import type { Exchange } from '../../../shared/ports';

// Its types are a browser's, which the tests' are not.
const { exchange }: { exchange(request: object): Promise<Exchange> } = jest.requireActual(
  '../../../excel-addin/functions/network',
);

const REQUEST = { url: 'https://addin.example/v1/lists', method: 'GET', headers: {}, body: null } as const;

/** A browser that says so of its network before a request, and after it has failed. */
function online(before: boolean, after: boolean): void {
  let isOver = false;
  const navigator = {
    get onLine() {
      return isOver ? after : before;
    },
  };
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: navigator });
  jest.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    isOver = true;
    throw new TypeError('Failed to fetch');
  });
}
afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'navigator');
});

test.each([
  ['with a network', true, true, 'unreachable'],
  ['without a network', false, false, 'offline'],
  ['whose network was lost on the way, since it may have left', true, false, 'unreachable'],
  ['whose network has just come back', false, true, 'unreachable'],
])('a request that fails %s', async (_name, before, after, reason) => {
  online(before, after);
  expect(await exchange(REQUEST)).toEqual({ ok: false, reason });
});

test('a page of this computer answers without a network too', async () => {
  online(false, false);
  jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('{}'));
  expect(await exchange(REQUEST)).toMatchObject({ ok: true });
});
