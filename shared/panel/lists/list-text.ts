import type { SavedList } from '../../client/resources/list-answers';
import type { PanelAnswer } from '../protocol';

/** The name of a list, or its id where it has none. */
export function nameOfList({ name, list_id }: Pick<SavedList, 'name' | 'list_id'>): string {
  return name ?? list_id;
}

/** Whether its definition and companies may be changed with this key. The service decides about words not known here. */
export function mayChange({ access_level }: Pick<SavedList, 'access_level'>): boolean {
  return access_level?.toLowerCase() !== 'viewer';
}

/** The lists that have what was typed in their names. */
export function searchLists(lists: readonly SavedList[], text: string): readonly SavedList[] {
  const wanted = text.trim().toLowerCase();
  return lists.filter((list) => nameOfList(list).toLowerCase().includes(wanted));
}

/** Whether the list of an action was deleted, or is no longer shared. */
export function isGone(answer: PanelAnswer<unknown>): boolean {
  return !answer.ok && answer.code === 'listUnknown';
}

export const LIST_GONE = 'This list was deleted, or is no longer shared with you.';
