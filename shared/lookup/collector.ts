import DataLoader from 'dataloader';
import pLimit from 'p-limit';
import type { Account, Task } from '../effects';
import { toTraceError, TraceError } from '../errors';
import { fetchRecords, STOPS_ALL, type Fetched, type FetchLimits } from './fetch-records';
import { isFresh } from './freshness';
import { LookupMemory } from './memory';
import type { LookupKind, LookupOutcome } from './outcome';
import { BATCH_SIZE } from './questions';
import { storeKey } from './stored';

/** What the collector needs of its host. */
export interface CollectorHost {
  account(): Account | null;
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** Calls back when the cells of one recalculation have had time to ask. */
  schedule(callback: () => void): void;
  run(task: Task<Fetched>): Promise<Fetched>;
  toLimits(startMs: number): FetchLimits;
}

/** Resolves once the cell that asks is gone; the collector then no longer asks on its behalf. */
export type OnCancel = (release: () => void) => void;

/** Batches that are under way at once. */
const BATCHES_AT_ONCE = 4;
const MISSING_ROUTE_MS = 86_400_000;

const NONE: ReadonlyMap<string, LookupOutcome> = new Map();

/** A domain that waits for its batch; `outcome` is settled when that batch is. */
interface Waiting {
  readonly outcome: Promise<LookupOutcome>;
}

/**
 * Gathers the look-ups of all cells of one recalculation into batches of a hundred. Equal ones are asked once, also
 * while their answer is on its way; one that no cell waits for any more leaves the queue; whoever waits is answered.
 */
export class LookupCollector {
  private readonly memory = new LookupMemory();
  private readonly queues = new Map<string, DataLoader<string, Waiting>>();
  /** How many cells wait for a store key. */
  private readonly interest = new Map<string, number>();
  private readonly missingSinceMs = new Map<string, number>();
  private readonly limit = pLimit(BATCHES_AT_ONCE);

  constructor(private readonly host: CollectorHost) {}

  /** One outcome for each identifier, never a rejection. */
  async lookup(
    kind: LookupKind,
    identifiers: readonly string[],
    maxAgeMs: number,
    onCancel: OnCancel = () => undefined,
  ): Promise<ReadonlyMap<string, LookupOutcome>> {
    const account = this.host.account();
    if (account === null) return everyOne(identifiers, { is: 'failed', error: new TraceError('noKey', {}) });
    const nowMs = this.host.nowMs();
    const outcomes = new Map<string, LookupOutcome>();
    const misses: string[] = [];
    for (const identifier of identifiers) {
      const known = this.memory.recall(storeKey(account.id, kind, identifier));
      if (known !== undefined) outcomes.set(identifier, known);
      if (known === undefined || !isFresh(known, maxAgeMs, nowMs)) misses.push(identifier);
    }
    const release = this.hold(misses.map((identifier) => storeKey(account.id, kind, identifier)));
    onCancel(release);
    const queue = this.queueOf(account, kind);
    const fetched = await Promise.all(misses.map((identifier) => waitFor(queue, identifier)));
    release();
    misses.forEach((identifier, index) => {
      const outcome = fetched[index]!;
      if (outcome.is !== 'failed' || !outcomes.has(identifier)) outcomes.set(identifier, outcome);
    });
    return outcomes;
  }

  /** What is known without asking: for previews. */
  peek(kind: LookupKind, identifiers: readonly string[]): ReadonlyMap<string, LookupOutcome> {
    const account = this.host.account();
    if (account === null) return everyOne(identifiers, { is: 'notAsked' });
    return new Map(
      identifiers.map((identifier) => [
        identifier,
        this.memory.recall(storeKey(account.id, kind, identifier)) ?? { is: 'notAsked' },
      ]),
    );
  }

  private queueOf(account: Account, kind: LookupKind): DataLoader<string, Waiting> {
    const name = `${account.id}|${kind}`;
    const known = this.queues.get(name);
    if (known !== undefined) return known;
    const queue: DataLoader<string, Waiting> = new DataLoader(
      (identifiers) => Promise.resolve(this.dispatch(queue, account, kind, identifiers)),
      { batchScheduleFn: (callback) => this.host.schedule(callback) },
    );
    this.queues.set(name, queue);
    return queue;
  }

