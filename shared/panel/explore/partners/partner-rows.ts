import type { Partner } from '../../../client/resources/partnerships';

/** How a list of partners is sorted. */
export type PartnerOrder = 'latest' | 'name' | 'times';

/** The partners that have what was typed in their name, domain or type, in an order. */
export function arrangePartners(partners: readonly Partner[], text: string, order: PartnerOrder): readonly Partner[] {
  const wanted = text.trim().toLowerCase();
  const found = partners.filter(({ name, domain, type }) =>
    [name, domain, type].some((each) => each?.toLowerCase().includes(wanted) === true),
  );
  return [...found].sort((one, other) => compare(one, other, order) || one.name.localeCompare(other.name));
}

function compare(one: Partner, other: Partner, order: PartnerOrder): number {
  if (order === 'name') return 0;
  if (order === 'times') return (other.observation_count ?? 0) - (one.observation_count ?? 0);
  return (other.last_observed_at ?? '').localeCompare(one.last_observed_at ?? '');
}

/** When a partnership was seen, as shares of a whole. */
export interface Span {
  /** 0 to 1. */
  readonly from: number;
  readonly to: number;
}

/**
 * When a partnership was seen, from the first day of any of them until the day of the answer. `null`: the answer has no
 * day for it.
 */
export function spanOf(
  { first_observed_at: first, last_observed_at: last }: Partner,
  startMs: number,
  endMs: number,
): Span | null {
  const [firstMs, lastMs] = [Date.parse(first ?? last ?? ''), Date.parse(last ?? first ?? '')];
  if (Number.isNaN(firstMs) || Number.isNaN(lastMs) || endMs <= startMs) return null;
  const shareOf = (ms: number): number => Math.max(0, Math.min(1, (ms - startMs) / (endMs - startMs)));
  return { from: shareOf(firstMs), to: shareOf(lastMs) };
}

/** The first day of any of these partnerships; `null`: the answer has no days. */
export function firstDayOf(partners: readonly Partner[]): number | null {
  const days = partners.flatMap(({ first_observed_at: first, last_observed_at: last }) => {
    const ms = Date.parse(first ?? last ?? '');
    return Number.isNaN(ms) ? [] : [ms];
  });
  return days.length === 0 ? null : Math.min(...days);
}
