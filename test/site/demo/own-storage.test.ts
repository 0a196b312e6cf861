import { useOwnStorage } from '../../../site/demo/own-storage';

/** A page of a browser with a shared storage, or with one that throws when it is asked for. */
function makePage(shared: Map<string, string> | null) {
  const opened: string[] = [];
  const storage = {
    getItem: (name: string) => shared?.get(name) ?? null,
    setItem: (name: string, value: string) => void shared?.set(name, value),
    removeItem: (name: string) => void shared?.delete(name),
  };
  const page = {
    get localStorage() {
      if (shared === null) throw new DOMException('The operation is insecure.', 'SecurityError');
      return storage;
    },
    sessionStorage: storage,
    indexedDB: { open: (name: string) => [opened.push(name)], deleteDatabase: (name: string) => [opened.push(name)] },
  };
  return { page, opened };
}

test('every name carries the path of the site, and other sites of the origin keep theirs', () => {
  const shared = new Map([['trace.apiKey', 'of another site']]);
  const { page } = makePage(shared);
  useOwnStorage(page, '/trace/');
  expect(page.localStorage.getItem('trace.apiKey')).toBeNull();
  page.localStorage.setItem('trace.apiKey', 'trace_demo');
  page.sessionStorage.setItem('notice', '1');
  page.sessionStorage.removeItem('notice');
  expect([...shared]).toEqual([
    ['trace.apiKey', 'of another site'],
    ['/trace/|trace.apiKey', 'trace_demo'],
  ]);
});

test('databases carry it too', () => {
  const { page, opened } = makePage(new Map());
  useOwnStorage(page, '/trace/');
  page.indexedDB.open('trace-answers');
  page.indexedDB.deleteDatabase('trace-bulk');
  expect(opened).toEqual(['/trace/|trace-answers', '/trace/|trace-bulk']);
});

test('where the browser forbids storage, names last as long as the page', () => {
  const { page } = makePage(null);
  useOwnStorage(page, '/');
  page.localStorage.setItem('trace.apiKey', 'trace_demo');
  expect(page.localStorage.getItem('trace.apiKey')).toBe('trace_demo');
  page.localStorage.removeItem('trace.apiKey');
  expect(page.localStorage.getItem('trace.apiKey')).toBeNull();
});
