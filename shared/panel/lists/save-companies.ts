import type { SavedList } from '../../client/resources/list-answers';
import type { Act, PanelAnswer } from '../protocol';
import { count } from '../common/words';
import { leftOf, toChangedText, type DomainsChange, type SentDomains } from './domains-text';

/** The result of saving companies in a list. */
export interface SavedCompanies {
  /** The new list; `null`: none was created, or the service did not return it. */
  readonly list: SavedList | null;
  /** What happened; `''`: nothing. */
  readonly said: string;
  /** What went wrong; `''`: nothing. */
  readonly problem: string;
}

/**
 * Adds companies to a list or excludes them, for free. One action may have no time for all of them, so the panel goes on
 * until all are sent, or one part fails.
 */
export async function changeCompanies(
  act: Act,
  change: DomainsChange,
  listId: string,
  domains: readonly string[],
): Promise<PanelAnswer<SentDomains>> {
  const first = await act(change, { listId, domains });
  if (!first.ok || first.value.parts.some(({ is }) => is === 'failed')) return first;
  const unsent = first.value.parts.flatMap((part) => (part.is === 'unsent' ? part.domains : []));
  const rest = unsent.length === 0 ? null : await changeCompanies(act, change, listId, unsent);
  if (rest === null) return first;
  const { parts, refused } = first.value;
  if (!rest.ok) return { ok: true, value: { parts, refused, problem: rest.sentence } };
  const done = parts.filter(({ is }) => is === 'done');
  return { ok: true, value: { ...rest.value, parts: [...done, ...rest.value.parts], refused } };
}

/** Adds companies to a list, for free. */
export async function addCompanies(act: Act, listId: string, domains: readonly string[]): Promise<SavedCompanies> {
  const added = await changeCompanies(act, 'addDomains', listId, domains);
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
