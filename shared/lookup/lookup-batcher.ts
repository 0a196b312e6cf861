import { DAY_MS } from '../days';
import type { Account } from '../records/ports';
import type { FetchTask, Wish } from './ports';
import { toTraceError, TraceError } from '../errors/trace-error';
import { fetchPaid } from './fetch-within-grant';
import type { FetchLimits } from './fetch-records';
import { freshnessOf } from '../records/freshness';
import { replaceableOperations } from './kinds';
import { everyOne } from '../records/every-one';
import { NOBODY } from '../records/nobody';
import { atMost } from './at-once';
import { BatchQueue } from './batch-queue';
import { LookupMemory } from './memory';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import type { SpendRequest } from '../credits/ledger';
import { recall } from './cache';

/** What the batcher needs of its host. */
export interface BatcherHost {
  account(): Account | null;
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Calls back after so many milliseconds. */
  schedule(callback: () => void, afterMs: number): void;
  /**
   * @param payer the account whose key and ledger the task uses, even after another key was set
   * @param sending to call whenever the task sends requests
   */
  run<T>(task: FetchTask<T>, payer: Account, sending: () => void): Promise<T>;
  toLimits(startMs: number): FetchLimits;
}

/** Receives a function to call once the asking cell is gone. Nothing more is then asked for it. */
export type OnCancel = (release: () => void) => void;

/** How many batches may be under way at once, of any kind. */
const BATCHES_AT_ONCE = 4;

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/**
 * Gathers the look-ups of all cells of one recalculation into batches of a hundred. Equal look-ups are asked once, even
 * while an answer is on its way. A look-up that no cell waits for leaves the queue. Every waiting cell gets an answer.
 */
export class LookupBatcher {
  /** By account and kind, like the queues. */
  private readonly memories = new Map<string, LookupMemory>();
  private readonly queues = new Map<string, BatchQueue>();
  /** When the route of an operation was found missing for an account. */
  private readonly missingSinceMs = new Map<string, number>();
  private readonly atOnce = atMost(BATCHES_AT_ONCE);
  /** By account, as last stored or read. */
  private readonly pauseTexts = new Map<string, string>();

  constructor(private readonly host: BatcherHost) {}

  /**
   * One outcome for each identifier. Never rejects. A stale answer replaces a new one that failed.
   *
   * @param identifiers normalized domains and slugs
   * @param wish how old an answer may be, in milliseconds
   */
  async lookup(
    kind: LookupKind,
    identifiers: readonly string[],
    wish: Wish,
    onCancel: OnCancel = () => undefined,
  ): Promise<ReadonlyMap<string, LookupOutcome>> {
    let account: Account;
    try {
      account = this.host.account() ?? NOBODY;
    } catch (thrown) {
      return everyOne(identifiers, { is: 'failed', error: toTraceError(thrown) });
    }
    const nowMs = this.host.nowMs();
    const memory = this.memoryOf(account, kind);
    const known = identifiers.map((identifier) => memory.recall(identifier));
    const misses = identifiers.filter((_identifier, index) => freshnessOf(known[index], wish, nowMs) !== 'fresh');
    const fetched: LookupOutcome[] = [];
    if (misses.length > 0) {
      const queue = this.queueOf(account, kind);
      const release = queue.hold(misses, wish);
      onCancel(release);
      const loading = misses.map((identifier) => queue.load(identifier));
      for (const outcome of loading) fetched.push(await outcome);
      release();
    }
    // Misses keep the order of the identifiers.
    let miss = 0;
    return new Map(
      identifiers.map((identifier, index) => {
        const isMiss = misses[miss] === identifier;
        return [identifier, isMiss ? serving(fetched[miss++]!, known[index]) : known[index]!];
      }),
    );
  }

  /** The saved outcomes, without a request: for previews and prices. */
  async outcomesNow(kind: LookupKind, identifiers: readonly string[]): Promise<ReadonlyMap<string, LookupOutcome>> {
    const known = await this.recall(this.host.account() ?? NOBODY, kind, identifiers);
    return new Map(identifiers.map((identifier) => [identifier, known.get(identifier) ?? { is: 'notAsked' }]));
  }

  /** The store is read again: somebody else of this page has replaced saved answers. */
  forget(): void {
    this.memories.clear();
  }

  private memoryOf(account: Account, kind: LookupKind): LookupMemory {
    const name = `${account.id}|${kind}`;
    const known = this.memories.get(name);
    if (known !== undefined) return known;
    const memory = new LookupMemory();
    this.memories.set(name, memory);
    return memory;
  }

  private queueOf(account: Account, kind: LookupKind): BatchQueue {
    const name = `${account.id}|${kind}`;
    const known = this.queues.get(name);
    if (known !== undefined) return known;
    const queue = new BatchQueue({
      schedule: (callback, afterMs) => this.host.schedule(callback, afterMs),
      nowMs: () => this.host.nowMs(),
      recall: (identifiers) => this.recall(account, kind, identifiers),
      fetch: (wanted, sent) => this.fetch(account, { kind, ...wanted }, sent),
      atOnce: this.atOnce,
    });
    this.queues.set(name, queue);
    return queue;
  }

  private async recall(account: Account, kind: LookupKind, identifiers: readonly string[]): Promise<Outcomes> {
    if (identifiers.length === 0) return new Map();
    const knownPause = this.pauseTexts.get(account.id);
    const recalled = await this.host.run(recall(account, kind, identifiers), account, () => undefined);
    this.noteMissing(account, recalled.missingRoutes);
    // A pause that began meanwhile may be newer than the stored one.
    if (this.pauseTexts.get(account.id) === knownPause) this.pauseTexts.set(account.id, recalled.pauseText ?? '');
    // A store that lost an answer, or could not take it, is no reason to pay again.
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

  private async fetch(account: Account, request: SpendRequest, sent: () => void): Promise<Outcomes> {
    const { kind, needed, ifFree } = request;
    const startMs = this.host.nowMs();
    const missing = new Map<string, number>();
    for (const operation of replaceableOperations(kind, [...needed, ...ifFree])) {
      const foundMs = this.missingSinceMs.get(`${account.id}|${operation}`) ?? -Infinity;
      if (startMs - foundMs <= DAY_MS) missing.set(operation, foundMs);
    }
    try {
      // The key was replaced while these waited: the new account must neither pay for them nor see the old one's answers.
      if (this.host.account()?.id !== account.id) throw new TraceError(account === NOBODY ? 'noKey' : 'cancelled', {});
      const known = { missingRoutes: missing, pauseText: this.pauseTexts.get(account.id) };
      const task = fetchPaid(account, request, known, (atMs) => this.host.toLimits(atMs));
      const fetched = await this.host.run(task, account, sent);
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
    for (const [identifier, outcome] of outcomes) memory.remember(identifier, outcome);
  }
}

/** A known answer replaces a new one that failed. */
function serving(fetched: LookupOutcome, known: LookupOutcome | undefined): LookupOutcome {
  return fetched.is === 'failed' && known !== undefined ? known : fetched;
}

function asOf(outcome: LookupOutcome | undefined): number {
  return outcome !== undefined && 'asOfMs' in outcome ? outcome.asOfMs : -Infinity;
}
