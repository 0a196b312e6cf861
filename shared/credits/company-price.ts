import type { ClientPorts } from '../client/ports';
import { DAY_MS, FREE_FOR_DAYS } from '../days';
import type { Async } from '../task';

/** The price of companies that the user asks for in the panel: a credit each, once within 30 days. */
export interface CompanyPrice {
  /** The most credits. */
  readonly credits: number;
  /** The number of companies that cost nothing. */
  readonly free: number;
  /** When the first of these costs a credit again, in milliseconds since 1970; `null`: today, or none is free. */
  readonly freeUntilMs: number | null;
}

/** The price in credits. @param arePaid for each company, whether it is paid for */
export function priceOfCompanies(arePaid: readonly boolean[]): number {
  return arePaid.filter((isPaid) => !isPaid).length;
}

interface PaidPort {
  /** Which companies are still paid for at a time (milliseconds since 1970); absent: now. */
  readonly paid: (asked: { readonly identifiers: readonly string[]; readonly atMs?: number }) => ReadonlySet<string>;
}

/** The price of companies given what this account has paid for, and until when they will be free. */
export async function priceAgain(
  ports: Async<PaidPort & Pick<ClientPorts, 'now'>>,
  companies: readonly string[],
): Promise<CompanyPrice> {
  const paid = await ports.paid({ identifiers: companies });
  const credits = priceOfCompanies(companies.map((company) => paid.has(company)));
  const free = companies.length - credits;
  if (free === 0) return { credits, free, freeUntilMs: null };
  const identifiers = companies.filter((company) => paid.has(company));
  const nowMs = await ports.now();
  let [freeDay, chargedDay] = [0, FREE_FOR_DAYS + 1];
  while (chargedDay - freeDay > 1) {
    const day = Math.floor((freeDay + chargedDay) / 2);
    const still = await ports.paid({ identifiers, atMs: nowMs + day * DAY_MS });
    if (identifiers.every((company) => still.has(company))) freeDay = day;
    else chargedDay = day;
  }
  return { credits, free, freeUntilMs: freeDay === 0 ? null : nowMs + freeDay * DAY_MS };
}
