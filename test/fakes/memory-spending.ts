import type { LookupKind, LookupOutcome } from '../../shared/records/outcome';
import { PaidCompanies } from '../../shared/credits/paid-companies';
import { decideGrant, toSettled, withGrant, type Grant, type SpendRequest } from '../../shared/credits/ledger';
import { NO_SPENDING, type SpendCounters, type SpendPolicy } from '../../shared/credits/daily-spending';

/** A host's record of an account's spending. Nothing is limited unless a test says so. */
export class MemorySpending {
  policy: SpendPolicy = { mode: 'freely' };
  ownerLimit: number | null = null;
  counters: SpendCounters = NO_SPENDING;
  paid = new PaidCompanies();

  reserve(request: SpendRequest, nowMs: number): Grant {
    const grant = decideGrant(this, request, nowMs);
    this.counters = withGrant(this.counters, grant, nowMs);
    return grant;
  }

  settle(grant: Grant, kind: LookupKind, outcomes: ReadonlyMap<string, LookupOutcome>, nowMs: number): number {
    const { counters, credits } = toSettled(this, grant, kind, outcomes, nowMs);
    this.counters = counters;
    return credits;
  }
}
