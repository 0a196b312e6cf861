import { deleteList, indexLists, parseJson, readListsPage } from '../shared/api';
import { send, type Sender } from './send';

const TRIES = 2;

/**
 * Deletes the list that the check created. If its id was lost with an answer, it is searched by name.
 *
 * @returns `null`, or the sentence on what is left behind
 */
export async function removeOwnList(listId: string | null, name: string, sender: Sender): Promise<string | null> {
  let wasAsked = false;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const ids = listId === null ? await findByName(name, sender) : [listId];
    if (ids === null) continue;
    const [id] = ids;
    if (id === undefined) return null;
    const fate = await send(deleteList(id), sender);
    if (fate.is !== 'answer') continue;
    const { status } = fate.answer;
    if ((status >= 200 && status < 300) || status === 404) return null;
    wasAsked = true;
  }
  const why = wasAsked ? 'Trace refused to delete it' : 'Trace could not be asked';
  return `The list "${name}" may be left behind: ${why}. Delete it at app.tracedata.ai.`;
}

/** Searches the first page only, where a new list is expected; `null` if it could not be read. */
async function findByName(name: string, sender: Sender): Promise<readonly string[] | null> {
  const fate = await send(indexLists(1), sender);
  const page = fate.is === 'answer' ? readListsPage(parseJson(fate.answer.text)) : null;
  return page === null ? null : page.lists.filter((list) => list.name === name).map(({ list_id }) => list_id);
}
