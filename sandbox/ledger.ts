import { Refusal, flatError } from './refusal';
import type { Reply } from './reply';

/** How long a company stays paid for; https://docs.tracedata.ai/credits/. */
const FREE_FOR_MS = 30 * 86_400_000;

/**
 * The organization's credits: one for each company that was not paid for within the last 30 days, whatever the call.
 * All companies of a call are charged, or none; https://docs.tracedata.ai/credits/.
 */
export class Ledger {
  /** When each company was paid for, by id. The only data here that grows with the companies asked for. */
  private readonly paidAt = new Map<number, number>();

  constructor(private credits: number) {}

  get balance(): number {
    return this.credits;
  }

  get chargedCompanies(): number {
    return this.paidAt.size;
  }

  /** How many credits an answer with these companies costs now. Repeated companies are charged once. */
  costOf(companyIds: readonly number[], nowMs: number): number {
    return this.unpaid(companyIds, nowMs).length;
  }

  /** Charges an answer and returns what it cost. Throws a 402, and charges nothing, if there are too few credits. */
  charge(companyIds: readonly number[], nowMs: number): number {
    const unpaid = this.unpaid(companyIds, nowMs);
    if (unpaid.length > this.credits) throw new Refusal(creditExhausted(unpaid.length, this.credits));
    for (const id of unpaid) this.paidAt.set(id, nowMs);
    this.credits -= unpaid.length;
    return unpaid.length;
  }

  private unpaid(companyIds: readonly number[], nowMs: number): readonly number[] {
    return [...new Set(companyIds)].filter((id) => {
      const paidAt = this.paidAt.get(id);
      return paidAt === undefined || nowMs - paidAt >= FREE_FOR_MS;
    });
  }
}

/** https://docs.tracedata.ai/credits/ */
export function creditExhausted(requested: number, balance: number): Reply {
  const message = 'Insufficient credits to complete this request.';
  return flatError(402, 'credit_exhausted', message, { requested, shortfall: requested - balance });
}