  /** Cuts what gathered into batches; a key that no cell waits for any more leaves the queue at once. */
  private dispatch(
    queue: DataLoader<string, Waiting>,
    account: Account,
    kind: LookupKind,
    identifiers: readonly string[],
  ): readonly Waiting[] {
    const keepWanted = (part: readonly string[]): readonly string[] => {
      const isWanted = (identifier: string): boolean => this.interest.has(storeKey(account.id, kind, identifier));
      for (const identifier of part) if (!isWanted(identifier)) queue.clear(identifier);
      return part.filter(isWanted);
    };
    const wanted = keepWanted(identifiers);
    const batchOf = new Map<string, Promise<ReadonlyMap<string, LookupOutcome>>>();
    let stop: TraceError | null = null;
    for (let start = 0; start < wanted.length; start += BATCH_SIZE) {
      const part = wanted.slice(start, start + BATCH_SIZE);
      const batch = this.limit(async () => {
        const still = keepWanted(part);
        if (still.length === 0) return NONE;
        const outcomes =
          stop === null ? await this.fetch(account, kind, still) : everyOne(still, { is: 'failed', error: stop });
        stop ??= commonFailure(outcomes, still);
        for (const identifier of still) queue.clear(identifier);
        return outcomes;
      });
      for (const identifier of part) batchOf.set(identifier, batch);
    }
    return identifiers.map((identifier) => ({
      outcome: (batchOf.get(identifier) ?? Promise.resolve(NONE)).then(
        (outcomes) => outcomes.get(identifier) ?? cancelled(),
      ),
    }));
  }

  private async fetch(
    account: Account,
    kind: LookupKind,
    identifiers: readonly string[],
  ): Promise<ReadonlyMap<string, LookupOutcome>> {
    const startMs = this.host.nowMs();
    const route = `${account.id}|${kind}`;
    const usesBatch = startMs - (this.missingSinceMs.get(route) ?? -Infinity) > MISSING_ROUTE_MS;
    try {
      const fetched = await this.host.run(fetchRecords(kind, identifiers, usesBatch, this.host.toLimits(startMs)));
      if (fetched.batchIsMissing) this.missingSinceMs.set(route, startMs);
      for (const [identifier, outcome] of fetched.outcomes) {
        this.memory.remember(storeKey(account.id, kind, identifier), outcome);
      }
      return fetched.outcomes;
    } catch (thrown) {
      return everyOne(identifiers, { is: 'failed', error: toTraceError(thrown) });
    }
  }

  /** Counts a cell as waiting for these keys until it is released. */
  private hold(keys: readonly string[]): () => void {
    for (const key of keys) this.interest.set(key, (this.interest.get(key) ?? 0) + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      for (const key of keys) {
        const left = (this.interest.get(key) ?? 1) - 1;
        if (left > 0) this.interest.set(key, left);
        else this.interest.delete(key);
      }
    };
  }
}

/** Never rejects; a queue that breaks down answers the cell that waits and can be asked again. */
async function waitFor(queue: DataLoader<string, Waiting>, identifier: string): Promise<LookupOutcome> {
  try {
    const { outcome } = await queue.load(identifier);
    return await outcome;
  } catch (thrown) {
    queue.clear(identifier);
    return { is: 'failed', error: toTraceError(thrown) };
  }
}

/** The failure that all of a batch share and that the next batches would share too. */
function commonFailure(
  outcomes: ReadonlyMap<string, LookupOutcome>,
  identifiers: readonly string[],
): TraceError | null {
  const first = outcomes.get(identifiers[0] ?? '');
  if (first?.is !== 'failed' || !STOPS_ALL.has(first.error.code)) return null;
  return first.error;
}

function cancelled(): LookupOutcome {
  return { is: 'failed', error: new TraceError('cancelled', {}) };
}

function everyOne(identifiers: readonly string[], outcome: LookupOutcome): ReadonlyMap<string, LookupOutcome> {
  return new Map(identifiers.map((identifier) => [identifier, outcome]));
}
