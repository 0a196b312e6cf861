import { costOfRunAnswers, type AnswersCost } from '../../shared/panel';
import { decideGrant, DEFAULT_POLICY, NO_SPENDING, PaidCompanies } from '../../shared/formulas';
import type { Account, Asked, CreditsPorts, Grant } from '../../shared/ports';
import type { Call } from './call';

const FRESH_FOR_MS = 60_000;

/**
 * What the user's account had paid for when the run began, so that each block is granted and counted without asking.
 * Payments by others since then make the price too high; the document's own ledger is exact.
 */
export class RunLedger {
  private known: { readonly accountId: string; readonly atMs: number; readonly paid: Promise<PaidCompanies> } | null =
    null;

  constructor(private readonly call: Call) {}

  /** Reports which account has the ledger when something begins. */
  begin(account: Account | null): void {
    const isOld = this.known === null || Date.now() - this.known.atMs > FRESH_FOR_MS;
    if (isOld || account?.id !== this.known?.accountId) this.known = null;
    if (account === null || this.known !== null) return;
    const paid = this.call('bulkPaid').then((days) => new PaidCompanies(new Map(days)));
    this.known = { accountId: account.id, atMs: Date.now(), paid };
    // The caller gets the failure.
    paid.catch(() => (this.known = null));
  }

  /** Throws the script's error. */
  paid(): Promise<PaidCompanies> {
    return this.known?.paid ?? Promise.resolve(new PaidCompanies());
  }

  /** A run keeps its own limit. For anybody else the ledger is the document's, which is not here, and nothing is granted. */
  async reserve({ request }: Asked<CreditsPorts, 'reserve'>): Promise<Grant> {
    const ledger = { policy: DEFAULT_POLICY, ownerLimit: 0, counters: NO_SPENDING, paid: await this.paid() };
    return decideGrant(ledger, request, Date.now());
  }

  async settle({ kind, outcomes }: Asked<CreditsPorts, 'settle'>): Promise<AnswersCost> {
    return costOfRunAnswers(await this.paid(), kind, outcomes, Date.now());
  }
}
