import { isAsking, needOf, type Choice, type Found } from '../plan/column-spec';
import { comparedOf } from '../plan/column-answer';
import { fetchCompared, fetchFound, chooseIdentifiers, type Choosing } from './fetch-records-of-run';
import { recallFresh, type Fetching, type Outcomes } from './fetch-kind';
import type { LookupKind, LookupOutcome } from '../../records/outcome';
import { inTurn, SendOrder } from './one-at-a-time';
import { lookupName } from '../../credits/run-budget';
import { now } from '../../client/ports';

/** One for the next rows, and one for the rows after them. */
const FETCHES_AT_ONCE = 2;

/**
 * What an enrichment fetches while it still writes earlier rows. Answers belong to companies, so rows may move
 * meanwhile.
 */
export interface Prefetch {
  order: SendOrder;
  begun: number;
  /** In progress, oldest first. */
  fetches: readonly Fetch[];
  /** Answers for rows that were already read. */
  readonly answers: Map<string, Found>;
  /** Partners of the companies that others are compared with; `null`: not fetched yet, or failed. */
  compared: Outcomes | null;
  /** Resolves once the last note of what is to be sent is saved. */
  noted: Promise<void>;
}

interface Fetch {
  readonly identifiers: ReadonlySet<string>;
  /** The lookups that will certainly be made; see {@link lookupName}. */
  readonly names: readonly string[];
  /** Whether its greatest cost was reserved before it began. */
  readonly isReserved: boolean;
  /** `null`: it was cut short. */
  readonly answers: Promise<ReadonlyMap<string, Found> | null>;
}

/** Companies whose answers are wanted, each list in the order of the rows. */
interface Wishes {
  readonly next: readonly string[];
  /** Companies of later rows. */
  readonly later: readonly string[];
  /** Whether no other rows are left. */
  readonly isEnd: boolean;
}

interface Runner {
  readonly choices: readonly Choice[];
  readonly fetching: Fetching;
  readonly prefetch: Prefetch;
  /** Saves what is about to be sent, so that it counts whatever happens. */
  readonly note: () => Promise<void>;
}

export function newPrefetch(): Prefetch {
  return {
    order: new SendOrder(),
    begun: 0,
    fetches: [],
    answers: new Map(),
    compared: null,
    noted: Promise.resolve(),
  };
}

/** Whether rows other than the next may be fetched: only if the greatest cost is known. */
export function mayPrefetch({ choices }: Pick<Runner, 'choices'>): boolean {
  return choices.filter(isAsking).every((choice) => needOf(choice) === 'company');
}

/**
 * Returns answers for the next rows: for as many as full requests were sent for, and at least one. The fetch for the
 * rows after them is then in progress.
 */
export async function findAnswers(run: Runner, wishes: Wishes): Promise<ReadonlyMap<string, Found>> {
  const { prefetch } = run;
  const next = new Set(wishes.next);
  const wished = new Set([...wishes.next, ...wishes.later]);
  for (const identifier of prefetch.answers.keys()) if (!wished.has(identifier)) prefetch.answers.delete(identifier);
  const found = new Map<string, Found>();
  for (const identifier of next) {
    const answer = prefetch.answers.get(identifier);
    if (answer !== undefined) found.set(identifier, answer);
  }
  const store: Recalled = { read: new Set(), fresh: new Map() };
  // The rows in trouble have been handled.
  if (prefetch.fetches.length === 0) prefetch.order = new SendOrder();
  for (;;) {
    const isNew = (identifier: string): boolean =>
      !found.has(identifier) && !prefetch.answers.has(identifier) && !isUnderWay(prefetch, identifier);
    while (mayBegin(run)) {
      const pending = [...wished].filter(isNew);
      if (!(await beginNext(run, pending, { next, isEnd: wishes.isEnd }, store))) break;
    }
    if (prefetch.order.isEnding) return found;
    const open = [...next].filter((identifier) => !found.has(identifier));
    const isNeeded =
      open.length > 0 && (found.size === 0 || open.some((identifier) => isUnderWay(prefetch, identifier)));
    if (prefetch.fetches.length === 0 || (!isNeeded && isWished(prefetch.fetches[0]!, wished))) return found;
    const fetched = await endFirst(run);
    // Answers that arrived before the cut are now in the store.
    if (fetched === null) store.read.clear();
    for (const [identifier, answer] of fetched ?? []) {
      if (next.has(identifier)) found.set(identifier, answer);
      if (!isFailed(answer)) prefetch.answers.set(identifier, answer);
    }
    if (prefetch.order.isEnding) return found;
    // The trouble did not affect the next rows, so they are asked for again.
    if (prefetch.fetches.length === 0 && found.size === 0) prefetch.order.lastPlace = Infinity;
  }
}

