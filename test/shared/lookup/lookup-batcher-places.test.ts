import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import type { SpendRequest } from '../../../shared/credits/ledger';
import { LookupBatcher } from '../../../shared/lookup/lookup-batcher';
import { cell, numbered, ScriptedHost, TWO_COMPANIES } from '../../fakes/batcher-host';
import { json } from '../../fakes/memory-host';

const RETRYING = { requestsAtOnce: 4, retry: { maxRetries: 3, waitBudgetMs: 60_000 } };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A host whose store has saved nothing until the test says so. */
function savingSlowly(answer: (request: HttpRequest) => Exchange = TWO_COMPANIES) {
  const host = new ScriptedHost(answer);
  let save = (): void => undefined;
  const saved = new Promise<void>((resolve) => (save = resolve));
  host.misuse({ cachePut: () => saved });
  return { host, save: () => save() };
}

/** The codes or kinds of what cells of so many companies are told. */
async function ask(host: ScriptedHost, companies: readonly string[]): Promise<{ readonly shown: Promise<unknown[]> }> {
  const batcher = new LookupBatcher(host);
  const cells = companies.map((company) => cell(batcher, [company]).shown);
  await host.endWindow();
  return { shown: Promise.all(cells).then((told) => [...new Set(told.flat())]) };
}

/** A service that is asked over and over, and the most requests that it had at once. */
function countingMost(answer: (request: HttpRequest, time: number) => Exchange) {
  const host = new ScriptedHost(TWO_COMPANIES);
  const counted = { underWay: 0, most: 0, times: 0 };
  host.toLimits = (startMs) => ({ deadlineMs: startMs + 90_000, ...RETRYING });
  host.misuse({
    sleep: turn,
    http: async ({ requests }: { readonly requests: readonly HttpRequest[] }) => {
      counted.underWay += requests.length;
      counted.most = Math.max(counted.most, counted.underWay);
      await turn();
      await turn();
      counted.underWay -= requests.length;
      return requests.map((request) => answer(request, (counted.times += 1)));
    },
  });
  return { host, counted };
}

describe('batches', () => {
  it('are sent while earlier answers are being saved', async () => {
    const { host, save } = savingSlowly();
    const { shown } = await ask(host, numbered(900));
    // Four were answered and are being saved, and so are the four that were sent next.
    expect(host.requests).toHaveLength(8);
    save();
    expect({ shown: await shown, requests: host.requests.length }).toEqual({ shown: ['notTracked'], requests: 9 });
  });

  it('wait under a limit until what was reserved for others is settled', async () => {
    const { host, save } = savingSlowly();
    host.misuse({
      reserve: ({ request }: { readonly request: SpendRequest }) => ({
        ...host.spending.reserve(request, host.clockMs),
        id: 'reserved',
      }),
    });
    const { shown } = await ask(host, numbered(900));
    expect(host.requests).toHaveLength(4);
    save();
    expect({ shown: await shown, requests: host.requests.length }).toEqual({ shown: ['notTracked'], requests: 9 });
  });

  it('are not sent after a refusal that all others would get, while that is still being saved', async () => {
    let times = 0;
    const refused = json(401, {});
    const { host, save } = savingSlowly((request) => ((times += 1) === 1 ? refused : TWO_COMPANIES(request)));
    const { shown } = await ask(host, numbered(900));
    expect(host.requests).toHaveLength(4);
    save();
    expect({ shown: await shown, requests: host.requests.length }).toEqual({
      shown: ['keyRefused', 'notTracked'],
      requests: 4,
    });
  });

  it('that are asked for again keep their place', async () => {
    const { host, counted } = countingMost(() => ({
      ok: true,
      response: { status: 200, retryAfter: null, text: '<html>' },
    }));
    const { shown } = await ask(host, numbered(1_200));
    expect({ shown: await shown, most: counted.most }).toEqual({ shown: ['unreadable'], most: 4 });
  });

  it('with companies that are asked for one by one keep their place to the last of them', async () => {
    const { host, counted } = countingMost((request, time) =>
      request.operation === 'companies.batch' && time <= 16 ? json(503, {}) : TWO_COMPANIES(request),
    );
    const { shown } = await ask(
      host,
      numbered(800).map((domain, at) => (at % 10 === 0 ? `slug-${at}` : domain)),
    );
    expect({ shown: await shown, most: counted.most }).toEqual({ shown: ['notTracked'], most: 16 });
  });
});
