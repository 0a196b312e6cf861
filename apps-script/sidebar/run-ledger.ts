import { costOfRunAnswers, type AnswersCost } from '../../shared/panel';
import { decideGrant, DEFAULT_POLICY, NO_SPENDING, PaidCompanies } from '../../shared/formulas';
import type { Account, Asked, CreditsPorts, Grant } from '../../shared/ports';
import type { Call } from './call';

const FRESH_FOR_MS = 60_000;

/**
 * What the user's account had paid for when the enrichment began, so that each block is granted and counted without
 * asking. Payments by others since then make the price too high; the document's own ledger is exact.
 */
export class RunLedger {
  private known: { readonly account: Account | null; readonly atMs: number; readonly paid: PaidCompanies } | null =
    null;

  constructor(private readonly call: Call) {}

  /** Asks which account has the ledger, and what it has paid for. */
  async begin(): Promise<Account | null> {
    const { account, days } = await this.call('bulkPaid');
    this.known = { account, atMs: Date.now(), paid: new PaidCompanies(new Map(days)) };
    return account;
  }

  /** The account, as asked for a moment ago, or when the enrichment began. */
  async account(): Promise<Account | null> {
    const isFresh = this.known !== null && Date.now() - this.known.atMs <= FRESH_FOR_MS;
    return isFresh ? this.known!.account : this.begin();
  }

  paid(): PaidCompanies {
    return this.known?.paid ?? new PaidCompanies();
  }

  /**
   * An enrichment has its own limit. Others depend on the document's ledger, which is not available here, so nothing
   * is granted to them.
   */
  async reserve({ request }: Asked<CreditsPorts, 'reserve'>): Promise<Grant> {
    const ledger = { policy: DEFAULT_POLICY, ownerLimit: 0, counters: NO_SPENDING, paid: this.paid() };
    return decideGrant(ledger, request, Date.now());
  }

  async settle({ kind, outcomes }: Asked<CreditsPorts, 'settle'>): Promise<AnswersCost> {
    return costOfRunAnswers(this.paid(), kind, outcomes, Date.now());
  }
}
