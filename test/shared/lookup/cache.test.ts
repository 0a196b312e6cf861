import { toQuestionText } from '../../../shared/client/rows';
import { runSync } from '../../../shared/task';
import { recall, remember } from '../../../shared/lookup/cache';
import { hostWith } from '../../fakes/routes-api';

const question = (operation: string, path = '/x') =>
  toQuestionText({ operation, path, paging: 'page', top: 1, mayBeOne: false });
const GRAPH = question('partnerships.graph');
const record = { rows: [{ n: 1 }], isList: true, total: null, isCut: false, isPartial: false, about: {} };

/** What is recalled of these, by their text. */
function recallOf(host: ReturnType<typeof hostWith>, questions: readonly string[], account = 'acc-1') {
  const { outcomes } = runSync(
    recall({ id: account, keyId: 'key-1', keyClass: 'user', readsLists: true }, 'rows', questions),
    host.performers,
  );
  return questions.map((text) => outcomes.get(text)?.is);
}

const keepMissing = (host: ReturnType<typeof hostWith>, operation: string) =>
  runSync(
    remember('acc-1', 'rows', { outcomes: new Map(), missingRoutes: new Map([[operation, host.nowMs]]) }),
    host.performers,
  );

describe('the saved answers of lists', () => {
  it('is recalled by the whole question', () => {
    const host = hostWith({});
    const outcomes = new Map([[GRAPH, { is: 'found', record, asOfMs: 0 } as const]]);
    runSync(remember('acc-1', 'rows', { outcomes, missingRoutes: new Map() }), host.performers);
    expect(recallOf(host, [GRAPH, question('partnerships.graph', '/y')])).toEqual(['found', undefined]);
  });

  it('is a missing route for every question of its operation, for one account and a day', () => {
    const host = hostWith({});
    keepMissing(host, 'partnerships.graph');
    const other = question('partnerships.shared');
    expect(recallOf(host, [GRAPH, question('partnerships.graph', '/y'), other])).toEqual([
      'noRoute',
      'noRoute',
      undefined,
    ]);
    expect(recallOf(host, [GRAPH], 'acc-2')).toEqual([undefined]);
    host.nowMs += 86_400_001;
    expect(recallOf(host, [GRAPH])).toEqual([undefined]);
  });

  it('is no missing route where nothing else could answer', () => {
    const host = hostWith({});
    keepMissing(host, 'get');
    expect(recallOf(host, [question('get')])).toEqual([undefined]);
  });

  it('takes one read, whatever is asked for', () => {
    const host = hostWith({});
    recallOf(host, [GRAPH, question('partnerships.shared'), question('get')]);
    expect(host.cacheReads).toBe(1);
  });

  it.each(['not JSON', '[]', '7', 'null'])('that are damaged (%s) are asked for again', (text) => {
    const host = hostWith({});
    keepMissing(host, 'partnerships.graph');
    for (const key of host.cache.keys()) host.cache.set(key, text === '7' ? 'x' : text);
    expect(recallOf(host, [GRAPH])).toEqual([undefined]);
  });
});
