import type { ClientPorts } from '../client/ports';
import { DAY_MS, FREE_FOR_DAYS } from '../days';
import type { Async } from '../task';
import type { CreditsPorts } from './ports';

/** The price of companies that the user asks for in the panel: a credit each, once within 30 days. */
export interface CompanyPrice {
  /** The most credits. */
  readonly credits: number;
  /** Until when it is free (milliseconds since 1970); `null`: it is not free, or only today. */
  readonly freeUntilMs: number | null;
}

/** The price in credits. @param arePaid for each company, whether it is paid for */
export function priceOfCompanies(arePaid: readonly boolean[]): number {
  return arePaid.filter((isPaid) => !isPaid).length;
}

/** The price of companies given what this account has paid for, and until when they will be free. */
export async function priceAgain(
  ports: Async<Pick<CreditsPorts, 'paid'> & Pick<ClientPorts, 'now'>>,
  companies: readonly string[],
): Promise<CompanyPrice> {
  const isPaid = await ports.paid({ identifiers: companies });
  const credits = priceOfCompanies(companies.map((company) => isPaid.has(company)));
  if (credits > 0 || companies.length === 0) return { credits, freeUntilMs: null };
  const nowMs = await ports.now();
  let [free, charged] = [0, FREE_FOR_DAYS + 1];
  while (charged - free > 1) {
    const day = Math.floor((free + charged) / 2);
    const still = await ports.paid({ identifiers: companies, atMs: nowMs + day * DAY_MS });
    if (companies.every((company) => still.has(company))) free = day;
    else charged = day;
  }
  return { credits, freeUntilMs: free === 0 ? null : nowMs + free * DAY_MS };
}
