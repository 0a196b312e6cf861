import { readMembersPage, type Member } from '../../client/resources/list-answers';
import { LIST_ROWS_PER_PAGE, listMembers, type Tier } from '../../client/resources/lists';
import { toQuestionText, type RowsRecord } from '../../client/rows';
import { priceOfRows, addSpent } from '../../credits/action-prices';
import { RunBudget } from '../../credits/run-budget';
import { fetchKind, stopIn, type Fetching } from '../../enrich/fetch/fetch-kind';
import type { RunPorts } from '../../enrich/sheet/ports';
import { TraceError } from '../../errors/trace-error';
import type { FetchLimits } from '../../lookup/fetch-records';
import { account } from '../../lookup/ports';
import { toUsedText } from '../common/credits-used';
import { count, toCreditsText } from '../common/words';

/** Which members of a list are wanted. */
export interface MembersFilter {
  /** `null`: every tier. */
  readonly tier: Tier | null;
  /** Part of a name or a domain; `''`: all. */
  readonly search: string;
}

/** The members that were read so far, from the first one on. */
export interface MembersRead {
  /** While reading goes on, later pages are added to the same array. */
  readonly members: readonly Member[];
  /** How many the service has; `null`: it has not said. */
  readonly total: number | null;
  /** How many rows of the list were read, unusable ones included: the next page begins after them. */
  readonly offset: number;
  readonly isAll: boolean;
  /** How many rows the service puts on a page, at most. */
  readonly pageRows: number;
  /** What reading them cost so far, in credits. */
  readonly credits: number;
  /** What it may have cost besides, for pages whose answer was lost. */
  readonly unsure: number;
}

export const NO_MEMBERS: MembersRead = {
  members: [],
  total: null,
  offset: 0,
  isAll: false,
  pageRows: LIST_ROWS_PER_PAGE,
  credits: 0,
  unsure: 0,
};

interface MembersFetched {
  readonly read: MembersRead;
  /** Why reading stopped early; `null`: it did not, or a person stopped it. */
  readonly problem: TraceError | null;
  readonly isGone: boolean;
}

/** The user waits for these pages. */
const PAGES_AT_ONCE = 5;
const toLimits = (startMs: number): FetchLimits => ({
  deadlineMs: startMs + 120_000,
  requestsAtOnce: PAGES_AT_ONCE,
  retry: { maxRetries: 3, waitBudgetMs: 30_000 },
});

/**
 * Reads on where reading ended, page by page, and books what it costs like any lookup. What was read before a failure
 * is kept, since it is paid for. Throws `noKey`.
 *
 * @param wanted how many more members; no more is spent than their price
 * @param onRead receives what is there after each wave of pages
 */
