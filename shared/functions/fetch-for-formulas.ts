import type { FetchLimits } from '../lookup/fetch-records';
import { fetchPaid } from '../lookup/fetch-within-grant';
import { withFetched, type Known } from '../lookup/known';
import type { FetchPorts, Lookup } from '../lookup/ports';
import type { LookupOutcome } from '../records/outcome';
import { partsOf } from '../records/parts';
import type { Account } from '../records/ports';
import type { Task } from '../task';
import { isKnown } from './column-known';
import type { ColumnPorts } from './ports';
import { keepRefusals } from './refusal-cache';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/**
 * Fetches what several formulas lack of one kind, each identifier once, and saves which requests were refused.
 *
 * @param asked the look-ups of the formulas, at least one and all of one kind
 * @param known what is known for each of them
 * @param cached what the cache has for them, by key
 * @param toLimits from when the fetch begins; milliseconds since 1970
 * @returns the records that are known, and all outcomes of the fetch, by identifier
 */
export function* fetchForFormulas(
  payer: Account,
  asked: readonly Lookup[],
  known: readonly Known[],
  cached: ReadonlyMap<string, string>,
  toLimits: (startMs: number) => FetchLimits,
): Task<Outcomes, FetchPorts & ColumnPorts> {
  const { kind } = asked[0]!;
  const needed = new Set(known.flatMap((each) => each.needed));
  const ifFree = new Set(known.flatMap((each) => each.ifFree).filter((each) => !needed.has(each)));
  // What another formula showed does not answer this one.
  const records = new Map(known.flatMap(({ outcomes }) => [...outcomes].filter(([, outcome]) => isKnown(outcome))));
  if (needed.size + ifFree.size === 0) return records;
  const others = new Set(known.flatMap((each, index) => (asked[index]!.needsBatch === true ? [] : each.needed)));
  const onlyInBatch = new Set([...needed].filter((identifier) => !others.has(identifier)));
  const request = { kind, needed: [...needed], ifFree: [...ifFree], read: partsOf(records), onlyInBatch };
  const { outcomes, refused } = yield* fetchPaid(payer, request, known[0]!, toLimits);
  yield* keepRefusals(payer.id, kind, new Map([...outcomes, ...refused]), cached);
  return withFetched(records, outcomes);
}
