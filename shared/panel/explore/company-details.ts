import { recallFresh, type Fetching } from '../../enrich/fetch/fetch-kind';
import type { RunPorts } from '../../enrich/sheet/ports';
import { NO_OPTIONS } from '../../cells/options';
import type { CompanyRecord } from '../../client/resources/companies';
import { toPartnersRecord, type Partner, type PartnersRecord } from '../../client/resources/partnerships';
import { MAX_ROWS, type RowsRecord } from '../../client/rows';
import { paid } from '../../lookup/ports';
import { partnersCounted } from '../../credits/quote';
import { priceOfRows } from '../../credits/action-prices';
import { TraceError } from '../../errors/trace-error';
import { questionFor } from '../../functions/bodies/partner-question';
import { remember } from '../../lookup/cache';
import type { LookupOutcome } from '../../records/outcome';
import { lookUp, spendUpTo } from './within-credits';
import { readDomain } from '../../cells/identifier';
import { count } from '../common/words';

/** What is known about a company. */
export interface CompanyDetails {
  readonly company: CompanyKnown;
  readonly partners: PartnersKnown | null;
}

export type CompanyKnown =
  | { readonly is: 'found'; readonly record: CompanyRecord; readonly asOfMs: number }
  | { readonly is: 'notTracked' }
  /** `isPaid`: within 30 days, by another answer: looking it up is free. */
  | { readonly is: 'unknown'; readonly isPaid: boolean };

export interface PartnersKnown {
  /** The latest first. */
  readonly partners: readonly Partner[];
  /** How many there are; `null`: the service does not say. */
  readonly total: number | null;
  /** How many were asked for at most; `null`: all of them. */
  readonly top: number | null;
  readonly isWhole: boolean;
  /** Only a company's own list tells types. */
  readonly isTyped: boolean;
  readonly asOfMs: number;
}

/** How many are shown first, where there are more. */
const FIRST_PARTNERS = 25;
/** Lists that formulas may have read. */
const USUAL_TOPS = [3, 5, 10, FIRST_PARTNERS, 50, 100];

/** What is saved, without a request. */
export async function recallCompany(ports: RunPorts, identifier: string): Promise<CompanyDetails> {
  const run = await spendUpTo(ports, 0);
  const known = (await recallFresh(run, 'company', [identifier])).get(identifier);
  const company = toKnown(known) ?? (await toUnknown(ports, identifier));
  return { company, partners: await recallPartners(run, identifier, known) };
}

/**
 * Looks companies up, together. Throws why one of them cannot be.
 *
 * @param credits the most that all of them may cost, as the button says it
 */
export async function fetchCompanies(
  ports: RunPorts,
  identifiers: readonly string[],
  credits: number,
): Promise<readonly CompanyDetails[]> {
  const run = await spendUpTo(ports, credits);
  const outcomes = await lookUp(run, 'company', identifiers);
  const details: CompanyDetails[] = [];
  for (const identifier of identifiers) {
    const outcome = outcomes.get(identifier);
    if (outcome?.is === 'failed') throw outcome.error;
    const company = toKnown(outcome);
    if (company === null) throw new TraceError('leftOut', {});
    details.push({ company, partners: await recallPartners(run, identifier, outcome) });
  }
  return details;
}

/**
 * The latest partners of a company, for the price of as many rows. Throws why there are none.
 *
 * @param top how many, at most
 * @param total how many there are, as far as is known
 */
export async function fetchPartnersOf(
  ports: RunPorts,
  identifier: string,
  top: number,
  total: number | null,
): Promise<PartnersKnown> {
  const credits = priceOfRows(top);
  const run = await spendUpTo(ports, credits);
  const question = questionFor(identifier, top, NO_OPTIONS);
  const outcome = (await lookUp(run, 'rows', [question], () => credits)).get(question);
  if (outcome?.is === 'failed') throw outcome.error;
  if (outcome?.is === 'notTracked') throw new TraceError('companyUnknown', { identifier });
  if (outcome?.is !== 'found') throw new TraceError('leftOut', {});
  const known = toListed(outcome, top);
  if (known.isWhole) await keepAsWhole(run, identifier, outcome);
  return { ...known, total: known.total ?? total };
}

