import { listPartnersOf, toPartnersRecord } from '../../client/resources/partnerships';
import { toQuestionText, type RowsRecord } from '../../client/rows';
import { peek } from '../../lookup/ports';
import { TraceError } from '../../errors/trace-error';
import type { LookupOutcome } from '../../records/outcome';
import { comparedOf, needOf, typeOf, type Choice, type Found, type Need } from '../plan/column-spec';
import { fetchKind, recallFresh, type Fetching, type Outcomes } from './fetch-kind';
import { lookupName } from '../../credits/run-budget';
import { partnersCounted } from '../../credits/prices';

/** The most partners of one company that are read where types are asked for: a page. */
const TYPED_TOP = 100;
/** How old a count of partners may be that a limit is kept by. */
const COUNT_MAX_AGE_MS = 10 * 60_000;

/**
 * Everything that the choices need of some companies; what is fresh is not asked for.
 *
 * @param compared of {@link fetchCompared}
 * @param known what is fresh of the first choice's need, where the store was read already
 */
export async function fetchFound(
  run: Fetching,
  choices: readonly Choice[],
  identifiers: readonly string[],
  compared: Outcomes,
  known: Outcomes | null = null,
): Promise<ReadonlyMap<string, Found>> {
  const needs = new Set<Need>(choices.map(needOf));
  const knownOf = (need: Need): Outcomes | null => (needOf(choices[0]!) === need ? known : null);
  const company = needs.has('company')
    ? await fetchKind(run, 'company', identifiers, knownOf('company'))
    : new Map<string, LookupOutcome>();
  const partners = needs.has('partners')
    ? await fetchPartners(run, identifiers, knownOf('partners'))
    : new Map<string, LookupOutcome>();
  const typed = new Map<string, Outcomes>();
  for (const choice of choices) {
    const type = typeOf(choice);
    if (needOf(choice) === 'typed' && !typed.has(type)) typed.set(type, await fetchLists(run, identifiers, type));
  }
  return new Map(
    identifiers.map((identifier) => [
      identifier,
      {
        company: company.get(identifier),
        partners: partners.get(identifier),
        typed: new Map(
          [...typed].flatMap(([type, outcomes]) => {
            const outcome = outcomes.get(identifier);
            return outcome === undefined ? [] : [[type, outcome] as const];
          }),
        ),
        compared,
      },
    ]),
  );
}

/** Partners of the companies that others are compared with. Throws what keeps a comparison from being made at all. */
export async function fetchCompared(run: Fetching, choices: readonly Choice[]): Promise<Outcomes> {
  const others = comparedOf(choices);
  const outcomes = others.length === 0 ? new Map<string, LookupOutcome>() : await fetchPartners(run, others);
  for (const [identifier, outcome] of outcomes) {
    if (outcome.is === 'notTracked') throw new TraceError('companyUnknown', { identifier });
    if (outcome.is === 'failed') throw outcome.error;
  }
  return outcomes;
}

/**
 * Partners cost a credit each. Under a limit a company is asked for only where the most that it can cost fits what is left:
 * how many partners it has is told by its own record, which costs no more than is charged for it anyway. It has to be
 * told just now, for a company may have more of them than when it was remembered.
 */
export async function fetchPartners(
  run: Fetching,
  identifiers: readonly string[],
  known: Outcomes | null = null,
): Promise<Outcomes> {
  const { purse } = run;
  if (purse.left === null) return await fetchKind(run, 'partners', identifiers, known);
  const outcomes = new Map(known ?? (await recallFresh(run, 'partners', identifiers)));
  const needed = identifiers.filter((identifier) => !outcomes.has(identifier));
  if (needed.length === 0) return outcomes;
  const counting = { ...run, maxAgeMs: Math.min(run.maxAgeMs, COUNT_MAX_AGE_MS) };
  const companies = await fetchKind(counting, 'company', needed);
  const { paid } = await run.ports.perform(peek('company', needed));
  const batch = new Map<string, number>();
  const unknown: string[] = [];
  let left = purse.left ?? Infinity;
  for (const identifier of needed) {
    const outcome = companies.get(identifier);
    const bound = mostOf(outcome, paid.has(identifier) || outcome?.is === 'found');
    const open = Math.max(0, (bound ?? 0) - purse.doubtOf(lookupName('partners', identifier)));
    if (outcome !== undefined && outcome.is !== 'found') outcomes.set(identifier, outcome);
    else if (bound === null) unknown.push(identifier);
    else if (open <= left) {
      batch.set(identifier, bound);
      left -= open;
    } else outcomes.set(identifier, failed(new TraceError('runCapReached', { credits: bound })));
  }
  const fetched = await fetchKind(run, 'partners', [...batch.keys()], new Map(), (each) => batch.get(each) ?? 1);
  for (const [each, outcome] of fetched) outcomes.set(each, outcome);
  await fetchUncounted(run, unknown, outcomes);
  return outcomes;
}

/** No more rows are asked for than the limit leaves, whatever they turn out to cost. @param outcomes is added to */
async function fetchUncounted(
  run: Fetching,
  identifiers: readonly string[],
  outcomes: Map<string, LookupOutcome>,
): Promise<void> {
  let start = 0;
  while (start < identifiers.length) {
    const most = run.purse.left ?? Infinity;
    const some = identifiers.slice(start, start + Math.max(1, Math.floor(most / TYPED_TOP)));
    start += some.length;
    if (most < 1) outcomes.set(some[0]!, failed(new TraceError('runCapReached', { credits: 1 })));
    else {
      for (const [each, outcome] of await fetchLists(run, some, '', most)) outcomes.set(each, toPartners(outcome));
    }
  }
}

function mostOf(outcome: LookupOutcome | undefined, isPaid: boolean): number | null {
  const partners = partnersCounted(outcome);
  return partners === null ? null : partners + (isPaid ? 0 : 1);
}

/** The lists of partners of companies one by one, as the service gives them. @param type `''`: of all types */
async function fetchLists(
  run: Fetching,
  identifiers: readonly string[],
  type: string,
  most = TYPED_TOP,
): Promise<Outcomes> {
  const top = Math.max(1, Math.min(TYPED_TOP, most, run.purse.left ?? TYPED_TOP));
  const questions = new Map(identifiers.map((identifier) => [identifier, toQuestion(identifier, type, top)]));
  const answers = await fetchKind(run, 'rows', [...questions.values()]);
  return new Map(
    [...questions].flatMap(([identifier, question]): readonly (readonly [string, LookupOutcome])[] => {
      const outcome = answers.get(question);
      return outcome === undefined ? [] : [[identifier, outcome]];
    }),
  );
}

/** A list as all partners of its company. */
function toPartners(outcome: LookupOutcome): LookupOutcome {
  if (outcome.is !== 'found') return outcome;
  const rows = outcome.record as RowsRecord;
  const record = toPartnersRecord(rows);
  return { ...outcome, record: { ...record, count: rows.total ?? record.count } };
}

function toQuestion(identifier: string, type: string, top: number): string {
  const { operation, path } = listPartnersOf(identifier, type === '' ? null : type, '-last_observed_at');
  return toQuestionText({ operation, path, paging: 'page', top, mayBeOne: false });
}

function failed(error: TraceError): LookupOutcome {
  return { is: 'failed', error };
}
