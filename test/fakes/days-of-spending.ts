/** What formulas may spend in a file, as it is stored. */
export type Policy =
  | { readonly mode: 'freely' }
  | { readonly mode: 'daily'; readonly limit: number }
  | { readonly mode: 'onRequest' };

const DAY_MS = 86_400_000;

/**
 * The service's charges of each day (UTC), checked against the limits in force. It does not know any ledger: only the
 * actual charges count.
 */
export class DaysOfSpending {
  private day = -1;
  private total = 0;
  /** What an earlier policy of today allowed, and approved credits that may still be unused. */
  private before = 0;
  /** What a user has approved today. */
  private agreed = 0;
  private lastAgreed = 0;
  private policy: Policy;

  constructor(
    policy: Policy,
    private ownerLimit: number | null,
  ) {
    this.policy = policy;
  }

  setPolicy(policy: Policy): void {
    this.policy = policy;
    this.before = this.total + this.lastAgreed - this.agreed;
  }

  setOwnerLimit(credits: number | null): void {
    this.ownerLimit = credits;
  }

  agree(credits: number, nowMs: number): void {
    this.turnTo(nowMs);
    this.agreed += credits;
    this.lastAgreed = credits;
  }

  /** Throws if a charge exceeds a limit. @param atMs when it was sent */
  charge(credits: number, atMs: number): void {
    if (credits === 0) return;
    this.turnTo(atMs);
    this.total += credits;
    const { total, before, agreed, ownerLimit, policy } = this;
    if (ownerLimit !== null && total > ownerLimit) throw new Error(`${total} charged, the owner allows ${ownerLimit}`);
    if (policy.mode === 'freely') return;
    const limit = Math.max(policy.mode === 'daily' ? policy.limit : 0, before);
    if (total > limit + agreed) {
      throw new Error(`${total} charged, the file allows ${limit}, and ${agreed} were agreed to`);
    }
  }

  private turnTo(atMs: number): void {
    const day = Math.floor(atMs / DAY_MS);
    if (day === this.day) return;
    // A request granted by an approval just before midnight may be sent again just after.
    const isJustAfter = day === this.day + 1 && atMs % DAY_MS < 2 * 60_000;
    this.agreed = this.lastAgreed = isJustAfter ? this.lastAgreed : 0;
    this.day = day;
    this.total = this.before = 0;
  }
}
