import { letGoOfRecord } from '../credits/charges';
import { toTraceError, type TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';
import { everyOne, type LookupOutcome, type PartialList, partialOf } from '../records/outcome';
import { isOfCredits } from './refusals';
import { BATCH_SIZE } from './read-replies';
import type { SentAll } from './fetch-records';
import type { WaitingCompany } from './waiting-company';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What the sender needs from its host: timers, requests, and a limit on batches in flight. */
export interface SendingHost {
  /** Calls back after `afterMs` milliseconds. */
  schedule(callback: () => void, afterMs: number): void;
  /** Milliseconds since 1970. */
  nowMs(): number;
  /**
   * Returns one outcome for each needed identifier, and for each `ifFree` one that turns out to be free. Never
   * rejects.
   *
   * @param sentAll must be called once nothing more will be sent
   */
  fetch(wanted: Wanted, sentAll: SentAll): Promise<Outcomes>;
  readonly atOnce: AtOnce;
}

/** What to look up, and what to look up only if it is free. */
interface Wanted {
  readonly needed: readonly string[];
  readonly ifFree: readonly string[];
  /** Lists that were read only in part. */
  readonly read: ReadonlyMap<string, PartialList>;
  /** Needed lookups that only a batch can answer. */
  readonly onlyInBatch: ReadonlySet<string>;
}

/** Sends lookups in batches that are as full as possible. */
export class BatchSender {
  private pending: WaitingCompany[] = [];
  /**
   * How many lookups at the end of `pending` are not in a batch yet. Removing batched ones each time would shift the
   * whole array.
   */
  private unbatched = 0;
  /** How many windows still gather lookups, plus one while the quiet period lasts. */
  private gathering = 0;
  private readonly quiet: Quiet;
  /** How many batches are not full and wait for more lookups. */
  private waiting = 0;
  /** Whether pending lookups have waited long enough to be sent even while others gather. */
  private isDue = false;
  /** An error that every pending lookup would get too. */
  private stop: TraceError | null = null;

  /** @param answer settles a company with its fetched outcome, if any. Later cells ask again */
  constructor(
    private readonly host: SendingHost,
    private readonly answer: (company: WaitingCompany, fetched?: LookupOutcome) => void,
  ) {
    this.quiet = new Quiet(host, () => this.endQuiet());
  }

  /** Announces lookups. {@link BatchSender.add} or {@link BatchSender.endGathering} must follow. */
  beginGathering(): void {
    this.gathering += 1;
  }

  /**
   * A batch is made only when it can be sent, and one that is not full waits while lookups still gather. So a slow
   * machine sends no more requests than a fast one.
   */
  add(pending: readonly WaitingCompany[]): void {
    for (const each of pending) this.pending.push(each);
    this.unbatched += pending.length;
    if (pending.length > 0 && this.quiet.come()) this.gathering += 1;
    this.endGathering(Math.ceil(pending.length / BATCH_SIZE));
  }

  private endQuiet(): void {
    this.isDue = this.unbatched > 0;
    this.endGathering(0);
  }

  endGathering(batches: number): void {
    this.gathering -= 1;
    const sends = batches + this.waiting;
    this.waiting = 0;
    for (let sent = 0; sent < sends; sent += 1) void this.host.atOnce((received) => this.sendNext(received));
  }

  private async sendNext(received: () => void): Promise<void> {
    if (this.unbatched < BATCH_SIZE && this.gathering > 0 && !this.isDue) {
      this.waiting += 1;
      return;
    }
    const batch = this.takePending();
    this.isDue &&= this.unbatched > 0;
    this.quiet.goOn();
    if (batch.length === 0) {
      // Every lookup that waited behind the failure is settled; later ones ask the service again.
      if (this.unbatched === 0) this.stop = null;
      return;
    }
    const identifiers = batch.map(({ identifier }) => identifier);
    let areLetGo = false;
    const sentAll: SentAll = (stop, brought) => {
      this.stop ??= stop;
      received();
      areLetGo = true;
      // Cells read these before the next batch arrives: the garbage collector copies records that wait.
      for (const company of batch) {
        const outcome = brought.get(company.identifier);
        if (!hasText(outcome)) continue;
        company.read(outcome);
        letGoOfRecord(outcome);
      }
    };
    let outcomes: Outcomes;
    try {
      outcomes =
        this.stop === null
          ? await this.host.fetch(toWanted(batch, this.host.nowMs()), sentAll)
          : everyOne(identifiers, { is: 'failed', error: this.stop });
      this.stop ??= commonFailure(outcomes, identifiers);
      if (this.unbatched === 0) this.stop = null;
    } catch (thrown) {
      outcomes = everyOne(identifiers, { is: 'failed', error: toTraceError(thrown) });
    }
    for (const company of batch) this.answer(company, outcomes.get(company.identifier));
    // The promise that brought the records may be in the garbage collector's old space, and would keep them there
    // too.
    if (!areLetGo) for (const outcome of outcomes.values()) if (hasText(outcome)) letGoOfRecord(outcome);
  }

  /** The next 100 companies that a cell still waits for. */
  private takePending(): readonly WaitingCompany[] {
    const batch: WaitingCompany[] = [];
    const nowMs = this.host.nowMs();
    while (batch.length < BATCH_SIZE && this.unbatched > 0) {
      const next = this.pending[this.pending.length - this.unbatched]!;
      this.unbatched -= 1;
      // Cells may have joined or left since the company was added.
      if (next.verdictAt(nowMs) === 'fresh') this.answer(next);
      else batch.push(next);
    }
    if (this.unbatched === 0) this.pending = [];
    return batch;
  }
}

/** Whether a company was found and the text of its record is known. */
function hasText(outcome: LookupOutcome | undefined): outcome is LookupOutcome & { readonly is: 'found' } {
  return outcome?.is === 'found' && outcome.text !== undefined;
}

function toWanted(batch: readonly WaitingCompany[], nowMs: number): Wanted {
  const wanted = { needed: [] as string[], ifFree: [] as string[] };
  const read = new Map<string, PartialList>();
  const onlyInBatch = new Set<string>();
  for (const company of batch) {
    const { identifier, stored } = company;
    wanted[company.verdictAt(nowMs) === 'needed' ? 'needed' : 'ifFree'].push(identifier);
    const partial = partialOf(stored);
    if (partial !== null) read.set(identifier, partial);
    if (company.needsBatch) onlyInBatch.add(identifier);
  }
  return { ...wanted, read, onlyInBatch };
}

/** A failure shared by a whole batch, which the next batches would meet too. */
function commonFailure(outcomes: Outcomes, identifiers: readonly string[]): TraceError | null {
  const first = outcomes.get(identifiers[0] ?? '');
  if (first?.is !== 'failed' || isOfCredits(first.error)) return null;
  return traitsOf(first.error).ends === 'all' ? first.error : null;
}

/**
 * Work that needs a free slot.
 *
 * @param received must be called once the service has answered and nothing more will be sent; only saving remains
 */
export type Work = (received: () => void) => Promise<void>;

/** Starts work once a slot is free. */
export type AtOnce = (work: Work) => Promise<void>;

/**
 * Excel passes the cells of one recalculation in several messages. Microsoft's own sample waits this long for them:
 * https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-batching.
 */
const QUIET_MS = 100;
/** The first cell must not wait longer, however many follow. */
const AT_MOST_MS = 400;

/** Notices when no more cells follow. */
class Quiet {
  private isAwaited = false;
  private hasCome = false;
  private sinceMs = 0;

  /** @param ended called 100 ms after the last cell, or 400 ms after the first that still waits */
  constructor(
    private readonly host: Pick<SendingHost, 'schedule' | 'nowMs'>,
    private readonly ended: () => void,
  ) {}

  /** Notes that a cell has come. @returns whether it is the first one, so that `ended` will be called */
  come(): boolean {
    if (this.isAwaited) {
      this.hasCome = true;
      return false;
    }
    this.isAwaited = true;
    this.goOn();
    this.listen();
    return true;
  }

  /** Starts counting again: the cells that came so far no longer wait. */
  goOn(): void {
    this.sinceMs = this.host.nowMs();
  }

  private listen(): void {
    this.hasCome = false;
    this.host.schedule(() => {
      if (this.hasCome && this.host.nowMs() - this.sinceMs < AT_MOST_MS) return this.listen();
      this.isAwaited = false;
      this.ended();
    }, QUIET_MS);
  }
}
