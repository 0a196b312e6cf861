import { DAY_MS } from '../days';
import { type Account, NO_ACCOUNT } from '../records/account';
import type { FetchTask, Lookup, Wish } from './ports';
import { toTraceError, TraceError } from '../errors/trace-error';
import { fetchPaid } from './fetch-within-grant';
import type { FetchLimits, SentAll } from './fetch-records';
import { freshnessOf, everyOne, type LookupKind, type LookupOutcome, type ReadOutcome } from '../records/outcome';
import { replaceableOperations } from './kinds';
import type { AtOnce } from './batch-sender';
import { BatchQueue } from './batch-queue';
import { LookupMemory } from './memory';
import type { SpendRequest } from '../credits/ledger';
import { recall } from './cache';
import { NOTHING_YET, WaitingLookup } from './waiting-company';

/** What the batcher needs from its host. */
export interface BatcherHost {
  account(): Account | null;
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Calls back after `afterMs` milliseconds. */
  schedule(callback: () => void, afterMs: number): void;
  /** @param payer the account whose key and ledger the task uses, even if the key is replaced meanwhile */
  run<T>(task: FetchTask<T>, payer: Account): Promise<T>;
  toLimits(startMs: number): FetchLimits;
  /** Called with 1 when a lookup begins to wait, and with -1 when it has its answer. */
  waits(change: 1 | -1): void;
}

/** Receives a function to call once the cell is gone. Nothing more is then asked for it. */
export type OnCancel = (release: () => void) => void;

/**
 * How many batches of any kind may wait for the service at once; twice as many including those that are read and
 * saved.
 */
const BATCHES_AT_ONCE = 4;

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/**
 * Gathers the lookups of all cells of one recalculation into batches of 100. Equal lookups are asked once, even while
 * an answer is on its way. A lookup that no cell waits for leaves the queue. Every waiting cell gets an answer.
 */
export class LookupBatcher {
  /** By account and kind, like the queues. */
  private readonly memories = new Map<string, LookupMemory>();
  private readonly queues = new Map<string, BatchQueue>();
  /** When an account's operation was found to have no route. */
  private readonly missingSinceMs = new Map<string, number>();
  private readonly atOnce = atMost(BATCHES_AT_ONCE);
  /** By account, as last stored or read. */
  private readonly pauseTexts = new Map<string, string>();

  constructor(private readonly host: BatcherHost) {}

  /**
   * Returns one outcome for each identifier. Never rejects. A stale answer replaces a new one that failed.
   *
   * @param identifiers normalized domains and slugs
   * @param wish how old an answer may be, in milliseconds
   */
  lookup(
    kind: LookupKind,
    identifiers: readonly string[],
    wish: Wish & Pick<Lookup, 'read'>,
    onCancel: OnCancel = () => undefined,
  ): Promise<ReadonlyMap<string, LookupOutcome | ReadOutcome>> {
    let account: Account;
    try {
      account = this.host.account() ?? NO_ACCOUNT;
    } catch (thrown) {
      return Promise.resolve(everyOne(identifiers, { is: 'failed', error: toTraceError(thrown) }));
    }
    const nowMs = this.host.nowMs();
    const memory = this.memoryOf(account, kind);
    const outcomes = new Map<string, LookupOutcome | ReadOutcome>();
    const misses = identifiers.filter((identifier) => {
      const known = memory.recall(identifier);
      const { size } = outcomes;
      // A placeholder keeps the order of the question: the answer to a miss replaces it in the same position.
      const isFirst = outcomes.set(identifier, known ?? NOTHING_YET).size > size;
      return isFirst && freshnessOf(known, wish, nowMs) !== 'fresh';
    });
    if (misses.length === 0) return Promise.resolve(outcomes);
    const queue = this.queueOf(account, kind);
    return new Promise((resolve) => {
      const cell = new WaitingLookup(kind, wish, outcomes, misses.length, (taken) => {
        this.host.waits(-1);
        resolve(taken);
      });
      this.host.waits(1);
      queue.ask(misses, cell);
      onCancel(() => (cell.isGone = true));
    });
  }

  /** The saved outcomes, without a request; used for previews and prices. */
  async outcomesNow(kind: LookupKind, identifiers: readonly string[]): Promise<ReadonlyMap<string, LookupOutcome>> {
    const known = await this.recall(this.host.account() ?? NO_ACCOUNT, kind, identifiers);
    return new Map(identifiers.map((identifier) => [identifier, known.get(identifier) ?? NOTHING_YET]));
  }

  /** Drops all answers in memory, because another part of this page has replaced saved answers. */
  forget(): void {
    this.memories.clear();
  }

  private memoryOf(account: Account, kind: LookupKind): LookupMemory {
    return getOrMake(this.memories, `${account.id}|${kind}`, () => new LookupMemory(kind));
  }

