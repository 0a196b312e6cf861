import { toTraceError } from '../errors/trace-error';
import type { LookupOutcome } from '../records/outcome';
import { BatchSender, type SendingHost } from './batch-sender';
import { type WaitingCell, WaitingCompany } from './waiting-company';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What a queue needs: how to wait for other cells, how to ask, and how many batches may be under way. */
export interface QueueHost extends SendingHost {
  /** The saved answers, fresh or stale. Never rejects. */
  recall(identifiers: readonly string[]): Promise<Outcomes>;
}

/** Excel calls all cells of one message in one loop. Saved answers are shown after it. */
const WINDOW_MS = 25;

/** Reading ten thousand saved answers at once would block the page. */
const RECALLED_AT_ONCE = 1_000;

/** The look-ups of one kind, for one account, that wait to be asked together. */
export class BatchQueue {
  /** Look-ups that gather until the window ends. */
  private window: WaitingCompany[] | null = null;
  /** Those that gather or are under way. Settled ones stay a while: each removal would be another search. */
  private asked: WaitingCompany[] = [];
  /** How many of these are not settled. */
  private unsettled = 0;
  /** The same by identifier, once a cell comes that may wait for one of them: most columns are a single formula. */
  private companies: Map<string, WaitingCompany> | null = null;
  private readonly sender: BatchSender;

  constructor(private readonly host: QueueHost) {
    this.sender = new BatchSender(host, (company, fetched) => this.answer(company, fetched));
  }

  /**
   * If the queue fails, the cell is answered with the error, and the queue can be asked again.
   *
   * @param identifiers each once: among themselves they are not compared
   * @param cell is told the outcome of each identifier
   */
  ask(identifiers: readonly string[], cell: WaitingCell): void {
    const cells = [cell];
    const isIdle = this.unsettled === 0;
    if (!isIdle) this.companies ??= byIdentifier(this.asked);
    for (const identifier of identifiers) {
      const known = isIdle ? undefined : this.companies?.get(identifier);
      if (known !== undefined && !known.isSettled) known.join(cell);
      else this.gather(new WaitingCompany(identifier, cells));
    }
  }

  private gather(company: WaitingCompany): void {
    (this.window ??= this.openWindow()).push(company);
    this.asked.push(company);
    this.companies?.set(company.identifier, company);
    this.unsettled += 1;
  }

  private openWindow(): WaitingCompany[] {
    if (this.unsettled * 2 < this.asked.length) this.forgetSettled();
    const window: WaitingCompany[] = [];
    const end = new Promise<void>((resolve) => this.host.schedule(resolve, WINDOW_MS));
    this.sender.beginGathering();
    void this.dispatch(window, end);
    return window;
  }

  /** Answers what the store knows, and passes the rest on to be sent. */
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
    this.unsettled -= 1;
    company.finish(fetched);
    if (this.unsettled === 0) this.forgetSettled();
  }

  private forgetSettled(): void {
    this.asked = this.asked.filter((company) => !company.isSettled);
    if (this.companies !== null) this.companies = this.unsettled === 0 ? null : byIdentifier(this.asked);
  }

  /** In parts, so that the page can respond in between. */
  private async recallInParts(identifiers: readonly string[]): Promise<Outcomes> {
    const outcomes = new Map<string, LookupOutcome>();
    for (let start = 0; start < identifiers.length; start += RECALLED_AT_ONCE) {
      const part = await this.host.recall(identifiers.slice(start, start + RECALLED_AT_ONCE));
      for (const [identifier, outcome] of part) outcomes.set(identifier, outcome);
    }
    return outcomes;
  }
}

const byIdentifier = (companies: readonly WaitingCompany[]): Map<string, WaitingCompany> =>
  new Map(companies.map((company) => [company.identifier, company]));