/** A list that was read to its end answers the formula that asks for all partners. */
async function keepAsWhole({ ports, payer }: Fetching, identifier: string, outcome: LookupOutcome): Promise<void> {
  const outcomes = new Map([[questionFor(identifier, MAX_ROWS, NO_OPTIONS), outcome]]);
  await ports.perform(remember(payer.id, 'rows', { outcomes, missingRoutes: new Map() }));
}

/** The longest list that is saved. */
async function recallPartners(
  run: Fetching,
  identifier: string,
  company: LookupOutcome | undefined,
): Promise<PartnersKnown | null> {
  const counted = partnersCounted(company);
  const tops = [MAX_ROWS, ...(counted === null || counted === 0 ? [] : [counted]), ...USUAL_TOPS];
  const questions = new Map(tops.map((top) => [questionFor(identifier, top, NO_OPTIONS), top]));
  const listed = [...(await recallFresh(run, 'rows', [...questions.keys()]))];
  const whole = (await recallFresh(run, 'partners', [identifier])).get(identifier);
  const all = [
    ...listed.map(([question, outcome]) => toListedIf(outcome, questions.get(question)!)),
    toBatched(whole),
  ].filter((each) => each !== null);
  const longest = Math.max(...all.map(({ partners }) => partners.length));
  return all.find(({ partners }) => partners.length === longest) ?? null;
}

function toListedIf(outcome: LookupOutcome, top: number): PartnersKnown | null {
  return outcome.is === 'found' ? toListed(outcome, top) : null;
}

function toListed({ record, asOfMs }: Extract<LookupOutcome, { is: 'found' }>, top: number): PartnersKnown {
  const rows = record as RowsRecord;
  const { partners, count } = toPartnersRecord(rows);
  return {
    partners: partners ?? [],
    total: rows.total ?? count,
    top: top === MAX_ROWS ? null : top,
    isWhole: !rows.isCut && !rows.isPartial,
    isTyped: true,
    asOfMs,
  };
}

/** Partners of the batch, which tells no types. */
function toBatched(outcome: LookupOutcome | undefined): PartnersKnown | null {
  if (outcome?.is !== 'found') return null;
  const { partners, count } = outcome.record as PartnersRecord;
  if (partners === null) return null;
  const latest = [...partners].sort((one, other) => compareLatest(one, other));
  const isWhole = count === null || count <= partners.length;
  return { partners: latest, total: count, top: null, isWhole, isTyped: false, asOfMs: outcome.asOfMs };
}

function compareLatest(one: Partner, other: Partner): number {
  return (other.last_observed_at ?? '').localeCompare(one.last_observed_at ?? '') || one.name.localeCompare(other.name);
}

function toKnown(outcome: LookupOutcome | undefined): Exclude<CompanyKnown, { is: 'unknown' }> | null {
  if (outcome?.is === 'notTracked') return { is: 'notTracked' };
  if (outcome?.is !== 'found') return null;
  return { is: 'found', record: outcome.record as CompanyRecord, asOfMs: outcome.asOfMs };
}

async function toUnknown(ports: RunPorts, identifier: string): Promise<CompanyKnown> {
  return { is: 'unknown', isPaid: (await ports.perform(paid([identifier]))).has(identifier) };
}

interface Offer {
  readonly label: string;
  /** How many partners, at most. */
  readonly top: number;
}

/** What can be asked for. */
export function toOffers(total: number | null, has: number): readonly Offer[] {
  const first: Offer = { label: `Show the latest ${FIRST_PARTNERS}`, top: FIRST_PARTNERS };
  if (total === null) return has === 0 ? [first] : [];
  if (total <= has) return [];
  const partners = count(total, 'partner', 'partners');
  if (total <= FIRST_PARTNERS) return [{ label: `Show ${partners}`, top: total }];
  return [...(has === 0 ? [first] : []), { label: `Show all ${partners}`, top: total }];
}

/** The domain or slug to look it up by; `null`: only its name is known. */
export function companyOf({ domain, slug }: Pick<Partner, 'domain' | 'slug'>): string | null {
  return readDomain(domain ?? '') ?? slug;
}