export async function fetchMembers(
  ports: RunPorts,
  listId: string,
  filter: MembersFilter,
  before: MembersRead,
  wanted: number,
  onRead: (read: MembersRead) => void,
): Promise<MembersFetched> {
  const payer = await ports.perform(account());
  if (payer === null) throw new TraceError('noKey', {});
  const budget = new RunBudget(priceOfRows(wanted));
  // Lists change, so saved pages do not count.
  const age = { maxAgeMs: -1, isPrivate: true } as const;
  const run: Fetching = { ports, payer, ...age, budget, toLimits, missingRoutes: new Map() };
  const until = before.offset + wanted;
  const known = new Set(before.members.map(nameOf));
  // One array for all pages: a copy for each would make long lists slow. The one from before stays as it is.
  const members = [...before.members];
  let read: MembersRead = { ...before, members };
  while (!read.isAll && read.offset < until && ports.person.wish() === 'goOn') {
    const pages = nextPages(read, until);
    const questions = pages.map((page) => toQuestion(listId, filter, page));
    const outcomes = await fetchKind(run, 'rows', questions);
    let problem: TraceError | null = null;
    for (const [at, page] of pages.entries()) {
      const outcome = outcomes.get(questions[at]!);
      if (outcome?.is === 'notTracked') return { read: withCost(read, before, budget), problem: null, isGone: true };
      if (outcome?.is !== 'found') {
        const error = outcome?.is === 'failed' ? outcome.error : new TraceError('unreadable', {});
        problem = stopIn(outcomes.values()) ?? error;
        break;
      }
      const rows = read.offset;
      read = withPage(read, outcome.record as RowsRecord, page, { members, known });
      // After a short page, the next pages started at offsets that are too high.
      if (read.offset < rows + page.limit) break;
    }
    read = withCost(read, before, budget);
    onRead(read);
    if (problem !== null) return { read, problem, isGone: false };
  }
  return { read, problem: null, isGone: false };
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** Without a total, one page alone: it says how many companies there are and how many fit on a page. */
function nextPages({ offset, total, pageRows }: MembersRead, until: number): readonly Page[] {
  const end = total === null ? until : Math.min(until, Math.max(total, offset + 1));
  const most = total === null ? 1 : PAGES_AT_ONCE;
  const pages: Page[] = [];
  for (let from = offset; from < end && pages.length < most; from += pageRows) {
    pages.push({ offset: from, limit: Math.min(pageRows, end - from) });
  }
  return pages;
}

/** What grows with each page. */
interface Growing {
  readonly members: Member[];
  /** The names of all members so far. */
  readonly known: Set<string>;
}

function withPage(read: MembersRead, record: RowsRecord, page: Page, { members, known }: Growing): MembersRead {
  const found = readMembersPage({ members: record.rows, total: record.total })?.members ?? [];
  const fresh = found.filter((member) => !known.has(nameOf(member)));
  for (const member of fresh) {
    known.add(nameOf(member));
    members.push(member);
  }
  const rows = record.rows.length;
  const offset = read.offset + rows;
  const total = record.total ?? read.total;
  const isEnd = total === null ? rows < page.limit : offset >= total;
  // A service that ignores the offset would return its first page forever.
  const isAll = rows === 0 || isEnd || (fresh.length === 0 && page.offset > 0);
  return {
    ...read,
    total: isAll ? offset : total,
    offset,
    isAll,
    pageRows: !isAll && rows < page.limit ? rows : read.pageRows,
  };
}

function withCost(read: MembersRead, before: MembersRead, budget: RunBudget): MembersRead {
  const { used, unsure } = budget;
  return { ...read, ...addSpent(before, { credits: used - unsure, unsure }) };
}

function toQuestion(listId: string, { tier, search }: MembersFilter, { offset, limit }: Page): string {
  const wanted = { limit, offset, tier, search: search === '' ? null : search, forceRefresh: false };
  const { operation, path } = listMembers(listId, wanted);
  return toQuestionText({ operation, path, paging: 'none', top: limit, mayBeOne: false });
}

function nameOf({ domain, slug, name }: Member): string {
  return JSON.stringify([domain, slug, name]);
}

/** Companies that were read while the panel is open, so that seeing them again costs nothing. */
export interface MembersShelf {
  readonly take: (listId: string, filter: MembersFilter) => MembersRead | null;
  readonly put: (listId: string, filter: MembersFilter, read: MembersRead) => void;
  /** The list has changed since: what was read stays visible, and is marked. */
  readonly noteChanged: (listId: string) => void;
  readonly isChanged: (listId: string, filter: MembersFilter) => boolean;
}

export function makeMembersShelf(): MembersShelf {
  const kept = new Map<string, { readonly read: MembersRead; isChanged: boolean }>();
  const keyOf = (listId: string, { tier, search }: MembersFilter): string => JSON.stringify([listId, tier, search]);
  return {
    take: (listId, filter) => kept.get(keyOf(listId, filter))?.read ?? null,
    put: (listId, filter, read) => void kept.set(keyOf(listId, filter), { read, isChanged: false }),
    noteChanged(listId) {
      for (const [key, entry] of kept) if ((JSON.parse(key) as [string])[0] === listId) entry.isChanged = true;
    },
    isChanged: (listId, filter) => kept.get(keyOf(listId, filter))?.isChanged === true,
  };
}

/** So many are read unless more are asked for. */
export const PAGE_MEMBERS = 50;

export function toMoreLabel(members: number, credits: number, isMore: boolean): string {
  const what = isMore ? `${members.toLocaleString('en-US')} more` : count(members, 'company', 'companies');
  return `Read ${what} · up to ${toCreditsText(credits)}`;
}

/** What was read, and for how much. */
export function toReadText({ members, total, isAll, credits, unsure }: MembersRead): string {
  const all = isAll ? 'All ' : '';
  const of = isAll || total === null ? '' : ` of ${total.toLocaleString('en-US')}`;
  const what = count(members.length, 'company', 'companies');
  const paid = toUsedText(credits + unsure, unsure, null);
  if (members.length === 0) return 'No company matches.';
  if (isAll && members.length === 1) return `${what} · ${paid}`;
  return `${all}${of === '' ? what : `${members.length.toLocaleString('en-US')}${of} companies`} · ${paid}`;
}
