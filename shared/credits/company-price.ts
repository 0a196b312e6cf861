import { now, type ClientPorts } from '../client/ports';
import { DAY_MS, FREE_FOR_DAYS } from '../days';
import type { Task } from '../task';
import { paid, paidAt, type CreditsPorts } from './ports';

/** What companies cost that a person asks for in the panel: a credit each, once within 30 days. */
export interface CompanyPrice {
  /** At most. */
  readonly credits: number;
  /** Until when it is free, milliseconds since 1970; `null`: it is not, or only today. */
  readonly freeUntilMs: number | null;
}

/** In credits. @param arePaid for each company, whether it was paid for */
export function priceOfCompanies(arePaid: readonly boolean[]): number {
  return arePaid.filter((isPaid) => !isPaid).length;
}

/** What the next rows of a list cost at most, in credits: one each, and no more than there are. @param total `null`: unknown */
export function priceOfNext(
  { offset, total }: { readonly offset: number; readonly total: number | null },
  wanted: number,
): number {
  return total === null ? wanted : Math.max(0, Math.min(wanted, total - offset));
}

/** What companies cost by what this account has paid for, and until when they will cost nothing. */
export function* priceAgain(companies: readonly string[]): Task<CompanyPrice, CreditsPorts & Pick<ClientPorts, 'now'>> {
  const isPaid = yield* paid(companies);
  const credits = priceOfCompanies(companies.map((company) => isPaid.has(company)));
  if (credits > 0 || companies.length === 0) return { credits, freeUntilMs: null };
  const nowMs = yield* now();
  let [free, charged] = [0, FREE_FOR_DAYS + 1];
  while (charged - free > 1) {
    const day = Math.floor((free + charged) / 2);
    const still = yield* paidAt(companies, nowMs + day * DAY_MS);
    if (companies.every((company) => still.has(company))) free = day;
    else charged = day;
  }
  return { credits, freeUntilMs: free === 0 ? null : nowMs + free * DAY_MS };
}