  private queueOf(account: Account, kind: LookupKind): BatchQueue {
    return getOrMake(
      this.queues,
      `${account.id}|${kind}`,
      () =>
        new BatchQueue({
          schedule: (callback, afterMs) => this.host.schedule(callback, afterMs),
          nowMs: () => this.host.nowMs(),
          recall: (identifiers) => this.recall(account, kind, identifiers),
          fetch: (wanted, sentAll) => this.fetch(account, { kind, ...wanted }, sentAll),
          atOnce: this.atOnce,
        }),
    );
  }

  private async recall(account: Account, kind: LookupKind, identifiers: readonly string[]): Promise<Outcomes> {
    if (identifiers.length === 0) return new Map();
    const knownPause = this.pauseTexts.get(account.id);
    const recalled = await this.host.run(recall(account, kind, identifiers), account);
    this.noteMissing(account, recalled.missingRoutes);
    // A pause that began meanwhile may be newer than the stored one.
    if (this.pauseTexts.get(account.id) === knownPause) this.pauseTexts.set(account.id, recalled.pauseText ?? '');
    // Users should not pay again because the store lost an answer or could not save it.
    const outcomes = new Map(recalled.outcomes);
    const memory = this.memoryOf(account, kind);
    for (const identifier of identifiers) {
      const remembered = memory.recall(identifier);
      if (remembered !== undefined && asOf(remembered) >= asOf(outcomes.get(identifier))) {
        outcomes.set(identifier, remembered);
      }
    }
    this.memorize(account, kind, outcomes);
    return outcomes;
  }

  private async fetch(account: Account, request: SpendRequest, sentAll: SentAll): Promise<Outcomes> {
    const { kind, needed, ifFree } = request;
    const startMs = this.host.nowMs();
    const missing = new Map<string, number>();
    for (const operation of replaceableOperations(kind, [...needed, ...ifFree])) {
      const foundMs = this.missingSinceMs.get(`${account.id}|${operation}`) ?? -Infinity;
      if (startMs - foundMs <= DAY_MS) missing.set(operation, foundMs);
    }
    try {
      // The key was replaced while these waited: the new account must neither pay for them nor see the old one's
      // answers.
      if (this.host.account()?.id !== account.id)
        throw new TraceError(account === NO_ACCOUNT ? 'noKey' : 'cancelled', {});
      const known = { missingRoutes: missing, pauseText: this.pauseTexts.get(account.id) };
      const task = fetchPaid(account, request, known, (atMs) => this.host.toLimits(atMs), sentAll);
      const fetched = await this.host.run(task, account);
      this.noteMissing(account, fetched.missingRoutes);
      if (fetched.pauseText !== undefined) this.pauseTexts.set(account.id, fetched.pauseText);
      this.memorize(account, kind, fetched.outcomes);
      return fetched.outcomes;
    } catch (thrown) {
      return everyOne(needed, { is: 'failed', error: toTraceError(thrown) });
    }
  }

  private noteMissing(account: Account, routes: ReadonlyMap<string, number>): void {
    for (const [operation, foundMs] of routes) this.missingSinceMs.set(`${account.id}|${operation}`, foundMs);
  }

  private memorize(account: Account, kind: LookupKind, outcomes: Outcomes): void {
    const memory = this.memoryOf(account, kind);
    outcomes.forEach((outcome, identifier) => memory.remember(identifier, outcome));
  }
}

function asOf(outcome: LookupOutcome | undefined): number {
  return outcome !== undefined && 'asOfMs' in outcome ? outcome.asOfMs : -Infinity;
}

function getOrMake<T>(made: Map<string, T>, name: string, make: () => T): T {
  const known = made.get(name) ?? make();
  made.set(name, known);
  return known;
}

/**
 * Lets at most `most` tasks wait for the service, and twice as many including those that save their answers: saving
 * first would leave connections idle. Further tasks wait in order.
 * @internal tests try it alone
 */
export function atMost(most: number): AtOnce {
  let underWay = 0;
  let saving = 0;
  const waiting: (() => void)[] = [];
  const startNext = (): void => {
    while (waiting.length > 0 && underWay - saving < most && underWay < 2 * most) {
      underWay += 1;
      waiting.shift()?.();
    }
  };
  return async (work) => {
    const begun = new Promise<void>((begin) => waiting.push(begin));
    startNext();
    await begun;
    let isSaving = false;
    const received = (): void => {
      if (isSaving) return;
      isSaving = true;
      saving += 1;
      startNext();
    };
    try {
      await work(received);
    } finally {
      if (isSaving) saving -= 1;
      underWay -= 1;
      startNext();
    }
  };
}
