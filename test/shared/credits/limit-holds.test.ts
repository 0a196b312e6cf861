import fc from 'fast-check';
import { renameSecondFields } from '../../../sandbox/faults';
import { makeSandbox, type Sandbox } from '../../../sandbox/index';
import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { toWireRequest } from '../../../shared/client/request';
import { runAsync, type Async } from '../../../shared/task';
import type { FetchPorts } from '../../../shared/lookup/ports';
import type { ColumnPorts, FormulaPorts } from '../../../shared/functions/ports';
import { callFunction } from '../../../shared/functions/call';
import { ColumnLookup } from '../../../shared/functions/column/column-lookup';
import { agree, lapse, NO_SPENDING, today, type SpendPolicy } from '../../../shared/credits/daily-spending';
import { hostileFormula, type Typed as Formula } from '../../fakes/hostile-formulas';
import { MemorySpending } from '../../fakes/memory-spending';
import { times } from '../../setup/chance';

const NOON = Date.parse('2026-11-02T12:00:00Z');
const makeFormula = (): ColumnLookup =>
  new ColumnLookup({
    toLimits: (startMs) => ({
      deadlineMs: startMs + 20_000,
      requestsAtOnce: 3,
      retry: { maxRetries: 1, waitBudgetMs: 6_000 },
    }),
    shownRoom: 0,
  });

/** What may become of an answer that the service has charged for. */
const FATES = ['whole', 'whole', 'whole', 'cut', 'lost', 'late', 'failed', 'killed', 'odd'] as const;
type Fate = (typeof FATES)[number];

interface Typed extends Formula {
  /** The fates of the requests that it makes, one after another. */
  readonly fates: readonly Fate[];
  readonly isForgotten: boolean;
}

const typed: fc.Arbitrary<Typed> = hostileFormula.chain(({ id, args }) =>
  fc.record({
    id: fc.constant(id),
    args: fc.constant(args),
    fates: fc.array(fc.constantFrom(...FATES), { maxLength: 6 }),
    isForgotten: fc.boolean(),
  }),
);

/** A user's spreadsheet whose ledger outlasts what Google or Excel stops in the middle. */
class World {
  readonly spending = new MemorySpending();
  private readonly sandbox: Sandbox = makeSandbox({ now: () => NOON });
  private readonly remembered = new Map<string, string>();
  private fates: Fate[] = [];
  private nowMs = NOON;
  private formula = makeFormula();
  private kill: () => void = () => undefined;

  constructor(policy: SpendPolicy, ownerLimit: number | null) {
    Object.assign(this.spending, { policy, ownerLimit });
  }

  async type({ id, args, fates, isForgotten }: Typed): Promise<void> {
    if (isForgotten) this.remembered.clear();
    this.fates = [...fates];
    this.formula = makeFormula();
    this.nowMs += 60_000;
    this.spending.counters = lapse(this.spending.counters, 0, this.nowMs);
    const killed = new Promise<void>((resolve) => (this.kill = resolve));
    await Promise.race([runAsync(callFunction(id, args), this.performers), killed]);
  }

  async charged(): Promise<number> {
    const answer = await this.sandbox.app.request('http://sandbox.invalid/_sandbox/ledger');
    return ((await answer.json()) as { chargedCompanies: number }).chargedCompanies;
  }

  private readonly performers: Async<FetchPorts & FormulaPorts & ColumnPorts> = {
    http: ({ requests }) => Promise.all(requests.map((request) => this.exchange(request))),
    cacheGet: ({ keys }) => this.kept(keys),
    cachePut: ({ entries }) => {
      for (const [key, text] of entries) this.remembered.set(key, text);
    },
    account: () => ({ id: 'acc-1', keyId: 'key-1', keyClass: 'user', readsLists: true }),
    now: () => this.nowMs,
    random: () => 0,
    sleep: ({ delayMs }) => void (this.nowMs += delayMs),
    lookup: (asked) => runAsync(this.formula.answer(asked), this.performers),
    peek: (asked) => runAsync(this.formula.peek(asked), this.performers),
    payer: ({ alongside }) => runAsync(this.formula.payer(alongside), this.performers),
    openCache: () => (keys) => this.kept(keys),
    keepShown: () => undefined,
    paid: ({ identifiers }) => new Set(identifiers.filter((each) => this.spending.paid.isPaid(each, this.nowMs))),
    takeTurn: () => true,
    endTurn: () => undefined,
    depositRequest: () => undefined,
    depositedRequests: () => [],
    columnFormulas: () => ({ formulas: [], isWhole: true }),
    readShown: () => '',
    writeShown: () => undefined,
    reserve: ({ request }) => this.spending.reserve(request, this.nowMs),
    settle: ({ grant, kind, outcomes }) => this.spending.settle(grant, kind, outcomes, this.nowMs),
  };

  private kept(keys: readonly string[]): ReadonlyMap<string, string> {
    return new Map(
      keys.flatMap((key) => (this.remembered.has(key) ? [[key, this.remembered.get(key)!] as const] : [])),
    );
  }

  private async exchange(request: HttpRequest): Promise<Exchange> {
    const fate = this.fates.shift() ?? 'whole';
    const { url, headers, ...sent } = toWireRequest(request, 'http://sandbox.invalid', 'trace_demo');
    const response = await this.sandbox.app.request(url, { ...sent, headers });
    const told = await response.text();
    const text = fate === 'odd' && response.ok ? JSON.stringify(renameSecondFields(JSON.parse(told))) : told;
    const retryAfter = response.headers.get('Retry-After');
    switch (fate) {
      case 'cut':
        return { ok: true, response: { status: response.status, retryAfter, text: text.slice(0, text.length / 2) } };
      case 'lost':
        return { ok: false, reason: 'unreachable' };
      case 'late':
        this.nowMs += 15_000;
        return { ok: false, reason: 'timedOut' };
      case 'failed':
        return { ok: true, response: { status: 502, retryAfter: null, text: '<html>' } };
      case 'killed':
        this.kill();
        return new Promise<never>(() => undefined);
      default:
        return { ok: true, response: { status: response.status, retryAfter, text } };
    }
  }
}

const limit = fc.constantFrom(0, 1, 3, 10, 45, 130, 260);

it.each<[string, (credits: number) => World]>([
  ["an owner's", (credits) => new World({ mode: 'freely' }, credits)],
  ["a file's", (credits) => new World({ mode: 'daily', limit: credits }, null)],
  [
    "an owner's where nothing may be spent unasked, and an editor asks",
    (credits) => {
      const world = new World({ mode: 'onRequest' }, credits);
      world.spending.counters = agree(today(NO_SPENDING, NOON), 1_000);
      return world;
    },
  ],
])('whatever is typed and whatever becomes of the answers, %s limit holds', async (_name, openWorld) => {
  await fc.assert(
    fc.asyncProperty(limit, fc.array(typed, { minLength: 1, maxLength: 8 }), async (credits, formulas) => {
      const world = openWorld(credits);
      for (const formula of formulas) {
        await world.type(formula);
        const charged = await world.charged();
        if (charged > credits) throw new Error(`${charged} of ${credits} after ${JSON.stringify(formula)}`);
      }
    }),
    { numRuns: times(50) },
  );
});
