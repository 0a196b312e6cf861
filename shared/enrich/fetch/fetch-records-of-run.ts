import { BATCH_SIZE } from '../../lookup/read-replies';
import { type Need, listsOf, needOf, type AskingChoice, type Choice, type Found } from '../plan/column-spec';
import { type Outcomes, fetchKind, stopIn, type Fetching } from './fetch-kind';
import { TraceError } from '../../errors/trace-error';
import type { LookupOutcome } from '../../records/outcome';
import { comparedOf } from '../plan/column-answer';
import { capReached, fetchLists, fetchPartners, isCapped } from './fetch-partners';

/** Ten requests. */
export const COMPANIES_AT_ONCE = 1_000;

/**
 * How many companies the next rows may name if their price is unknown and nothing is fetched ahead: as many as rows
 * are done, so that the first rows show soon and later requests still go ten at once.
 */
export function companiesNext(done: number): number {
  return Math.min(COMPANIES_AT_ONCE, Math.max(BATCH_SIZE, done - (done % BATCH_SIZE)));
}

export interface Choosing {
  readonly need: Need;
  /** Fresh saved answers, which need no request or fewer. */
  readonly known: Outcomes;
  readonly next: ReadonlySet<string>;
  readonly isEnd: boolean;
}

/** The first companies, in order, that fill whole requests, as long as more rows follow. */
export function chooseIdentifiers(open: readonly string[], { need, known, next, isEnd }: Choosing): readonly string[] {
  const chosen: string[] = [];
  const batched: string[] = [];
  let asked = 0;
  for (const identifier of open) {
    const isKnown = known.has(identifier);
    if (!isKnown && asked === COMPANIES_AT_ONCE) break;
    chosen.push(identifier);
    if (isKnown) continue;
    asked += 1;
    if (need !== 'listed' && identifier.includes('.')) batched.push(identifier);
  }
  const surplus = batched.length % BATCH_SIZE;
  if (surplus === 0 || (isEnd && chosen.length === open.length)) return chosen;
  // Nothing else could fill the request, and the row would be put off forever.
  if (batched.length < BATCH_SIZE && batched.some((identifier) => next.has(identifier))) return chosen;
  const putOff = new Set(batched.slice(batched.length - surplus));
  return chosen.filter((identifier) => !putOff.has(identifier));
}

/** The share of the credits left that may be paid for companies whose partners then do not fit: one 25th. */
const PART_AT_ONCE = 25;

/**
 * Fetches everything that the choices need for some companies, except what is fresh. If partners are needed, batches
 * of companies follow each other in order, as long as the limit allows, so that everything paid for is shown.
 *
 * @param compared from {@link fetchCompared}
 * @param known fresh saved answers for the first choice, if the store was already read
 */
export async function fetchFound(
  run: Fetching,
  choices: readonly AskingChoice[],
  identifiers: readonly string[],
  compared: Outcomes,
  known: Outcomes | null = null,
): Promise<ReadonlyMap<string, Found>> {
  const isOpen = choices.some((choice) => needOf(choice) !== 'company');
  const found = new Map<string, Found>();
  for (let start = 0; start < identifiers.length;) {
    const some = identifiers.slice(start, start + (isOpen ? atOnce(run) : identifiers.length));
    start += some.length;
    const lot = await fetchLot(run, choices, some, compared, known);
    for (const [identifier, each] of lot) found.set(identifier, each);
    const outcomes = [...lot.values()].flatMap(outcomesOf);
    const stop = stopIn(outcomes) ?? (isCapped(outcomes) ? capReached() : null);
    if (stop === null) continue;
    for (const identifier of identifiers.slice(start)) found.set(identifier, toFailed(choices, stop, compared));
    break;
  }
  return found;
}

/** Full requests, as long as there are enough credits left for some. */
function atOnce({ budget }: Fetching): number {
  const most = Math.max(1, Math.min(COMPANIES_AT_ONCE, Math.floor(budget.left / PART_AT_ONCE)));
  return most < BATCH_SIZE ? most : most - (most % BATCH_SIZE);
}

async function fetchLot(
  run: Fetching,
  choices: readonly AskingChoice[],
  identifiers: readonly string[],
  compared: Outcomes,
  known: Outcomes | null,
): Promise<ReadonlyMap<string, Found>> {
  const needs = new Set<Need>(choices.map(needOf));
  const nothing: Outcomes = new Map();
  const knownOf = (need: Need): Outcomes | null => (needOf(choices[0]!) === need ? known : null);
  const company = needs.has('company') ? await fetchKind(run, 'company', identifiers, knownOf('company')) : nothing;
  const partners = needs.has('partners') ? await fetchPartners(run, identifiers, knownOf('partners')) : nothing;
  const lists = new Map<string, Outcomes>();
  for (const [key, list] of listsOf(choices)) lists.set(key, await fetchLists(run, identifiers, list));
  return new Map(
    identifiers.map((identifier) => {
      const each = [...lists].map(([key, outcomes]) => [key, outcomes.get(identifier)] as const);
      const told = each.filter((of): of is readonly [string, LookupOutcome] => of[1] !== undefined);
      const [ofCompany, ofPartners] = [company.get(identifier), partners.get(identifier)];
      return [identifier, { company: ofCompany, partners: ofPartners, lists: new Map(told), compared }];
    }),
  );
}

function outcomesOf({ company, partners, lists }: Found): readonly (LookupOutcome | undefined)[] {
  return [company, partners, ...lists.values()];
}

function toFailed(choices: readonly AskingChoice[], error: TraceError, compared: Outcomes): Found {
  const failed: LookupOutcome = { is: 'failed', error };
  return {
    company: failed,
    partners: failed,
    lists: new Map([...listsOf(choices).keys()].map((key) => [key, failed])),
    compared,
  };
}

/** Partners of the companies that others are compared with. Throws the reason if no comparison is possible. */
export async function fetchCompared(run: Fetching, choices: readonly Choice[]): Promise<Outcomes> {
  const others = comparedOf(choices);
  const outcomes =
    others.length === 0 ? new Map<string, LookupOutcome>() : await fetchPartners(run, others, null, false);
  for (const [identifier, outcome] of outcomes) {
    if (outcome.is === 'notTracked') throw new TraceError('companyUnknown', { identifier });
    if (outcome.is === 'failed') throw outcome.error;
  }
  return outcomes;
}
