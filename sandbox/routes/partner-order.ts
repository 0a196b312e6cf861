import { PARTNERSHIP_TYPES, type Partner, type PartnershipType } from '../data/partners';
import { readWord, readWords } from './query';

/** https://docs.tracedata.ai/api/partnerships/ */
const PARTNER_SORTS = [
  'last_observed_at',
  'first_observed_at',
  'observation_count',
  '-last_observed_at',
  '-first_observed_at',
  '-observation_count',
] as const;
type PartnerSort = (typeof PARTNER_SORTS)[number];

export const DEFAULT_PARTNER_SORT: PartnerSort = '-last_observed_at';

export function readSort(query: URLSearchParams): PartnerSort {
  return readWord(query, 'sort', PARTNER_SORTS, DEFAULT_PARTNER_SORT);
}

/** The types to show; all by default. */
export function readTypes(query: URLSearchParams): readonly PartnershipType[] {
  return readWords(query, 'partnership_types', PARTNERSHIP_TYPES) ?? PARTNERSHIP_TYPES;
}

/** In the requested order; unknown values come last, and ties stay in the catalogue's order. */
export function sortPartners(partners: readonly Partner[], sort: PartnerSort): readonly Partner[] {
  const direction = sort.startsWith('-') ? -1 : 1;
  const valueOf = VALUES[sort.replace('-', '')] ?? lastObservedAt;
  return [...partners].sort((one, other) => {
    const [value, otherValue] = [valueOf(one), valueOf(other)];
    if (value === otherValue) return one.companyId - other.companyId;
    if (value === null) return 1;
    if (otherValue === null) return -1;
    return value < otherValue ? -direction : direction;
  });
}

const VALUES: Readonly<Record<string, (partner: Partner) => string | number | null>> = {
  first_observed_at: ({ firstObservedAt }) => firstObservedAt,
  observation_count: ({ observationCount }) => observationCount,
};

function lastObservedAt({ lastObservedAt: value }: Partner): string | null {
  return value;
}
