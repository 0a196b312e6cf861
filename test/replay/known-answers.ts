import type { Billed, ModelResponse } from './model-api';
import { numberOf } from './workbook';

const DAY_MS = 86_400_000;

interface Known {
  readonly isFound: boolean;
  /** By the device's clock. */
  readonly asOfMs: number;
}

/** What a host has been told and must not ask for again, by account, kind and identifier. */
export class KnownAnswers {
  private readonly answers = new Map<string, Known>();

  learn(answer: Billed, response: ModelResponse | null, accountId: string, nowMs: number): void {
    if (answer.fault === 'malformed-json' || answer.fault === 'results-dropped') return;
    const isAnswered = response?.status === 200 || (response?.status === 404 && response.text.includes('company_not'));
    if (!isAnswered) return;
    for (const identifier of answer.asked) {
      const number = numberOf(identifier);
      this.answers.set(`${accountId}|${answer.operation}|${identifier}`, { isFound: number !== null, asOfMs: nowMs });
    }
  }

  /** @param maxAgeMs what the formulas take that ask */
  isFresh(accountId: string, kind: string, identifier: string, maxAgeMs: number, nowMs: number): boolean {
    const known = this.answers.get(`${accountId}|${kind}|${identifier}`);
    return known !== undefined && nowMs - known.asOfMs <= (known.isFound ? maxAgeMs : Math.min(maxAgeMs, DAY_MS));
  }

  isFound(accountId: string, kind: string, identifier: string): boolean {
    return this.answers.get(`${accountId}|${kind}|${identifier}`)?.isFound === true;
  }

  /** Also what is known under its domain of a company that was asked for by its slug. */
  add(others: KnownAnswers): void {
    for (const [name, known] of others.answers) {
      this.answers.set(name, known);
      if (known.isFound && /\|company-\d+$/.test(name)) this.answers.set(`${name}.example`, known);
    }
  }

  clear(): void {
    this.answers.clear();
  }
}