function mayBegin(run: Runner): boolean {
  const { order, fetches, compared } = run.prefetch;
  if (fetches.length === 0) return order.lastPlace === Infinity;
  return order.lastPlace === Infinity && fetches.length < FETCHES_AT_ONCE && compared !== null && mayPrefetch(run);
}

/** Saved answers that were already read for this block, so that none is read twice. */
interface Recalled {
  readonly read: Set<string>;
  readonly fresh: Map<string, LookupOutcome>;
}

/** @returns whether a fetch was begun */
async function beginNext(
  run: Runner,
  open: readonly string[],
  wish: Pick<Choosing, 'next' | 'isEnd'>,
  { read, fresh }: Recalled,
): Promise<boolean> {
  const { prefetch, fetching } = run;
  const { fetches } = prefetch;
  const { budget } = fetching;
  if (open.length === 0) return false;
  const compared = await findCompared(run);
  if (compared === null) return false;
  const choices = run.choices.filter(isAsking);
  const need = needOf(choices[0]!);
  const unread = need === 'listed' ? [] : open.filter((identifier) => !read.has(identifier));
  for (const [identifier, outcome] of await recallFresh(fetching, need as LookupKind, unread)) {
    fresh.set(identifier, outcome);
  }
  for (const identifier of unread) read.add(identifier);
  const identifiers = chooseIdentifiers(open, { ...wish, need, known: fresh });
  const names =
    need === 'listed' || !mayPrefetch(run)
      ? []
      : identifiers.filter((identifier) => !fresh.has(identifier)).map((identifier) => lookupName(need, identifier));
  const nowMs = await fetching.ports.perform(now());
  budget.expire(nowMs);
  const fits = budget.fitsCompanies(names);
  if (identifiers.length === 0 || (fetches.length > 0 && !(fits && fetches.every(({ isReserved }) => isReserved))))
    return false;
  // Reserved before it is granted, so that the stored spending covers it and no other fetch waits.
  if (fits) budget.reserveCompanies(names, nowMs);
  const answers = begin(run, (own) => fetchFound(own, choices, identifiers, compared, fresh));
  // The failure is passed to the caller that awaits the answers. Until then it must not count as unhandled.
  answers.catch(() => undefined);
  prefetch.fetches = [...fetches, { identifiers: new Set(identifiers), names, isReserved: fits, answers }];
  return true;
}

function begin<T>(
  { prefetch, fetching, note: save }: Runner,
  fetch: (fetching: Fetching) => Promise<T>,
): Promise<T | null> {
  const { ports, budget } = fetching;
  const place = prefetch.begun;
  prefetch.begun += 1;
  const note = async (): Promise<void> => {
    // The note in progress may cover this fetch too.
    await prefetch.noted.catch(() => undefined);
    if (!budget.isNoted) await (prefetch.noted = save());
  };
  const noting = { place, isNoted: () => budget.isNoted, note };
  return inTurn(ports, prefetch.order, noting, (own) => fetch({ ...fetching, ports: own }));
}

/** Ends fetches in progress, which then send nothing more. Their answers are saved. Never throws. */
export async function endPrefetch(run: Pick<Runner, 'prefetch' | 'fetching'>): Promise<void> {
  const { prefetch } = run;
  if (prefetch.fetches.length === 0) return;
  prefetch.order.close();
  while (prefetch.fetches.length > 0) {
    try {
      await endFirst(run);
    } catch {
      // No row waits for it.
    }
  }
}

/** @returns `null`: it was cut short */
async function endFirst({
  prefetch,
  fetching,
}: Pick<Runner, 'prefetch' | 'fetching'>): Promise<ReadonlyMap<string, Found> | null> {
  const [first, ...others] = prefetch.fetches;
  prefetch.fetches = others;
  try {
    return await first!.answers;
  } finally {
    for (const name of first!.names) fetching.budget.release(name);
  }
}

/**
 * Fetches the compared companies once, before anything is paid for a row. Throws if there is nothing to compare with.
 *
 * @returns `null`: it was cut short
 */
async function findCompared(run: Runner): Promise<Outcomes | null> {
  const { prefetch, choices } = run;
  if (prefetch.compared !== null || comparedOf(choices).length === 0) return (prefetch.compared ??= new Map());
  prefetch.compared = await begin(run, (own) => fetchCompared(own, choices));
  // The reason to wait is gone.
  if (!prefetch.order.isEnding) prefetch.order.lastPlace = Infinity;
  return prefetch.compared;
}

function isWished({ identifiers }: Fetch, wished: ReadonlySet<string>): boolean {
  return [...identifiers].some((identifier) => wished.has(identifier));
}

function isUnderWay({ fetches }: Prefetch, identifier: string): boolean {
  return fetches.some(({ identifiers }) => identifiers.has(identifier));
}

function isFailed({ company, partners, lists }: Found): boolean {
  return [company, partners, ...lists.values()].some((outcome) => outcome?.is === 'failed');
}
