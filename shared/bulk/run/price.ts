import type { Input } from '../../cells/inputs';
import { NOBODY } from '../../records/nobody';
import { account, type Account } from '../../records/ports';
import { now } from '../../client/ports';
import { paid } from '../../credits/ports';
import { peek } from '../../lookup/ports';
import { TraceError } from '../../errors/trace-error';
import type { LookupOutcome } from '../../records/outcome';
import { toPartnersEstimate, type PartnersEstimate } from '../../credits/partners-estimate';
import { mostOf, toQuote, withOthers, type KnownCompanies, type Quote } from '../../credits/quote';
import { isAsking, needOf } from '../plan/column-spec';
import { comparedOf } from '../plan/column-answer';
import { fetchCompared, fetchFound } from '../fetch/fetch-records-of-run';
import type { Fetching } from '../fetch/fetch-kind';
import type { RunPorts } from '../sheet/ports';
import type { Plan, PlannedRow } from '../plan/plan';
import { RunBudget } from '../../credits/run-budget';
import { runLimits, type RunSettings } from '../fetch/run-settings';
import { say } from '../../errors/say';
import type { GridCell } from '../sheet/cell-values';
import { toAnswer } from './row-answer';
import { withStatus } from './status-column';

/** How many companies are looked up in the store at once. */
const PEEKED_AT_ONCE = 10_000;

/** A preview shows so many rows. */
export const PREVIEW_ROWS = 3;
/** The most that a preview costs, in credits: enough for the partners of a few companies. */
const PREVIEW_MOST = 100;

export interface RunPrice {
  readonly quote: Quote;
  /** In credits, if Trace tracks every company; `null`: the number of partners is unknown, so a limit is needed. */
  readonly most: number | null;
  /** Where the number of partners is unknown: what it will probably be; `null`: nothing is known yet. */
  readonly partnersEstimate: PartnersEstimate | null;
  /** The most that a preview costs, in credits. It is always known. */
  readonly previewMost: number;
}

/**
 * What a run would cost, found without a request. Includes the companies that rows are compared with. Throws the problem of
 * a name that cannot be read.
 */
export async function priceRun(
  ports: RunPorts,
  plan: Pick<Plan, 'rows' | 'choices'>,
  maxAgeMs: number,
): Promise<RunPrice> {
  const { rows, choices } = plan;
  const inRows = new Set(rows.map(({ identifier }) => identifier));
  const others = comparedOf(choices).filter((identifier) => !inRows.has(identifier));
  const what = mayBeUnpriced(plan) ? 'partners' : 'company';
  const known = await peekAll(ports, [...inRows, ...others], what);
  const nowMs = await ports.perform(now());
  const age = { maxAgeMs, isAgeAsked: true };
  const quoteOf = (identifiers: readonly string[]): Quote => {
    const inputs = identifiers.map((identifier): Input => ({ is: 'company', identifier, given: identifier }));
    return toQuote({ rows: inputs, isRange: true, givenRows: inputs.length }, what, known, age, nowMs);
  };
  const quote = withOthers(quoteOf(rows.map(({ identifier }) => identifier)), quoteOf(others));
  const isTyped = choices.filter(isAsking).some((choice) => needOf(choice) === 'typed');
  // Of how many of a company's partners a type is, nobody knows.
  const isOpen = what === 'partners' && !isTyped;
  const partnersEstimate = isOpen ? toPartnersEstimate([...inRows, ...others], known, age, nowMs) : null;
  const mostFor = (of: Quote): number | null => (isTyped ? null : mostOf(of));
  const previewed = quoteOf(rows.slice(0, PREVIEW_ROWS).map(({ identifier }) => identifier));
  const ofPreview = mostFor(withOthers(previewed, quoteOf(others)));
  const previewMost = Math.min(ofPreview ?? PREVIEW_MOST, PREVIEW_MOST);
  return { quote, most: mostFor(quote), partnersEstimate, previewMost };
}

