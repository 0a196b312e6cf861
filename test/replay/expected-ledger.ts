import type { Policy } from './history';
import type { Billed } from './model-api';
import { partnersOf } from './model-companies';
import { numberOf } from './workbook';

const DAY_MS = 86_400_000;
const PAID_FOR_DAYS = 30;

export interface Charge {
  readonly number: number;
  /** The input that it was charged for. */
  readonly identifier: string;
  readonly kind: Billed['operation'];
  readonly accountId: string;
}

interface Noted extends Charge {
  readonly epoch: number;
  isSeen: boolean;
  /** Another file on the same device was fetching at the same time; each knows only its own that are under way. */
  readonly isApart: boolean;
}

/** What one device should know of its spending: each charge of the service that it could not take for paid already. */
export class ExpectedLedger {
  private readonly charges: Noted[] = [];
  /** The day on which a company counts as paid for, by account and number. */
  private readonly paidOn = new Map<string, number>();
  private epoch = 0;
  private day = -1;
  /** On which the limit began that counts: it stays where a clock was set back by one, as the ledger does. */
  private dayOfLimit = -1;
  /** The highest limit of that day. Approved credits come on top of it. */
  private limit = Infinity;
  private agreed = 0;
  private policy: Policy = { mode: 'freely' };

  /** A day of the device, or the same day after its clock was set back and forth. */
  turnTo(nowMs: number): void {
    const day = Math.floor(nowMs / DAY_MS);
    if (day === this.day) return;
    this.day = day;
    this.epoch += 1;
    if (day === this.dayOfLimit || day === this.dayOfLimit - 1) return;
    this.dayOfLimit = day;
    this.limit = allowedBy(this.policy);
    this.agreed = 0;
  }

  setPolicy(policy: Policy): void {
    this.policy = policy;
    this.limit = Math.max(this.limit, allowedBy(policy));
  }

  agree(credits: number): void {
    this.agreed += credits;
  }

  /** An answer came, with what the service charged for it. */
  note(answer: Billed, accountId: string, isSeen: (charge: Charge) => boolean, isApart: boolean): void {
    for (const identifier of answer.asked) {
      const number = numberOf(identifier);
      if (number === null || answer.status !== 200) continue;
      const companies = answer.operation === 'partners' ? [number, ...partnersOf(number)] : [number];
      for (const company of companies) {
        const charge = { number: company, identifier, kind: answer.operation, accountId };
        const name = `${accountId}|${company}`;
        const paidDay = this.paidOn.get(name) ?? -Infinity;
        const isBelieved = this.day - paidDay < PAID_FOR_DAYS;
        const seen = isSeen(charge);
        if (!isBelieved && answer.charged.includes(company)) {
          this.charges.push({ ...charge, epoch: this.epoch, isSeen: seen, isApart });
        }
        // What was not seen may still have been booked, just before the host was stopped.
        if (!isBelieved) this.paidOn.set(name, this.day);
      }
    }
  }

  /** What the counters of today show at least. */
  leastCounted(accountId: string): number {
    return new Set(
      this.today(accountId)
        .filter(({ isSeen }) => isSeen)
        .map(({ number }) => number),
    ).size;
  }

  /** Why more was spent than is allowed; `null`: it was not. Partners are not known before they are paid for. */
  overspent(accountId: string): string | null {
    const counted = this.today(accountId).filter(
      ({ isSeen, isApart, kind, number, identifier }) =>
        isSeen && !isApart && (kind === 'company' || numberOf(identifier) === number),
    );
    const allowed = this.limit + this.agreed;
    return counted.length > allowed ? `${counted.length} spent of ${allowed} allowed` : null;
  }

  private today(accountId: string): readonly Noted[] {
    return this.charges.filter((charge) => charge.epoch === this.epoch && charge.accountId === accountId);
  }
}

function allowedBy(policy: Policy): number {
  return policy.mode === 'freely' ? Infinity : policy.mode === 'daily' ? policy.limit : 0;
}
