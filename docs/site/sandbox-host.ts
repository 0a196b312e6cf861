import { makeSandbox, type Sandbox } from '../../sandbox/index';
import { decideGrant, NO_SPENDING, PaidCompanies, runAsync, toWireRequest } from '../../shared/formulas';
import { ColumnLookup } from '../../shared/runs';
import type { Async, ColumnPorts, Exchange, FetchPorts, FormulaPorts, HttpRequest } from '../../shared/ports';

/**
 * The time at which the pages' examples are asked: fixed, so that every build shows the same, and after the sandbox's
 * last day.
 */
const ASKED_AT_MS = Date.parse('2026-11-02T09:00:00Z');

/** Nothing leaves the process; the sandbox reads only the path. */
const ORIGIN = 'http://sandbox.invalid';
/** A user key, which may read lists. */
const API_KEY = 'trace_demo';

/** Answers the core's requests with its own sandbox. Its clock stands still, and nothing waits. */
export function makeSandboxHost(): Async<FormulaPorts> {
  const sandbox = makeSandbox({ now: () => ASKED_AT_MS });
  const remembered = new Map<string, string>();
  /** No one pays for the sandbox, so the ledger stays empty. */
  const ledger = {
    policy: { mode: 'freely' },
    ownerLimit: null,
    counters: NO_SPENDING,
    paid: new PaidCompanies(),
  } as const;
  const formula = new ColumnLookup({
    toLimits: (startMs) => ({
      deadlineMs: startMs + 60_000,
      requestsAtOnce: 1,
      retry: { maxRetries: 0, waitBudgetMs: 0 },
    }),
    shownRoom: 0,
  });
  const performers: Async<FetchPorts & FormulaPorts & ColumnPorts> = {
    http: ({ requests }) => Promise.all(requests.map((request) => exchange(sandbox, request))),
    cacheGet: ({ keys }) => new Map([...remembered].filter(([key]) => keys.includes(key))),
    cachePut({ entries }) {
      for (const [key, text] of entries) remembered.set(key, text);
    },
    account: () => ({ id: 'docs', keyId: 'docs', keyClass: 'user', readsLists: true }),
    now: () => ASKED_AT_MS,
    random: () => 0,
    sleep: () => undefined,
    lookup: (asked) => runAsync(formula.answer(asked), performers),
    peek: (asked) => runAsync(formula.peek(asked), performers),
    payer: ({ alongside }) => runAsync(formula.payer(alongside), performers),
    openCache: () => (keys) => new Map([...remembered].filter(([key]) => keys.includes(key))),
    keepShown: ({ answers }) => runAsync(formula.keep(answers()), performers),
    reserve: ({ request }) => decideGrant(ledger, request, ASKED_AT_MS),
    settle: () => undefined,
    paid: () => new Set(),
    takeTurn: () => true,
    endTurn: () => undefined,
    depositRequest: () => undefined,
    depositedRequests: () => [],
    columnFormulas: () => ({ formulas: [], isWhole: true }),
    readShown: () => '',
    writeShown: () => undefined,
  };
  return performers;
}

async function exchange({ app }: Sandbox, request: HttpRequest): Promise<Exchange> {
  const { url, ...sent } = toWireRequest(request, ORIGIN, API_KEY);
  const response = await app.request(url, sent);
  const { status, headers } = response;
  return { ok: true, response: { status, retryAfter: headers.get('Retry-After'), text: await response.text() } };
}
