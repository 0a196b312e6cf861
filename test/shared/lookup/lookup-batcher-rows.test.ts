import { toQuestionText } from '../../../shared/client/rows';
import { LookupBatcher } from '../../../shared/lookup/lookup-batcher';
import { ScriptedHost } from '../../fakes/batcher-host';
import { json } from '../../fakes/memory-host';

const DAY_MS = 86_400_000;
const question = (path: string, operation = 'partnerships.lookup') =>
  toQuestionText({ operation, path, paging: 'page', top: 200, mayBeOne: false });

function setUp(answer: ConstructorParameters<typeof ScriptedHost>[0]) {
  const host = new ScriptedHost(answer);
  let batcher = new LookupBatcher(host);
  const outcomesOf = async (...questions: string[]) => {
    const answered = batcher.lookup('rows', questions, { maxAgeMs: 30 * DAY_MS, isAgeAsked: false });
    await host.endWindow();
    const outcomes = await answered;
    return questions.map((text) => outcomes.get(text)?.is);
  };
  return {
    host,
    outcomesOf,
    reopen: () => (batcher = new LookupBatcher(host)),
    peek: (text: string) => batcher.outcomesNow('rows', [text]),
  };
}

const missing = () => json(404, { detail: 'Not Found' });

describe('lists that cells ask for', () => {
  it('are asked for once, however many cells ask, and saved', async () => {
    const { host, outcomesOf, reopen } = setUp(() => json(200, { data: ['a'] }));
    expect(await outcomesOf(question('/a'), question('/b'), question('/a'))).toEqual(['found', 'found', 'found']);
    await outcomesOf(question('/a'));
    reopen();
    await outcomesOf(question('/b'));
    expect(host.requests.map(({ path }) => path)).toEqual(['/a?page=1&limit=100', '/b?page=1&limit=100']);
  });

  it('that were read in part are read again when they are asked for again', async () => {
    const { host, outcomesOf } = setUp(({ path }) =>
      path.includes('page=1&')
        ? json(200, { data: ['a'], pagination: { has_next: true } })
        : json(402, { error: 'credit_exhausted', message: 'No.' }),
    );
    expect(await outcomesOf(question('/a'))).toEqual(['found']);
    host.clockMs += 1;
    expect(await outcomesOf(question('/a'))).toEqual(['found']);
    expect(host.requests).toHaveLength(4);
  });

  it('ask nothing for a preview', async () => {
    const { host, peek } = setUp(missing);
    expect((await peek(question('/a'))).get(question('/a'))).toEqual({ is: 'notAsked' });
    expect(host.requests).toEqual([]);
  });
});

describe('a route that is missing', () => {
  it('is asked for once in a day, however often it is looked up meanwhile', async () => {
    const { host, outcomesOf, reopen } = setUp(missing);
    expect(await outcomesOf(question('/a'))).toEqual(['noRoute']);
    host.clockMs += 0.9 * DAY_MS;
    expect(await outcomesOf(question('/b'))).toEqual(['noRoute']);
    reopen();
    expect(await outcomesOf(question('/c'))).toEqual(['noRoute']);
    expect(host.requests).toHaveLength(1);
    host.clockMs += 0.2 * DAY_MS;
    await outcomesOf(question('/d'));
    expect(host.requests).toHaveLength(2);
  });

  it('is looked for by each account', async () => {
    const { host, outcomesOf } = setUp(missing);
    await outcomesOf(question('/a'));
    host.payer = { id: 'acc-2', keyId: 'key-2', keyClass: 'user', readsLists: true };
    await outcomesOf(question('/a'));
    expect(host.requests).toHaveLength(2);
  });

  it('of which nothing can take the place is asked for by each question', async () => {
    const { host, outcomesOf } = setUp(missing);
    await outcomesOf(question('/a', 'get'));
    await outcomesOf(question('/b', 'get'));
    expect(host.requests).toHaveLength(2);
  });
});
