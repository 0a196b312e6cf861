import type { Exchange, HttpRequest } from '../../shared/client/exchange';
import { runAsync, type Async } from '../../shared/task';
import type { Account } from '../../shared/records/account';
import { companyApi } from './memory-host';
import { MemorySpending } from './memory-spending';
import type { FetchPorts } from '../../shared/lookup/ports';
import type { BatcherHost, LookupBatcher } from '../../shared/lookup/lookup-batcher';

/** A service that tracks two companies. */
export const TWO_COMPANIES = companyApi({
  'a.com': { slug: 'a', name: 'A', primary_domain: 'a.com' },
  'b.com': { slug: 'b', name: 'B', primary_domain: 'b.com' },
});

const MONTH_MS = 30 * 86_400_000;

/** Its window ends when the test says so, and so does a request while `isHeld`. */
export class ScriptedHost implements BatcherHost {
  payer: Account | null = { id: 'acc-1', keyId: 'key-1', keyClass: 'user', readsLists: true };
  clockMs = Date.parse('2026-06-15T12:00:00Z');
  isHeld = false;
  readonly requests: HttpRequest[] = [];
  /** What persists between sessions. */
  readonly store = new Map<string, string>();
  storeReads = 0;
  readonly spending = new MemorySpending();
  private readonly held: (() => void)[] = [];
  private readonly windows: (() => void)[] = [];
  private readonly performers: Async<FetchPorts>;

  constructor(answer: (request: HttpRequest) => Exchange) {
    const unasked = (): never => {
      throw new Error('a batch does not ask for this');
    };
    this.performers = {
      http: async ({ requests }) => {
        this.requests.push(...requests);
        if (this.isHeld) await new Promise<void>((release) => this.held.push(release));
        return requests.map(answer);
      },
      now: () => this.clockMs,
      random: () => 0,
      sleep: ({ delayMs }) => void (this.clockMs += delayMs),
      account: unasked,
      cacheGet: ({ keys }) => {
        this.storeReads += 1;
        return new Map(keys.flatMap((key) => (this.store.has(key) ? [[key, this.store.get(key)!] as const] : [])));
      },
      cachePut: ({ entries }) => {
        for (const [key, text] of entries) this.store.set(key, text);
      },
      reserve: ({ request }) => this.spending.reserve(request, this.clockMs),
      paid: ({ identifiers }) => new Set(identifiers.filter((each) => this.spending.paid.isPaid(each, this.clockMs))),
      settle: ({ grant, kind, outcomes }) => this.spending.settle(grant, kind, outcomes, this.clockMs),
    };
  }

  account = (): Account | null => this.payer;
  nowMs = (): number => this.clockMs;
  schedule: BatcherHost['schedule'] = (callback) => void this.windows.push(callback);
  run: BatcherHost['run'] = (task) => runAsync(task, this.performers);
  waits = (): void => undefined;
  toLimits: BatcherHost['toLimits'] = (startMs) => ({
    deadlineMs: startMs + 90_000,
    requestsAtOnce: 4,
    retry: { maxRetries: 0, waitBudgetMs: 0 },
  });

  /** Ends the window in which cells gather, and any that this opens. */
  async endWindow(): Promise<void> {
    while (this.windows.length > 0) {
      for (const callback of this.windows.splice(0)) callback();
      await pause();
    }
  }

  /** Lets every held request, and all later ones, be answered. */
  async release(): Promise<void> {
    this.isHeld = false;
    for (const release of this.held.splice(0)) release();
    await pause();
  }

  /** Makes the store refuse reads and writes from now on. */
  breakStore(): void {
    const refuse = (): never => {
      throw new Error('the store is refused');
    };
    this.misuse({ cacheGet: refuse, cachePut: refuse });
  }

  /** Replaces ports by wrong ones; `undefined` removes one. */
  misuse(ports: { readonly [N in keyof FetchPorts]?: unknown }): void {
    for (const [name, port] of Object.entries(ports)) {
      if (port === undefined) Reflect.deleteProperty(this.performers, name);
      else Object.assign(this.performers, { [name]: port });
    }
  }

  /** The domains of each batch. */
  get batches(): readonly (readonly string[])[] {
    return this.requests.map(({ body }) => (body as { domains: readonly string[] }).domains);
  }
}

/** A cell: what it asks for, and how to remove it. */
export function cell(batcher: LookupBatcher, domains: readonly string[], maxAgeMs = MONTH_MS) {
  let cancel = (): void => undefined;
  const answer = batcher.lookup('company', domains, { maxAgeMs, isAgeAsked: true }, (release) => (cancel = release));
  const shown = answer.then((outcomes) =>
    domains.map((domain) => {
      const outcome = outcomes.get(domain);
      return outcome?.is === 'failed' ? outcome.error.code : outcome?.is;
    }),
  );
  return { shown, cancel: () => cancel() };
}

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** `company-1.example` and on. */
export const numbered = (count: number, first = 1): string[] =>
  Array.from({ length: count }, (_domain, index) => `company-${first + index}.example`);
