import type { SavedList } from '../lists/saved-list';
import { Refusal, detailError, flatError } from '../refusal';
import type { Call } from './route';

/** The list in `{list_id}`. Refuses with a 404 if there is none. */
export function listOfPath({ parameters, books }: Call): SavedList {
  const listId = parameters['list_id'] ?? '';
  const list = books.lists.find(listId);
  if (list !== null) return list;
  throw new Refusal(detailError(404, 'list_not_found', 'No list was found for that id.', { list_id: listId }));
}

/** The same, but refuses with a 403 if the user may only view it; the code is assumed. */
export function changeableListOfPath(call: Call): SavedList {
  const list = listOfPath(call);
  if (list.accessLevel !== 'viewer') return list;
  throw new Refusal(flatError(403, 'list_access_denied', 'You can view this list but not change it.'));
}
