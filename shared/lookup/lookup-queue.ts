import DataLoader from 'dataloader';
import type { LimitFunction } from 'p-limit';
import { toTraceError, TraceError } from '../errors';
import { STOPS_ALL } from './fetch-records';
import { BATCH_SIZE } from './questions';
import type { LookupOutcome } from './outcome';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What a queue needs: how to wait for the other cells, how to ask, and how many batches may be under way. */
export interface QueueHost {
  schedule(callback: () => void): void;
  /** One outcome for each identifier, never a rejection. */
  fetch(identifiers: readonly string[]): Promise<Outcomes>;
  readonly limit: LimitFunction;
}

/** A company whose batch is put together; `outcome` is settled when that batch is. */
interface Waiting {
  readonly outcome: Promise<LookupOutcome>;
}

const NONE: Outcomes = new Map();

/** The look-ups of one kind for one account that wait to be asked together. */
export class LookupQueue {
  private readonly gathered: DataLoader<string, Waiting>;
  /** How many cells wait for a company. */
  private readonly interest = new Map<string, number>();

  constructor(private readonly host: QueueHost) {
    this.gathered = new DataLoader((identifiers) => Promise.resolve(this.dispatch(identifiers)), {
      batchScheduleFn: (callback) => host.schedule(callback),
    });
  }

  /** Counts one cell as waiting for these companies, until what it returns is called. */
  hold(identifiers: readonly string[]): () => void {
    for (const identifier of identifiers) this.interest.set(identifier, (this.interest.get(identifier) ?? 0) + 1);
    let isHeld = true;
    return () => {
      if (isHeld) for (const identifier of identifiers) this.letGo(identifier);
      isHeld = false;
    };
  }

  /** Never rejects; a queue that breaks down answers the cell that waits, and can be asked again. */
  async load(identifier: string): Promise<LookupOutcome> {
    try {
      const { outcome } = await this.gathered.load(identifier);
      return await outcome;
    } catch (thrown) {
      this.gathered.clear(identifier);
      return { is: 'failed', error: toTraceError(thrown) };
    }
  }

  /** Cuts what gathered into batches. */
  private dispatch(identifiers: readonly string[]): readonly Waiting[] {
    const wanted = this.keepWanted(identifiers);
    const batchOf = new Map<string, Promise<Outcomes>>();
    let stop: TraceError | null = null;
    for (let start = 0; start < wanted.length; start += BATCH_SIZE) {
      const part = wanted.slice(start, start + BATCH_SIZE);
      const batch = this.host.limit(async () => {
        const still = this.keepWanted(part);
        if (still.length === 0) return NONE;
        const outcomes = stop === null ? await this.host.fetch(still) : everyOne(still, { is: 'failed', error: stop });
        stop ??= commonFailure(outcomes, still);
        for (const identifier of still) this.gathered.clear(identifier);
        return outcomes;
      });
      for (const identifier of part) batchOf.set(identifier, batch);
    }
    return identifiers.map((identifier) => ({
      outcome: (batchOf.get(identifier) ?? Promise.resolve(NONE)).then(
        (outcomes) => outcomes.get(identifier) ?? { is: 'failed', error: new TraceError('cancelled', {}) },
      ),
    }));
  }

  /** A company that no cell waits for any more leaves the queue at once, so that the next cell starts anew. */
  private keepWanted(identifiers: readonly string[]): readonly string[] {
    return identifiers.filter((identifier) => {
      const isWanted = this.interest.has(identifier);
      if (!isWanted) this.gathered.clear(identifier);
      return isWanted;
    });
  }

  private letGo(identifier: string): void {
    const left = (this.interest.get(identifier) ?? 1) - 1;
    if (left > 0) this.interest.set(identifier, left);
    else this.interest.delete(identifier);
  }
}

export function everyOne(identifiers: readonly string[], outcome: LookupOutcome): Outcomes {
  return new Map(identifiers.map((identifier) => [identifier, outcome]));
}

/** The failure that all of a batch share and that the next batches would share too. */
function commonFailure(outcomes: Outcomes, identifiers: readonly string[]): TraceError | null {
  const first = outcomes.get(identifiers[0] ?? '');
  return first?.is === 'failed' && STOPS_ALL.has(first.error.code) ? first.error : null;
}
