import { nextPage } from '../client/pagination';
import { readListsPage, type SavedList } from '../client/resources/list-answers';
import { indexLists as toIndexRequest } from '../client/resources/lists';
import type { ActionPorts } from './ports';
import { TraceError } from '../errors/trace-error';
import { askFor } from './send-action';
import { requireUserKey } from './user-key';

/** 10,000 lists: more than any user has, and a limit on what a faulty service can make us read. */
const MAX_PAGES = 100;

/** The lists that the owner of the key may see, without repeats. */
export async function indexLists(ports: ActionPorts): Promise<readonly SavedList[]> {
  await requireUserKey(ports);
  const lists = new Map<string, SavedList>();
  let page: number | null = 1;
  while (page !== null) {
    const read = readListsPage(await askFor(ports, toIndexRequest(page), new TraceError('unreadable', {})));
    if (read === null) throw new TraceError('unreadable', {});
    for (const list of read.lists) if (!lists.has(list.list_id)) lists.set(list.list_id, list);
    page = nextPage(read.pagination, page, read.rows, MAX_PAGES);
  }
  return [...lists.values()];
}
