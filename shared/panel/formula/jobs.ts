import { FUNCTIONS, type FunctionId } from '../../catalogue/index';
import { toSearchedWords } from '../../cells/searched-words';

/** What each function does, as a person looks for it. A new function does not compile without one. */
export const JOBS: Readonly<Record<FunctionId, string>> = {
  TRACE_TECH: 'Technologies of companies',
  TRACE_HAS_TECH: 'Does it use a technology?',
  TRACE_TECH_SEARCH: 'Find technologies',
  TRACE_TECH_COMPANIES: 'Companies that use a technology',
  TRACE_VENDOR_COMPANIES: 'Companies that use a vendor',
  TRACE_COMPANY: 'Facts about companies',
  TRACE_SEARCH: 'Find companies',
  TRACE_JOB: 'Progress of a rescan',
  TRACE_PARTNERS: 'Partners of companies',
  TRACE_PARTNERED: 'Are they partners?',
  TRACE_SHARED_PARTNERS: 'Partners of both companies',
  TRACE_PARTNER_OF: 'Companies that list it as a partner',
  TRACE_PARTNER_GRAPH: 'Partnerships around a company',
  TRACE_LISTS: 'My saved lists',
  TRACE_LIST: 'Companies of a saved list',
  TRACE_FIELDS: 'All fields, with examples',
  TRACE_COST: 'Price of a column',
  TRACE_GET: 'Any page of the Trace API',
};

interface JobGroup {
  readonly label: string;
  readonly ids: readonly FunctionId[];
}

/**
 * The functions that what is typed may mean, by family; before anything is typed, first the favorites and the last used.
 *
 * @param helpOf what else is searched, and families in the order of the catalog
 */
export function findJobs(
  typed: string,
  { favorites, recent }: { readonly favorites: readonly FunctionId[]; readonly recent: readonly FunctionId[] },
  helpOf: (id: FunctionId) => { readonly about: string; readonly family: string },
): readonly JobGroup[] {
  const words = toSearchedWords(typed);
  const found = FUNCTIONS.filter(({ id }) => {
    const text = `${JOBS[id]} ${id} ${helpOf(id).about}`.toLowerCase();
    return words.every((word) => text.includes(word));
  }).map(({ id }) => id);
  const families = [...new Set(found.map((id) => helpOf(id).family))];
  const groups = families.map((label) => ({ label, ids: found.filter((id) => helpOf(id).family === label) }));
  const own = [
    { label: 'Favorites', ids: favorites },
    { label: 'Recent', ids: recent.filter((id) => !favorites.includes(id)) },
  ];
  return words.length > 0 ? groups : [...own.filter(({ ids }) => ids.length > 0), ...groups];
}

/** Functions by name, without repeats and without names that are no functions. */
export function readFunctionIds(text: string): readonly FunctionId[] {
  const names = new Set(text.split(' '));
  return [...names].flatMap((name) => FUNCTIONS.filter(({ id }) => id === name).map(({ id }) => id));
}
