import type { PartnersRecord } from '../client/resources/partnerships';
import { freshnessOf, type LookupOutcome, type MaxAge } from '../records/outcome';
import { CHARGE_OF_COMPANY } from './charges';
import { isKnownUntracked, type KnownCompanies, partnersCounted } from './quote';

/** What partners will probably cost. */
export interface PartnersEstimate {
  /** How many companies have to be paid for. */
  readonly companies: number;
  /** How many companies in the column have a known number of partners, from saved answers of any age. */
  readonly known: number;
  /** The average number of partners of these companies; not rounded. */
  readonly averagePartners: number;
  /** The certain cost in credits: companies that Trace tracks and that are not paid for. */
  readonly least: number;
  /** The likely cost in credits. */
  readonly credits: number;
  /**
   * Whether enough lists were read to estimate how many partners the companies share. Otherwise each partner counts
   * every time.
   */
  readonly isLearned: boolean;
  /** The likely cost after each of the given companies, in credits. */
  readonly afterEach: readonly number[];
  /** In credits, with some room above the estimate, so that an enrichment rarely stops because of it. */
  readonly suggestedLimit: number;
}

/** Added to the estimate to get the suggested limit. */
const ROOM_PERCENT = 10;
const SIGNIFICANT_DIGITS = 2;
/** One list never repeats a partner, and a few partners rarely repeat, so they say nothing about shared partners. */
const LEAST_LISTS = 2;
const LEAST_LISTED = 30;
/** Lists without a repeat may have narrowly missed one. The longer the lists, the less this lowers the estimate. */
const LEAST_REPEATS = 0.5;

/**
 * Estimates the cost. A company whose number of partners is unknown counts as an average one. `null`: no number is
 * known, or nothing has to be paid for. Sends nothing.
 *
 * @param identifiers the companies of a column, in order; repeats cost nothing
 */
export function toPartnersEstimate(
  identifiers: readonly string[],
  known: KnownCompanies,
  age: MaxAge,
  nowMs: number,
): PartnersEstimate | null {
  const isFresh = (identifier: string): boolean =>
    freshnessOf(known.partners.get(identifier), age, nowMs) === 'fresh' ||
    isKnownUntracked(known.company.get(identifier), age, nowMs);
  const each = [...new Set(identifiers)];
  const counts = each.map((identifier) => countOf(identifier, known)).filter((count) => count !== null);
  if (counts.length === 0) return null;
  const averagePartners = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const lists = each.flatMap((identifier) => listOf(known.partners.get(identifier)));
  const names = lists.flat();
  const isLearned = lists.length >= LEAST_LISTS && names.length >= LEAST_LISTED;
  const different = Math.min(new Set(names).size, names.length - LEAST_REPEATS);
  const inAll = isLearned ? partnersInAll(names.length, different) : Infinity;
  const paidLists = each.filter(isFresh).flatMap((identifier) => listOf(known.partners.get(identifier)));
  const before = paidLists.flat().length;
  let [companies, least, own, listed] = [0, 0, 0, before];
  const seen = new Set<string>();
  const afterEach = identifiers.map((identifier) => {
    if (!seen.has(identifier) && !isFresh(identifier)) {
      companies += 1;
      const cost = known.isPaid(identifier) ? 0 : CHARGE_OF_COMPANY;
      own += cost;
      if (known.company.get(identifier)?.is === 'found') least += cost;
      listed += countOf(identifier, known) ?? averagePartners;
    }
    seen.add(identifier);
    return own + differentAmong(inAll, listed) - differentAmong(inAll, before);
  });
  if (companies === 0) return null;
  const credits = Math.ceil(afterEach[afterEach.length - 1]!);
  const suggestedLimit = roundUp(Math.ceil((credits * (100 + ROOM_PERCENT)) / 100));
  return { companies, known: counts.length, averagePartners, least, credits, isLearned, afterEach, suggestedLimit };
}

/**
 * The number of partners by the company's own record, or else by its list. A company that Trace does not track has
 * none.
 */
function countOf(identifier: string, { company, partners }: KnownCompanies): number | null {
  const told = company.get(identifier);
  return told?.is === 'notTracked' ? 0 : (partnersCounted(told) ?? listed(partners.get(identifier)));
}

function listed(partners: LookupOutcome | undefined): number | null {
  return partners?.is === 'found' ? (partners.record as PartnersRecord).count : null;
}

/** The names of a company's partners, as a list of one list; empty if there is none. */
function listOf(outcome: LookupOutcome | undefined): readonly (readonly string[])[] {
  const partners = outcome?.is === 'found' ? ((outcome.record as PartnersRecord).partners ?? []) : [];
  const names = partners.flatMap(({ domain, slug, name }) => domain ?? slug ?? name ?? []);
  return names.length === 0 ? [] : [names];
}

/** Turns 26,400 into 27,000. */
function roundUp(credits: number): number {
  const unit = 10 ** Math.max(0, String(credits).length - SIGNIFICANT_DIGITS);
  return Math.ceil(credits / unit) * unit;
}

/**
 * A company is charged once within 30 days, also as a partner of several others, so many lists together cost less
 * than their length. How much less is estimated from lists that were read, assuming that every partner is equally
 * likely on each list.
 */

/**
 * Enough halvings of the range between "no other partners" and the greatest number to get within a thousandth of a
 * percent.
 */
const STEPS = 60;

/**
 * How many different partners exist in all, given how many were listed and how many of those differ; `Infinity`: none
 * repeats.
 * @internal tests compare it with lists that were drawn
 */
export function partnersInAll(listed: number, different: number): number {
  if (different >= listed) return Infinity;
  let [low, high] = [different, different + 1];
  while (differentAmong(high, listed) < different) high *= 2;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (differentAmong(middle, listed) < different) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * How many of `listed` partners probably differ.
 * @param inAll from {@link partnersInAll}
 * @internal tests try both ends
 */
export function differentAmong(inAll: number, listed: number): number {
  return inAll === Infinity ? listed : inAll * -Math.expm1(-listed / inAll);
}
