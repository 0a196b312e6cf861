import { ColumnLookup } from '../../shared/functions/column/column-lookup';
import type { Exchange, HttpRequest } from '../../shared/client/exchange';
import { ACCOUNT_KEY } from '../../shared/functions/column/formula-cache';
import type { Account } from '../../shared/records/account';
import type { ColumnPorts, FormulaPorts, KnownFormula } from '../../shared/functions/ports';
import type { FetchPorts } from '../../shared/lookup/ports';
import type { FetchLimits } from '../../shared/lookup/fetch-records';
import { runSync } from '../../shared/task';
import { MemorySpending } from './memory-spending';

/** An in-memory host: its clock moves only when something sleeps, its network is a function. */
export class MemoryHost {
  nowMs = Date.parse('2026-06-15T12:00:00Z');
  private payer: Account | null = { id: 'acc-1', keyId: 'key-1', keyClass: 'user', readsLists: true };
  random = 0;
  readonly cache = new Map<string, string>();
  private readonly keptUntilMs = new Map<string, number>();
  /** Requests in the groups in which they were passed. */
  readonly waves: HttpRequest[][] = [];
  readonly sleptMs: number[] = [];
  cacheReads = 0;
  readonly spending = new MemorySpending();
  /** The shown answers that the document keeps. */
  shown = '';
  /** The formulas of the column. */
  column: readonly KnownFormula[] = [];
  /** Whether no other formula of the document fetches. */
  isMyTurn = true;
  /** What others do before this formula has its turn. */
  onTurn = (): void => undefined;
  shownReads = 0;
  /** How often formulas asked for their turn. */
  turnsAsked = 0;
  limits: (startMs: number) => FetchLimits = (startMs) => ({
    deadlineMs: startMs + 20_000,
    requestsAtOnce: 10,
    retry: { maxRetries: 2, waitBudgetMs: 10_000 },
  });

  constructor(private readonly answer: (request: HttpRequest, host: MemoryHost) => Exchange) {}

  readonly performers: FetchPorts & FormulaPorts & ColumnPorts = {
    http: ({ requests }) => {
      this.waves.push([...requests]);
      return requests.map((request) => this.answer(request, this));
    },
    cacheGet: ({ keys }) => {
      this.cacheReads += 1;
      return this.keptOf(keys);
    },
    cachePut: ({ entries, keepForSeconds }) => {
      for (const [key, value] of entries) {
        this.cache.set(key, value);
        this.keptUntilMs.set(key, this.nowMs + keepForSeconds * 1_000);
      }
    },
    account: () => this.account,
    now: () => this.nowMs,
    random: () => this.random,
    sleep: ({ delayMs }) => {
      this.sleptMs.push(delayMs);
      this.nowMs += delayMs;
    },
    // Each lookup belongs to another formula, which knows only what the cache has.
    lookup: (asked) => runSync(this.newFormula().answer(asked), this.performers),
    peek: (asked) => runSync(this.newFormula().peek(asked), this.performers),
    payer: ({ alongside }) => runSync(this.newFormula().payer(alongside), this.performers),
    openCache: () => {
      this.cacheReads += 1;
      return (keys) => this.keptOf(keys);
    },
    keepShown: () => undefined,
    reserve: ({ request }) => this.spending.reserve(request, this.nowMs),
    settle: ({ grant, kind, outcomes }) => this.spending.settle(grant, kind, outcomes, this.nowMs),
    paid: ({ identifiers, atMs = this.nowMs }) =>
      new Set(identifiers.filter((each) => this.spending.paid.isPaid(each, atMs))),
    takeTurn: () => {
      this.turnsAsked += 1;
      this.onTurn();
      return this.isMyTurn;
    },
    endTurn: () => undefined,
    depositRequest: () => undefined,
    depositedRequests: () => [],
    columnFormulas: () => ({ formulas: this.column, isWhole: true }),
    readShown: () => {
      this.shownReads += 1;
      return this.shown;
    },
    writeShown: ({ text }) => void (this.shown = text),
  };

  private keptOf(keys: readonly string[]): ReadonlyMap<string, string> {
    const kept = keys.filter((key) => this.cache.has(key) && this.nowMs < (this.keptUntilMs.get(key) ?? Infinity));
    return new Map(kept.map((key) => [key, this.cache.get(key)!]));
  }

  /** In Google Sheets each formula is a run of its own. */
  newFormula(): ColumnLookup {
    return new ColumnLookup({ toLimits: (startMs) => this.limits(startMs), shownRoom: 240_000 });
  }

  get account(): Account | null {
    return this.payer;
  }

  /** Sets it as a panel of this file does; see {@link replaceKeyElsewhere}. */
  set account(payer: Account | null) {
    this.payer = payer;
    this.cache.delete(ACCOUNT_KEY);
  }

  /** Replaces the key in another file, whose panel cannot reach what this one has stored. */
  replaceKeyElsewhere(payer: Account | null): void {
    this.payer = payer;
  }

  get requests(): readonly HttpRequest[] {
    return this.waves.flat();
  }
}

/** An answer with a JSON body. */
export function json(status: number, body: unknown, retryAfter: string | null = null): Exchange {
  return { ok: true, response: { status, retryAfter, text: JSON.stringify(body) } };
}

/** An answer whose body is just text. */
export function text(status: number, body: string): Exchange {
  return { ok: true, response: { status, retryAfter: null, text: body } };
}

/** The API's company routes over a fixed set of companies; every other route is missing. */
export function companyApi(companies: Readonly<Record<string, object>>): (request: HttpRequest) => Exchange {
  return ({ operation, path, body }) => {
    if (operation === 'companies.batch') {
      const { domains } = body as { domains: readonly string[] };
      const results = domains.map((domain) => ({
        domain,
        status: domain in companies ? 'found' : 'not_tracked',
        company: companies[domain] ?? null,
      }));
      return json(200, { results });
    }
    const identifier = decodeURIComponent(path.split('/')[2] ?? '');
    const company = companies[identifier];
    if (operation !== 'companies.show') return json(404, { detail: 'Not Found' });
    if (company === undefined) return json(404, { detail: { error: 'company_not_found', message: 'No company.' } });
    return json(200, company);
  };
}
