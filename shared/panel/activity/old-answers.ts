import { now } from '../../client/ports';
import type { CompanyPrice } from '../../credits/action-prices';
import { DAY_MS } from '../../days';
import type { RunPorts } from '../../enrich/sheet/ports';
import { recall } from '../../lookup/cache';
import type { LookupOutcome } from '../../records/outcome';
import { payerOf, priceUpdate } from './update-answers';

/** As old as the answers that formulas accept unless they ask for newer ones. */
const OLD_AFTER_DAYS = 30;
/** Whole answers are read for their age, so fewer at once take less memory. */
const READ_AT_ONCE = 2_000;

/** The answers about some companies that are older than 30 days. */
export interface OldAnswers {
  readonly domains: readonly string[];
  /** When the oldest was given, in milliseconds since 1970; `null`: none is old. */
  readonly oldestMs: number | null;
  /** How many companies have an answer at all. */
  readonly saved: number;
  readonly price: CompanyPrice;
}

/** Looks up how old the answers are that formulas show, if a host keeps that apart; see `BulkHost`. */
type ShownAges = (companies: readonly string[]) => Promise<ReadonlyMap<string, number>>;

const NOTHING_SHOWN: ShownAges = () => Promise.resolve(new Map());

/** Finds the old answers and the price of new ones. Sends nothing. Throws `noKey`. */
export async function findOldAnswers(
  ports: RunPorts,
  domains: readonly string[],
  shownAges = NOTHING_SHOWN,
): Promise<OldAnswers> {
  const ages = await readAges(ports, domains, shownAges);
  const old = oldOf(ages, await ports.perform(now()));
  return {
    domains: old,
    oldestMs: old.reduce<number | null>((oldest, domain) => Math.min(oldest ?? Infinity, ages.get(domain)!), null),
    saved: ages.size,
    price: await priceUpdate(ports, old),
  };
}

/** The companies whose answers are older than 30 days. @param nowMs milliseconds since 1970 */
export function oldOf(ages: ReadonlyMap<string, number>, nowMs: number): readonly string[] {
  return [...ages].flatMap(([domain, asOfMs]) => (asOfMs < nowMs - OLD_AFTER_DAYS * DAY_MS ? [domain] : []));
}

/**
 * When the answers about companies were given, in milliseconds since 1970; a company without one is missing. Throws
 * `noKey`.
 */
export async function readAges(
  ports: RunPorts,
  domains: readonly string[],
  shownAges: ShownAges,
): Promise<ReadonlyMap<string, number>> {
  const payer = await payerOf(ports);
  const saved = new Map<string, number>();
  for (let start = 0; start < domains.length; start += READ_AT_ONCE) {
    const some = domains.slice(start, start + READ_AT_ONCE);
    for (const [domain, outcome] of (await ports.perform(recall(payer, 'company', some))).outcomes) {
      const asOfMs = givenAtMs(outcome);
      if (asOfMs !== null) saved.set(domain, asOfMs);
    }
  }
  // Formulas show a saved answer rather than an older one that cells still have.
  const unsaved = domains.filter((domain) => !saved.has(domain));
  const shown = unsaved.length === 0 ? new Map<string, number>() : await shownAges(unsaved);
  return new Map(
    domains.flatMap((domain) => {
      const asOfMs = saved.get(domain) ?? shown.get(domain);
      return asOfMs === undefined ? [] : [[domain, asOfMs] as const];
    }),
  );
}

/** `null`: it is no answer. */
function givenAtMs(outcome: LookupOutcome): number | null {
  return outcome.is === 'found' || outcome.is === 'notTracked' ? outcome.asOfMs : null;
}
