import { now } from '../../client/ports';
import type { CompanyPrice } from '../../credits/company-price';
import { DAY_MS } from '../../days';
import type { RunPorts } from '../../enrich/sheet/ports';
import { TraceError } from '../../errors/trace-error';
import { recall } from '../../lookup/cache';
import { account } from '../../lookup/ports';
import type { LookupOutcome } from '../../records/outcome';
import { priceUpdate } from './update-answers';

/** As old as the answers that formulas accept unless they ask for newer ones. */
const OLD_AFTER_DAYS = 30;

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
  const payer = await ports.perform(account());
  if (payer === null) throw new TraceError('noKey', {});
  const nowMs = await ports.perform(now());
  const { outcomes } = await ports.perform(recall(payer, 'company', domains));
  // Formulas show a saved answer rather than an older one that cells still have.
  const unsaved = domains.filter((domain) => givenAtMs(outcomes.get(domain)) === null);
  const shown = unsaved.length === 0 ? new Map<string, number>() : await shownAges(unsaved);
  const dated = domains.flatMap((domain) => {
    const asOfMs = givenAtMs(outcomes.get(domain)) ?? shown.get(domain);
    return asOfMs === undefined ? [] : [{ domain, asOfMs }];
  });
  const old = dated.filter(({ asOfMs }) => asOfMs < nowMs - OLD_AFTER_DAYS * DAY_MS);
  const names = old.map(({ domain }) => domain);
  return {
    domains: names,
    oldestMs: old.reduce<number | null>((oldest, { asOfMs }) => Math.min(oldest ?? asOfMs, asOfMs), null),
    saved: dated.length,
    price: await priceUpdate(ports, names),
  };
}

/** `null`: it is no answer. */
function givenAtMs(outcome: LookupOutcome | undefined): number | null {
  return outcome?.is === 'found' || outcome?.is === 'notTracked' ? outcome.asOfMs : null;
}
