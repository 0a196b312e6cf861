import type { RunPorts } from '../../enrich/sheet/ports';
import { now } from '../../client/ports';
import type { CompanyPrice } from '../../credits/company-price';
import { DAY_MS } from '../../days';
import { TraceError } from '../../errors/trace-error';
import { recall } from '../../lookup/cache';
import type { LookupOutcome } from '../../records/outcome';
import { account } from '../../records/ports';
import { priceRefetch } from './refetch';

/** The saved answers of some companies that are older than somebody wants. */
export interface StaleAnswers {
  readonly domains: readonly string[];
  /** When the oldest was given, in milliseconds since 1970; `null`: there is none. */
  readonly oldestMs: number | null;
  /** How many companies have an answer at all. */
  readonly saved: number;
  readonly price: CompanyPrice;
}

/** Looks up how old what formulas show of some companies is, where a host keeps that apart; see `BulkHost`. */
type ShownAges = (companies: readonly string[]) => Promise<ReadonlyMap<string, number>>;

const NOTHING_SHOWN: ShownAges = () => Promise.resolve(new Map());

/** Which answers are older than so many days, and what fetching them again costs at most. Sends nothing. Throws `noKey`. */
export async function findStale(
  ports: RunPorts,
  domains: readonly string[],
  days: number,
  shownAges = NOTHING_SHOWN,
): Promise<StaleAnswers> {
  const payer = await ports.perform(account());
  if (payer === null) throw new TraceError('noKey', {});
  const nowMs = await ports.perform(now());
  const { outcomes } = await ports.perform(recall(payer, 'company', domains));
  // A saved answer is shown before an older one that cells still have.
  const unsaved = domains.filter((domain) => givenAtMs(outcomes.get(domain)) === null);
  const shown = unsaved.length === 0 ? new Map<string, number>() : await shownAges(unsaved);
  const dated = domains.flatMap((domain) => {
    const asOfMs = givenAtMs(outcomes.get(domain)) ?? shown.get(domain);
    return asOfMs === undefined ? [] : [{ domain, asOfMs }];
  });
  const stale = dated.filter(({ asOfMs }) => asOfMs < nowMs - days * DAY_MS);
  const names = stale.map(({ domain }) => domain);
  return {
    domains: names,
    oldestMs: stale.reduce<number | null>((oldest, { asOfMs }) => Math.min(oldest ?? asOfMs, asOfMs), null),
    saved: dated.length,
    price: await priceRefetch(ports, names),
  };
}

/** When it was given; `null`: it is no answer. */
function givenAtMs(outcome: LookupOutcome | undefined): number | null {
  return outcome?.is === 'found' || outcome?.is === 'notTracked' ? outcome.asOfMs : null;
}

const MOST_DAYS = 3_650;

/** A number of days as somebody types it; `null`: it is none. */
export function readDays(text: string): number | null {
  const typed = text.trim();
  if (!/^\d{1,4}$/.test(typed)) return null;
  const days = Number(typed);
  return days >= 1 && days <= MOST_DAYS ? days : null;
}
