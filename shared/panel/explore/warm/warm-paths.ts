import { TraceError, toTraceError } from '../../../errors/trace-error';
import { recallFresh } from '../../../enrich/fetch/fetch-kind';
import type { RunPorts } from '../../../enrich/sheet/ports';
import { NO_OPTIONS } from '../../../cells/options';
import { readCount, readText } from '../../../client/json';
import { priceOfPairsWith } from '../../../credits/action-prices';
import { traitsOf } from '../../../errors/traits';
import { findPartners, toNameQuestion, type Pair, type PairOutcome } from '../../../functions/bodies/partner-by-name';
import type { LookupPorts } from '../../../lookup/ports';
import type { LookupKind, LookupOutcome } from '../../../records/outcome';
import { runAsync, type Async } from '../../../task';
import { lookUp, spendUpTo } from '../within-credits';

/** Two companies, each by domain or slug. */
export interface WarmPair {
  readonly account: string;
  readonly partner: string;
}

/** Each pair is a request, and every host can store this many companies. */
export const MOST_PAIRS = 2_000;

/** All pairs but those of a company with itself: the partners of the first account, then those of the second one. */
export function toPairs(accounts: readonly string[], partners: readonly string[]): readonly WarmPair[] {
  return accounts.flatMap((account) =>
    partners.flatMap((partner) => (partner === account ? [] : [{ account, partner }])),
  );
}

/** What is known of one pair. */
export type PathFound =
  | {
      readonly is: 'yes';
      readonly type: string | null;
      /** Timestamps of the API. */
      readonly first: string | null;
      readonly last: string | null;
      readonly observations: number | null;
    }
  /** `open`: not asked yet, or asked in vain. */
  | { readonly is: 'none' | 'notTracked' | 'notKnown' | 'open' };

export interface WarmPath extends WarmPair {
  readonly found: PathFound;
}

/** What is saved of some pairs, and what the others cost. */
export interface WarmSearch {
  /** As many as there are pairs, in their order. */
  readonly paths: readonly WarmPath[];
  /** For the pairs that are open, at most. */
  readonly credits: number;
}

export interface WarmAsked {
  /** Those of the pairs that were asked about, in order. */
  readonly paths: readonly WarmPath[];
  /** What it cost, at most. */
  readonly credits: number;
  /** The part of it that may not have been charged: answers were lost on their way. */
  readonly unsure: number;
  /** Why some are still open; `null`: none is, or the person stopped it. */
  readonly error: TraceError | null;
}

/** The person who waits. */
interface WarmWatch {
  readonly mayGoOn: () => boolean;
  readonly onAnswered: (paths: readonly WarmPath[]) => void;
}

/** Few enough that the user sees progress, and a stop takes effect soon. */
const PAIRS_AT_ONCE = 40;

/** Reads saved answers, without a request. */
export async function recallPaths(ports: RunPorts, pairs: readonly WarmPair[]): Promise<WarmSearch> {
  const run = await spendUpTo(ports, 0);
  const unsaved = new Set<string>();
  const paths = await readPaths(pairs, async (kind, identifiers) => {
    const known = await recallFresh(run, kind, identifiers);
    for (const each of identifiers) if (!known.has(each)) unsaved.add(each);
    return new Map(identifiers.map((each) => [each, known.get(each) ?? NOT_ASKED]));
  });
  const open = paths.flatMap(({ path }) => (path.found.is === 'open' ? [path.partner] : []));
  const isNamed = (partner: string): boolean => !unsaved.has(toNameQuestion(partner, partner));
  return { paths: paths.map(({ path }) => path), credits: priceOfPairsWith(open, isNamed) };
}

/**
 * Asks about pairs one by one, through the list of partners that the documentation shows: a partnership costs a credit,
 * and nothing else does. Each answer is saved as it comes. After a failure that others would share, nothing more is sent.
 * Throws why the host sends nothing at all.
 *
 * @param credits the most that all of them may cost
 */
