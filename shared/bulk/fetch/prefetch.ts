import { comparedOf, needOf, type Found } from '../plan/column-spec';
import { fetchCompared, fetchFound } from './fetch-records-of-run';
import { recallFresh, type Fetching, type Outcomes } from './fetch-kind';
import { chooseIdentifiers, type Choosing } from './fill-batches';
import type { LookupKind, LookupOutcome } from '../../records/outcome';
import type { Head } from '../journal/journal';
import { holdFile } from '../sheet/file-lease';
import { inTurn, SendOrder } from './one-at-a-time';
import type { RowRecord } from '../rows/row-record';
import { lookupName } from '../../credits/run-budget';
import { saveSpent } from '../journal/budget-record';
import { now } from '../../client/ports';

/** One whose rows are next, and one whose rows come after. */
const FETCHES_AT_ONCE = 2;

/** What a run fetches while it still works on the rows before. It is an answer by company: rows may move meanwhile. */
export interface Prefetch {
  order: SendOrder;
  begun: number;
  /** Under way, in the order in which they began. */
  fetches: readonly Fetch[];
  /** Fetched, for rows that are read already. */
  readonly answers: Map<string, Found>;
  /** Partners of the companies that others are compared with; `null`: not fetched yet, or not with success. */
  compared: Outcomes | null;
}

interface Fetch {
  readonly identifiers: ReadonlySet<string>;
  /** Of what is sure to be looked up; see {@link lookupName}. */
  readonly names: readonly string[];
  /** Whether what it costs at most was set aside before it began. */
  readonly isHeld: boolean;
  /** `null`: it was cut short. */
  readonly answers: Promise<ReadonlyMap<string, Found> | null>;
}

/** Whose answers are wanted; each list in the order of the rows. */
export interface Wishes {
  readonly next: readonly string[];
  /** Companies of the rows after these. */
  readonly later: readonly string[];
  /** Whether these are all that are left. */
  readonly isEnd: boolean;
}

interface Runner {
  readonly head: Head;
  readonly fetching: Fetching;
  readonly prefetch: Prefetch;
  readonly rows: readonly RowRecord[];
}

export function newPrefetch(): Prefetch {
  return { order: new SendOrder(), begun: 0, fetches: [], answers: new Map(), compared: null };
}

/** Whether fetches may be under way for rows that are not next: only if it is known what they cost at most. */
export function mayPrefetch({ head }: Pick<Runner, 'head'>): boolean {
  return head.choices.every((choice) => needOf(choice) === 'company');
}

/**
 * Answers for the rows that are next, of as many of them as full requests were sent for; for one of them at least. What is
 * fetched for the rows after them is under way when it comes back.
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
  // The rows of what was in trouble have been looked at.
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
    // What it was answered before it was cut short is in the store by now.
    if (fetched === null) store.read.clear();
    for (const [identifier, answer] of fetched ?? []) {
      if (next.has(identifier)) found.set(identifier, answer);
      if (!isFailed(answer)) prefetch.answers.set(identifier, answer);
    }
    if (prefetch.order.isEnding) return found;
    // None of the rows that are next has met the trouble: they are asked for anew.
    if (prefetch.fetches.length === 0 && found.size === 0) prefetch.order.lastPlace = Infinity;
  }
}

function mayBegin(run: Runner): boolean {
  const { order, fetches, compared } = run.prefetch;
  if (fetches.length === 0) return order.lastPlace === Infinity;
  return order.lastPlace === Infinity && fetches.length < FETCHES_AT_ONCE && compared !== null && mayPrefetch(run);
}

/** What was read from the store for the rows of this block, so that it is read but once. */
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
  const { prefetch, fetching, head } = run;
  const { fetches } = prefetch;
  const { budget } = fetching;
  if (open.length === 0) return false;
  const compared = await findCompared(run);
  if (compared === null) return false;
  const need = needOf(head.choices[0]!);
  const unread = need === 'typed' ? [] : open.filter((identifier) => !read.has(identifier));
  for (const [identifier, outcome] of await recallFresh(fetching, need as LookupKind, unread)) {
    fresh.set(identifier, outcome);
  }
  for (const identifier of unread) read.add(identifier);
  const identifiers = chooseIdentifiers(open, { ...wish, need, known: fresh });
  const names =
    need === 'typed' || !mayPrefetch(run)
      ? []
      : identifiers.filter((identifier) => !fresh.has(identifier)).map((identifier) => lookupName(need, identifier));
  const nowMs = await fetching.ports.perform(now());
  budget.expire(nowMs);
  const fits = names.filter((name) => budget.lostFor(name) === 0).length <= budget.left;
  if (identifiers.length === 0 || (fetches.length > 0 && !(fits && fetches.every(({ isHeld }) => isHeld))))
    return false;
  // Known before it is granted, so that the journal of the rows before says so, and nobody waits for another one.
  if (fits) for (const name of names) budget.hold(name, 1, nowMs);
  const answers = begin(run, (own) => fetchFound(own, head.choices, identifiers, compared, fresh));
  // Who waits for it hears of a failure; until then it is nobody's.
  answers.catch(() => undefined);
  prefetch.fetches = [...fetches, { identifiers: new Set(identifiers), names, isHeld: fits, answers }];
  return true;
}

function begin<T>({ prefetch, fetching, rows }: Runner, fetch: (fetching: Fetching) => Promise<T>): Promise<T | null> {
  const { ports, budget } = fetching;
  const place = prefetch.begun;
  prefetch.begun += 1;
  const noting = { place, isNoted: () => budget.isNoted, note: () => saveSpent(ports, budget, rows) };
  return inTurn(ports, prefetch.order, noting, (own) => fetch({ ...fetching, ports: own }));
}

/** Waits for what is under way, which sends nothing more. Its answers are remembered in the store. Throws nothing. */
export async function endPrefetch(run: Pick<Runner, 'prefetch' | 'fetching'>): Promise<void> {
  const { prefetch, fetching } = run;
  if (prefetch.fetches.length === 0) return;
  prefetch.order.close();
  try {
    await holdFile(fetching.ports, fetching.holder);
  } catch {
    // Whoever holds the file by now may write: nothing is written here any more.
  }
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
 * First and once, before anything is paid for any row. Throws where there is nothing to compare with.
 *
 * @returns `null`: it was cut short
 */
async function findCompared(run: Runner): Promise<Outcomes | null> {
  const { prefetch, head } = run;
  if (prefetch.compared !== null || comparedOf(head.choices).length === 0) return (prefetch.compared ??= new Map());
  prefetch.compared = await begin(run, (own) => fetchCompared(own, head.choices));
  // What it had to wait for is over.
  if (!prefetch.order.isEnding) prefetch.order.lastPlace = Infinity;
  return prefetch.compared;
}

function isWished({ identifiers }: Fetch, wished: ReadonlySet<string>): boolean {
  return [...identifiers].some((identifier) => wished.has(identifier));
}

function isUnderWay({ fetches }: Prefetch, identifier: string): boolean {
  return fetches.some(({ identifiers }) => identifiers.has(identifier));
}

function isFailed({ company, partners, typed }: Found): boolean {
  return [company, partners, ...typed.values()].some((outcome) => outcome?.is === 'failed');
}
