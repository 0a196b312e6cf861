import { readMembersPage, type Member } from '../client/resources/list-answers';
import { LIST_ROWS_PER_PAGE, listMembers as toMembersRequest, type Tier } from '../client/resources/lists';
import type { ActionPorts } from './ports';
import { toTraceError, TraceError } from '../errors/trace-error';
import { ACTION_LASTS_MS, askFor } from './send-action';
import { requireUserKey } from './user-key';

/** The most members that one action reads. Each costs up to a credit. */
export const MAX_MEMBERS = 10_000;

/** The members to read. */
interface MembersWanted {
  /** The most members to read, and so the most credits to spend. */
  readonly top: number;
  /** How many members to skip. */
  readonly offset: number;
  /** `null`: every tier. */
  readonly tier: Tier | null;
  /** Part of a name or domain; `null`: no filter. */
  readonly search: string | null;
  /** Whether to recompute the list first. */
  readonly forceRefresh: boolean;
}

export interface ReadMembers {
  readonly members: readonly Member[];
  /** The total; `null` where the service does not say. */
  readonly total: number | null;
  /** Where to continue; `null` after the last member. */
  readonly nextOffset: number | null;
  /** Why reading stopped early. Earlier members are kept, since they are paid for. */
  readonly problem: TraceError | null;
}

/**
 * Reads the members of a list page by page. Each page starts where the last one really ended, since the service may
 * return fewer rows than asked for. Throws if not even the first page arrives.
 */
export async function readMembers(ports: ActionPorts, listId: string, wanted: MembersWanted): Promise<ReadMembers> {
  await requireUserKey(ports);
  const deadlineMs = (await ports.now()) + ACTION_LASTS_MS;
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
      page = readMembersPage(
        await askFor(ports, toMembersRequest(listId, query), new TraceError('listUnknown', { listId })),
      );
      if (page === null) throw new TraceError('unreadable', {});
    } catch (thrown) {
      if (isFirst) throw thrown;
      return { members, total, nextOffset: offset, problem: toTraceError(thrown) };
    }
    total = page.total ?? total;
    const fresh = page.members.filter((member) => !known.has(nameOf(member)));
    for (const member of fresh) known.add(nameOf(member));
    members.push(...fresh);
    offset += page.rows;
    // A service that ignores the offset would return its first page for ever.
    const isLast = fresh.length === 0 || (total !== null && offset >= total);
    const isEnough = offset - wanted.offset >= wanted.top;
    if (isLast || isEnough || (await ports.now()) > deadlineMs) {
      const nextOffset = isLast ? null : Math.min(offset, wanted.offset + wanted.top);
      return { members: members.slice(0, wanted.top), total, nextOffset, problem: null };
    }
  }
}

function nameOf({ domain, slug, name }: Member): string {
  return JSON.stringify([domain, slug, name]);
}