export async function askPaths(
  ports: RunPorts,
  pairs: readonly WarmPair[],
  credits: number,
  { mayGoOn, onAnswered }: WarmWatch,
): Promise<WarmAsked> {
  const run = await spendUpTo(ports, credits);
  const asked: WarmPath[] = [];
  let error: TraceError | null = null;
  for (let at = 0; at < pairs.length && mayGoOn(); at += PAIRS_AT_ONCE) {
    let read: readonly ReadPath[];
    try {
      read = await readPaths(pairs.slice(at, at + PAIRS_AT_ONCE), (kind, some) => lookUp(run, kind, some));
    } catch (thrown) {
      if (asked.length + run.budget.used === 0) throw thrown;
      error ??= toTraceError(thrown);
      break;
    }
    const paths = read.map(({ path }) => path);
    asked.push(...paths);
    onAnswered(paths);
    const outcomes = read.map(({ outcome }) => outcome);
    error ??= errorIn(outcomes);
    if (isInVain(outcomes)) break;
  }
  return { paths: asked, credits: run.budget.used, unsure: run.budget.unsure, error };
}

const NOT_ASKED: LookupOutcome = { is: 'notAsked' };

type LookUp = (kind: LookupKind, identifiers: readonly string[]) => Promise<ReadonlyMap<string, LookupOutcome>>;

interface ReadPath {
  readonly path: WarmPath;
  readonly outcome: PairOutcome;
}

async function readPaths(pairs: readonly WarmPair[], answer: LookUp): Promise<readonly ReadPath[]> {
  const task = findPartners(pairs.map(toPair), NO_OPTIONS);
  const ports: Async<Pick<LookupPorts, 'lookup'>> = { lookup: ({ kind, identifiers }) => answer(kind, identifiers) };
  const outcomeOf = await runAsync(task, ports);
  return pairs.map((pair) => {
    const outcome = outcomeOf(toPair(pair));
    return { path: { ...pair, found: toFound(outcome) }, outcome };
  });
}

function toPair({ account, partner }: WarmPair): Pair {
  return { a: account, b: partner };
}

function toFound(outcome: PairOutcome): PathFound {
  if (outcome.is === 'notTracked') return { is: 'notTracked' };
  if (outcome.is !== 'found') return { is: 'open' };
  const { about } = outcome.record;
  if (about['partnered'] !== true) return { is: about['partnered'] === false ? 'none' : 'notKnown' };
  return {
    is: 'yes',
    type: readText(about['type']),
    first: readText(about['first_observed_at']),
    last: readText(about['last_observed_at']),
    observations: readCount(about['observation_count']),
  };
}

function errorIn(outcomes: readonly PairOutcome[]): TraceError | null {
  for (const outcome of outcomes) {
    if (outcome.is === 'failed') return outcome.error;
    if (outcome.is === 'noRoute') return new TraceError('routeMissing', { operation: outcome.operation });
  }
  return null;
}

/** Whether the next ones would fail too. */
function isInVain(outcomes: readonly PairOutcome[]): boolean {
  const failed = outcomes.filter(({ is }) => is === 'failed' || is === 'noRoute');
  if (failed.length === outcomes.length) return true;
  return failed.some((outcome) => outcome.is === 'failed' && traitsOf(outcome.error).ends === 'all');
}

/** Pairs with the same kind of answer. */
export interface WarmGroup {
  readonly title: string;
  readonly isWarm: boolean;
  readonly paths: readonly WarmPath[];
}

const GROUPS: readonly (readonly [title: string, kinds: readonly PathFound['is'][]])[] = [
  ['Yes', ['yes']],
  ['None recorded', ['none']],
  ['Not tracked or not known', ['notTracked', 'notKnown']],
];

/** The answered pairs, the warm ones first. */
export function toGroups(paths: readonly WarmPath[]): readonly WarmGroup[] {
  return GROUPS.map(([title, kinds]) => ({
    title,
    isWarm: kinds.includes('yes'),
    paths: paths.filter(({ found }) => kinds.includes(found.is)),
  })).filter((group) => group.paths.length > 0);
}
