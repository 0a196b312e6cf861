import type { Input } from '../cells/inputs';
import { account, now, peek } from '../effects';
import { TraceError } from '../errors';
import { toQuote, type Quote } from '../lookup/quote';
import { needOf, type Choice } from './choice';
import { toCell } from './choice';
import { fetchCompared, fetchFound, type Fetching } from './fetch';
import type { RunTask } from './grid';
import type { Plan, PlannedRow } from './plan';
import { runLimits, type RunSettings } from './run';
import { toGridCell, type GridCell } from './written';

/** How many companies are looked up in the store at once. */
const PEEKED_AT_ONCE = 10_000;

export interface RunPrice {
  readonly quote: Quote;
  /** Credits, if all are tracked; `null`: partners of unknown number are among them, so a limit is needed. */
  readonly most: number | null;
}

/** What a run would cost, told without a request. */
export function* priceRun({ rows, choices }: Pick<Plan, 'rows' | 'choices'>, maxAgeMs: number): RunTask<RunPrice> {
  const identifiers = [...new Set(rows.map(({ identifier }) => identifier))];
  const what = choices.some((choice) => needOf(choice) !== 'company') ? 'partners' : 'company';
  const company = new Map();
  const partners = new Map();
  const paid = new Set<string>();
  for (let start = 0; start < identifiers.length; start += PEEKED_AT_ONCE) {
    const some = identifiers.slice(start, start + PEEKED_AT_ONCE);
    const known = yield* peek('company', some);
    for (const [identifier, outcome] of known.outcomes) company.set(identifier, outcome);
    for (const identifier of known.paid) paid.add(identifier);
    if (what === 'company') continue;
    for (const [identifier, outcome] of (yield* peek('partners', some)).outcomes) partners.set(identifier, outcome);
  }
  const inputs = rows.map(({ identifier }): Input => ({ is: 'company', identifier, given: identifier }));
  const quote = toQuote(
    { rows: inputs, isRange: true },
    what,
    { company, partners, isPaid: (identifier) => paid.has(identifier) },
    { maxAgeMs, isAgeAsked: true },
    yield* now(),
  );
  const isTyped = choices.some((choice) => needOf(choice) === 'typed');
  return { quote, most: quote.unknown > 0 || isTyped ? null : quote.leastCredits };
}

/** Throws `capNeeded` where nobody could say what the run costs at most. */
export function checkCap({ quote, most }: RunPrice, cap: number | null): void {
  if (most === null && cap === null) throw new TraceError('capNeeded', { unknown: quote.unknown || quote.toPay });
}

export interface PreviewRow {
  readonly row: number;
  readonly identifier: string;
  /** `null`: could not be found out. */
  readonly cells: readonly (GridCell | null)[];
  /** Why there are such: a sentence. */
  readonly problem: string | null;
}

export interface Preview {
  readonly rows: readonly PreviewRow[];
  /** What these rows have cost; the run does not pay for them again. */
  readonly credits: number;
}

/** The first rows as the run would answer them. Nothing is written; answers are kept in the store. */
export function* previewRun(
  { rows, choices }: Pick<Plan, 'rows' | 'choices'>,
  { cap, maxAgeMs }: Pick<RunSettings, 'cap' | 'maxAgeMs'>,
  shown = 3,
): RunTask<Preview> {
  const payer = yield* account();
  if (payer === null) throw new TraceError('noKey', {});
  const purse = { used: 0, left: cap, charged: new Set<string>() };
  const fetching: Fetching = { holder: '', payer, maxAgeMs, purse, toLimits: runLimits, missingRoutes: new Map() };
  const some = rows.slice(0, shown);
  const identifiers = [...new Set(some.map(({ identifier }) => identifier))];
  const found = yield* fetchFound(fetching, choices, identifiers, yield* fetchCompared(fetching, choices));
  const toRow = ({ row, identifier }: PlannedRow): PreviewRow => {
    const cells = choices.map((choice: Choice) => toCell(choice, found.get(identifier)!));
    const problem = cells.find((cell) => cell instanceof TraceError);
    return { row, identifier, cells: cells.map(toGridCell), problem: problem?.message ?? null };
  };
  return { rows: some.map(toRow), credits: purse.used };
}