async function peekAll(
  ports: RunPorts,
  identifiers: readonly string[],
  what: 'company' | 'partners',
): Promise<KnownCompanies> {
  const company = new Map<string, LookupOutcome>();
  const partners = new Map<string, LookupOutcome>();
  const isPaid = new Set<string>();
  for (let start = 0; start < identifiers.length; start += PEEKED_AT_ONCE) {
    const some = identifiers.slice(start, start + PEEKED_AT_ONCE);
    for (const [identifier, outcome] of await ports.perform(peek('company', some))) company.set(identifier, outcome);
    for (const identifier of await ports.perform(paid(some))) isPaid.add(identifier);
    if (what === 'company') continue;
    for (const [identifier, outcome] of await ports.perform(peek('partners', some))) partners.set(identifier, outcome);
  }
  return { company, partners, isPaid: (identifier) => isPaid.has(identifier) };
}

/** Whether the price may be unknown. The price of companies is always known. */
function mayBeUnpriced({ choices }: Pick<Plan, 'choices'>): boolean {
  return choices.filter(isAsking).some((choice) => needOf(choice) !== 'company');
}

/** Throws `capNeeded` where the run has no limit and its highest price is unknown. */
export function checkCap({ quote, most }: RunPrice, cap: number | null): void {
  if (most === null && cap === null) throw new TraceError('capNeeded', { unknown: quote.unknown || quote.toPay });
}

/** The limit of a run in credits: the user's own, or else its highest price. Throws `capNeeded` where that is unknown. */
export async function limitOf(
  ports: RunPorts,
  plan: Pick<Plan, 'rows' | 'choices'>,
  { cap, maxAgeMs }: Pick<RunSettings, 'cap' | 'maxAgeMs'>,
): Promise<number> {
  if (cap !== null) return cap;
  const price = await priceRun(ports, plan, maxAgeMs);
  checkCap(price, cap);
  return price.most ?? 0;
}

/**
 * The account that pays for a run. Without a key, a run over practice companies still works: all its answers are saved.
 * Throws `noKey` where anything else is needed, before the sheet is changed.
 */
export async function payerOf(
  ports: RunPorts,
  plan: Pick<Plan, 'rows' | 'choices'>,
  maxAgeMs: number,
): Promise<Account> {
  const payer = await ports.perform(account());
  if (payer !== null) return payer;
  const { quote, most } = await priceRun(ports, plan, maxAgeMs);
  if (quote.toPay + quote.paid > 0 || most !== 0) throw new TraceError('noKey', {});
  return NOBODY;
}

export interface PreviewRow {
  readonly row: number;
  readonly identifier: string;
  /** `null`: no answer. */
  readonly cells: readonly (GridCell | null)[];
  /** A sentence that says why a cell has no answer; `null`: all have one. */
  readonly problem: string | null;
}

export interface Preview {
  readonly rows: readonly PreviewRow[];
  /** The credits spent on these rows. The run does not pay for them again. */
  readonly credits: number;
}

/** The first rows as the run would fill them. Writes nothing to the sheet; the answers stay in the store. */
export async function previewRun(
  ports: RunPorts,
  plan: Pick<Plan, 'rows' | 'choices'>,
  settings: Pick<RunSettings, 'cap' | 'maxAgeMs'>,
  shown = PREVIEW_ROWS,
): Promise<Preview> {
  const payer = await payerOf(ports, plan, settings.maxAgeMs);
  const budget = new RunBudget(await limitOf(ports, plan, settings));
  const { rows, choices } = plan;
  const fetching: Fetching = {
    ports,
    holder: '',
    payer,
    maxAgeMs: settings.maxAgeMs,
    budget,
    toLimits: runLimits,
    missingRoutes: new Map(),
  };
  const some = rows.slice(0, shown);
  const identifiers = [...new Set(some.map(({ identifier }) => identifier))];
  const found = await fetchFound(
    fetching,
    choices.filter(isAsking),
    identifiers,
    await fetchCompared(fetching, choices),
  );
  const toRow = ({ row, identifier }: PlannedRow): PreviewRow => {
    const { cells, error, as } = toAnswer(choices, found.get(identifier)!);
    const isWhole = cells.every((cell, at) => cell !== null || !isAsking(choices[at]!));
    const problem = isWhole || error === null ? null : say(error, 'run');
    const shown = withStatus(choices, cells, as, identifier);
    const toShown = (cell: GridCell | null, at: number): GridCell | null =>
      cell === null && !isAsking(choices[at]!) ? { kind: 'blank' } : cell;
    return { row, identifier, cells: shown.map(toShown), problem };
  };
  return { rows: some.map(toRow), credits: budget.used };
}
