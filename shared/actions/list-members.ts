import { readMembersPage, type Member } from '../client/resources/list-answers';
import { LIST_ROWS_PER_PAGE, listMembers as toMembersRequest, type Tier } from '../client/resources/lists';
import { now } from '../client/ports';
import type { ActionTask } from './ports';
import { say } from '../errors/say';
import { toTraceError, TraceError } from '../errors/trace-error';
import { ACTION_LASTS_MS, askFor } from './send-action';
import { requireUserKey } from './user-key';

/** The most members that one action reads: a credit for each at the very most. */
export const MAX_MEMBERS = 10_000;

/** Which members are read. */
export interface MembersWanted {
  /** How many at most, and so how many credits at most. */
  readonly top: number;
  /** How many come before them. */
  readonly offset: number;
  /** `null`: all. */
  readonly tier: Tier | null;
  /** A part of a name or domain; `null`: all. */
  readonly search: string | null;
  /** Whether the list is computed anew first. */
  readonly forceRefresh: boolean;
}

export interface ReadMembers {
  readonly members: readonly Member[];
  /** How many there are in all; `null` where it is not told. */
  readonly total: number | null;
  /** Where to go on; `null` after the last. */
  readonly nextOffset: number | null;
  /** Why it ended early, in a sentence; what came before is kept, since it is paid for. */
  readonly problem: string | null;
}

/**
 * The members of a list, page by page. Each page begins where the one before really ended, since the service may give
 * fewer than it was asked for. Throws where not even the first page came.
 */
export function* readMembers(listId: string, wanted: MembersWanted): ActionTask<ReadMembers> {
  yield* requireUserKey();
  const deadlineMs = (yield* now()) + ACTION_LASTS_MS;
  const members: Member[] = [];
  const known = new Set<string>();
  let offset = wanted.offset;
  let total: number | null = null;
  for (;;) {
    const limit = Math.min(LIST_ROWS_PER_PAGE, wanted.top - (offset - wanted.offset));
    const isFirst = offset === wanted.offset;
    let page: ReturnType<typeof readMembersPage>;
    try {
      const query = { ...wanted, limit, offset, forceRefresh: wanted.forceRefresh && isFirst };
      page = readMembersPage(yield* askFor(toMembersRequest(listId, query), new TraceError('listUnknown', { listId })));
      if (page === null) throw new TraceError('unreadable', {});
    } catch (thrown) {
      if (isFirst) throw thrown;
      return { members, total, nextOffset: offset, problem: say(toTraceError(thrown), 'action') };
    }
    total = page.total ?? total;
    const fresh = page.members.filter((member) => !known.has(nameOf(member)));
    for (const member of fresh) known.add(nameOf(member));
    members.push(...fresh);
    offset += page.rows;
    // A service that knows no offset gives its first page for ever.
    const isLast = fresh.length === 0 || (total !== null && offset >= total);
    const isEnough = offset - wanted.offset >= wanted.top;
    if (isLast || isEnough || (yield* now()) > deadlineMs) {
      const nextOffset = isLast ? null : Math.min(offset, wanted.offset + wanted.top);
      return { members: members.slice(0, wanted.top), total, nextOffset, problem: null };
    }
  }
}

function nameOf({ domain, slug, name }: Member): string {
  return JSON.stringify([domain, slug, name]);
}
