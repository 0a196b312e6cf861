import { chargedCompanies } from '../../shared/panel';
import { decideGrant, NO_SPENDING, PaidCompanies } from '../../shared/formulas';
import type { Account, Asked, CreditsPorts, Grant } from '../../shared/ports';
import type { Call } from './call';

const FRESH_FOR_MS = 60_000;

/**
 * What the user's account has paid for, as the document knew it when the run began: so each block is granted and counted
 * without asking. What others pay for meanwhile makes it err upwards; the document's own books are exact.
 */
export class RunBooks {
  private known: { readonly accountId: string; readonly atMs: number; readonly paid: Promise<PaidCompanies> } | null =
    null;

  constructor(private readonly call: Call) {}

  /** To be told whose books they are when something begins. */
  begin(account: Account | null): void {
    const isOld = this.known === null || Date.now() - this.known.atMs > FRESH_FOR_MS;
    if (isOld || account?.id !== this.known?.accountId) this.known = null;
    if (account === null || this.known !== null) return;
    const paid = this.call('bulkPaid').then((days) => new PaidCompanies(new Map(days)));
    this.known = { accountId: account.id, atMs: Date.now(), paid };
    // Whoever asks for it hears of it.
    paid.catch(() => (this.known = null));
  }

  /** Throws what the script does where it does not tell. */
  paid(): Promise<PaidCompanies> {
    return this.known?.paid ?? Promise.resolve(new PaidCompanies());
  }

  async reserve({ request }: Asked<CreditsPorts, 'reserve'>): Promise<Grant> {
    const paid = await this.paid();
    return decideGrant(
      { policy: { mode: 'freely' }, ownerLimit: null, counters: NO_SPENDING, paid },
      request,
      Date.now(),
    );
  }

  /** @returns the companies that were charged for */
  async settle({ kind, outcomes }: Asked<CreditsPorts, 'settle'>): Promise<readonly string[]> {
    const companies = [...outcomes].flatMap(([identifier, outcome]) => chargedCompanies(kind, identifier, outcome));
    return (await this.paid()).pay(companies, Date.now());
  }
}
