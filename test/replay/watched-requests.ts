import type { Device, ExcelPage, SentRequest } from './excel-page';
import { KnownAnswers } from './known-answers';
import type { Billed, ModelResponse } from './model-api';
import type { Verdict } from './verdict';
import { FORMULAS, identifierOf, type Cell } from './workbook';

const DAY_MS = 86_400_000;

/** What pages ask the service for: only what cells need, nothing that is under way or fresh, and nothing twice for money. */
export class WatchedRequests {
  private readonly known = new Map<Device, KnownAnswers>();
  private readonly learnt = new Map<ExcelPage, KnownAnswers>();
  private readonly underWay = new Map<ExcelPage, Set<string>>();
  /** What is asked for in this calculation, by kind and identifier, and the least age that is taken. */
  private wanted = new Map<string, number>();

  constructor(private readonly verdict: Verdict) {}

  open(page: ExcelPage): void {
    this.learnt.set(page, new KnownAnswers());
    this.underWay.set(page, new Set());
    if (!this.known.has(page.device)) this.known.set(page.device, new KnownAnswers());
  }

  /** A calculation has ended as it should: what was learnt is there next time. */
  close(page: ExcelPage): void {
    if (!page.device.databases.isRefused) this.known.get(page.device)!.add(this.learnt.get(page)!);
  }

  begin(cells: readonly Cell[]): void {
    this.wanted = wantedBy(cells);
  }

  sent(page: ExcelPage, request: SentRequest): void {
    const { kind, accountId } = request;
    const nowMs = page.device.nowMs();
    const underWay = this.underWay.get(page)!;
    for (const identifier of request.asked) {
      const name = `${kind}|${identifier}`;
      const maxAgeMs = this.wanted.get(name);
      if (maxAgeMs === undefined) this.fail(`${name} is asked for, and no cell asks for it`);
      if (underWay.has(`${accountId}|${name}`)) this.fail(`${name} is asked for while it is under way`);
      underWay.add(`${accountId}|${name}`);
      for (const known of this.knownOf(page)) {
        if (known.isFresh(accountId, kind, identifier, maxAgeMs ?? 0, nowMs))
          this.fail(`${name} is fresh, and asked for`);
      }
    }
  }

  answered(page: ExcelPage, request: SentRequest, answer: Billed, response: ModelResponse | null): void {
    const { accountId, kind, asked } = request;
    for (const identifier of asked) {
      this.underWay.get(page)!.delete(`${accountId}|${kind}|${identifier}`);
      const wasFound = this.knownOf(page).some((known) => known.isFound(accountId, kind, identifier));
      const number = Number(/^company-(\d+)/.exec(identifier)?.[1] ?? 0);
      const isPaidAgain = answer.charged.includes(number) && this.wanted.get(`${kind}|${identifier}`) !== DAY_MS;
      if (wasFound && isPaidAgain) this.fail(`${kind}|${identifier} was known and is paid for again`);
    }
    this.learnt.get(page)!.learn(answer, response, accountId, page.device.nowMs());
  }

  private knownOf(page: ExcelPage): readonly KnownAnswers[] {
    return [this.learnt.get(page)!, this.known.get(page.device)!];
  }

  private fail(sentence: string): void {
    this.verdict.fail(sentence);
  }
}

function wantedBy(cells: readonly Cell[]): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const { input, formula } of cells) {
    const identifier = input === '' ? null : identifierOf(input);
    const { lookup, isAgeAsked } = FORMULAS[formula];
    if (identifier === null) continue;
    const name = `${lookup}|${identifier}`;
    wanted.set(name, Math.min(wanted.get(name) ?? Infinity, isAgeAsked ? DAY_MS : 30 * DAY_MS));
  }
  return wanted;
}
