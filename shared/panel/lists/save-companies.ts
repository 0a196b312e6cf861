import type { SavedList } from '../../client/resources/list-answers';
import type { Act } from '../protocol';
import { count } from '../common/words';
import { leftOf, toChangedText } from './domains-text';

/** The result of saving companies in a list. */
export interface SavedCompanies {
  /** The new list; `null`: none was created, or the service did not return it. */
  readonly list: SavedList | null;
  /** What happened; `''`: nothing. */
  readonly said: string;
  /** What went wrong; `''`: nothing. */
  readonly problem: string;
}

/** Adds companies to a list, for free. */
export async function addCompanies(act: Act, listId: string, domains: readonly string[]): Promise<SavedCompanies> {
  const added = await act('addDomains', { listId, domains });
  if (!added.ok) return { list: null, said: '', problem: added.sentence };
  return { list: null, said: toChangedText('addDomains', added.value), problem: leftOf(added.value)?.sentence ?? '' };
}

/** Creates a list of companies, for free. @param tell receives what is happening */
export async function createListOf(
  act: Act,
  name: string,
  domains: readonly string[],
  tell: (said: string) => void,
): Promise<SavedCompanies> {
  tell('Creating the list…');
  const made = await act('createList', { name });
  if (!made.ok) return { list: null, said: '', problem: made.sentence };
  const list = made.value;
  if (list === null) {
    return { list, said: 'The list is created. Open it in Lists to add the selected companies.', problem: '' };
  }
  tell(`Adding ${count(domains.length, 'company', 'companies')}…`);
  const { said, problem } = await addCompanies(act, list.list_id, domains);
  const created = said === '' ? 'The list is created, and empty.' : `The list is created. ${said}`;
  return { list, said: created, problem };
}
