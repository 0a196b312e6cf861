import { AnswerTally } from '../fetch/answer-tally';
import { companiesNext, COMPANIES_AT_ONCE } from '../fetch/fetch-records-of-run';
import { endPrefetch, findAnswers, mayPrefetch, newPrefetch } from '../fetch/prefetch';
import { runLimits } from '../fetch/waits';
import type { Fetching } from '../fetch/fetch-kind';
import type { Choice } from '../plan/column-spec';
import { toAnswer, type RunAnswer } from './run-answer';
import type { RunPorts } from '../sheet/ports';
import type { Account } from '../../records/account';
import type { AnswersPort, SpentNow } from '../ports';
import type { Spending } from '../spending';

/** Answers of the service, saved ones first, within the spending limit. */
export class CompanyAnswers implements AnswersPort {
  private readonly fetching: Fetching;
  private readonly prefetch = newPrefetch();
  private readonly tally = new AnswerTally();

  constructor(
    ports: RunPorts,
    payer: Account,
    maxAgeMs: number,
    readonly choices: readonly Choice[],
    private readonly spending: Spending,
  ) {
    const { budget } = spending;
    const { tally } = this;
    this.fetching = { ports, payer, maxAgeMs, budget, toLimits: runLimits, missingRoutes: new Map(), tally };
  }

  async find(
    next: readonly string[],
    later: readonly string[],
    isEnd: boolean,
  ): Promise<ReadonlyMap<string, RunAnswer>> {
    // Nothing is fetched ahead if its price is unknown.
    const wishes = mayPrefetch(this) ? { next, later, isEnd } : { next, later: [], isEnd: isEnd && later.length === 0 };
    const found = await findAnswers(this.runner, wishes);
    return new Map([...found].map(([name, answer]) => [name, toAnswer(this.choices, answer)]));
  }

  async end(): Promise<void> {
    await endPrefetch(this.runner);
    // Answers that arrived count; the others stay in doubt. A page that has continued since keeps its own count.
    await this.spending.note().catch(() => undefined);
  }

  rowsNext(done: number): number {
    return mayPrefetch(this) ? COMPANIES_AT_ONCE : companiesNext(done);
  }

  shown(names: Iterable<string>): void {
    this.tally.show(names);
  }

  spent(): SpentNow {
    const { charged } = this.spending.budget;
    // Some companies may have been paid for before.
    return { charged, saved: Math.min(this.tally.worth, charged) };
  }

  private get runner() {
    const { choices, fetching, prefetch, spending } = this;
    return { choices, fetching, prefetch, note: () => spending.note() };
  }
}
