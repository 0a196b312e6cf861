import { toTraceError } from '../errors/trace-error';
import type { LookupOutcome } from '../records/outcome';
import { BatchSender, type SendingHost } from './batch-sender';
import { type WaitingCell, WaitingCompany } from './waiting-company';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What a queue needs from its host: timers, saved answers, requests, and a limit on batches in flight. */
export interface QueueHost extends SendingHost {
  /** The saved answers, fresh or stale. Never rejects. */
  recall(identifiers: readonly string[]): Promise<Outcomes>;
}

/** Excel calls all cells of one message in a single loop. Saved answers are shown when this window ends. */
const WINDOW_MS = 25;

/** Reading 10,000 saved answers at once would block the page. */
const RECALLED_AT_ONCE = 1_000;

/** Gathers the lookups of one kind, for one account, so that they are asked together. */
export class BatchQueue {
  /** Lookups gathered until the window ends. */
  private window: WaitingCompany[] | null = null;
  /** Lookups that are gathered or in flight, by identifier. */
  private readonly asked = new Map<string, WaitingCompany>();
  private readonly sender: BatchSender;

  constructor(private readonly host: QueueHost) {
    this.sender = new BatchSender(host, (company, fetched) => this.answer(company, fetched));
  }

  /**
   * Asks for identifiers. If the queue fails, the cell receives the error, and the queue can be asked again.
   *
   * @param identifiers unique; they are not compared with each other
   * @param cell receives the outcome of each identifier
   */
  ask(identifiers: readonly string[], cell: WaitingCell): void {
    const cells = [cell];
    for (const identifier of identifiers) {
      const known = this.asked.get(identifier);
      if (known === undefined) this.gather(new WaitingCompany(identifier, cells));
      else known.join(cell);
    }
  }

  private gather(company: WaitingCompany): void {
    (this.window ??= this.openWindow()).push(company);
    this.asked.set(company.identifier, company);
  }

  private openWindow(): WaitingCompany[] {
    const window: WaitingCompany[] = [];
    const end = new Promise<void>((resolve) => this.host.schedule(resolve, WINDOW_MS));
    this.sender.beginGathering();
    void this.dispatch(window, end);
    return window;
  }

  /** Answers what the store knows, and passes the rest to the sender. */
  private async dispatch(window: readonly WaitingCompany[], end: Promise<void>): Promise<void> {
    const pending: WaitingCompany[] = [];
    try {
      await end;
      this.window = null;
      const outcomes = await this.recallInParts(window.map(({ identifier }) => identifier));
      const nowMs = this.host.nowMs();
      for (const company of window) {
        company.stored = outcomes.get(company.identifier);
        if (company.verdictAt(nowMs) === 'fresh') this.answer(company);
        else pending.push(company);
      }
    } catch (thrown) {
      if (this.window === window) this.window = null;
      this.sender.endGathering(0);
      for (const company of window) this.answer(company, { is: 'failed', error: toTraceError(thrown) });
      return;
    }
    this.sender.add(pending);
  }

  private answer(company: WaitingCompany, fetched?: LookupOutcome): void {
    if (company.isSettled) return;
    // Before it is settled: a cell may ask again at that moment.
    this.asked.delete(company.identifier);
    company.finish(fetched);
  }

  /** Reads in chunks, so that the page can respond in between. */
  private async recallInParts(identifiers: readonly string[]): Promise<Outcomes> {
    const outcomes = new Map<string, LookupOutcome>();
    for (let start = 0; start < identifiers.length; start += RECALLED_AT_ONCE) {
      const chunk = await this.host.recall(identifiers.slice(start, start + RECALLED_AT_ONCE));
      for (const [identifier, outcome] of chunk) outcomes.set(identifier, outcome);
    }
    return outcomes;
  }
}
