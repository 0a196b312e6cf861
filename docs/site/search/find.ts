import MiniSearch from 'minisearch';
import type { EntryKind, SearchEntry } from './entry';

/** `#NAME?` and `#N/A` are words here, and so are the names of functions and fields. */
const WORD = /#[A-Z/]+[!?]?|[\p{L}\p{N}_]+/giu;
/** Typos are forgiven only in long words: short ones are too similar, and so are the errors of spreadsheets. */
const FORGIVING_FROM = 5;
const SLIPS = 0.25;
const KIND_WEIGHT: { readonly [K in EntryKind]?: number } = { 'For developers': 0.2, Problem: 1.2 };
const WEIGHT = { title: 4, words: 3, about: 2, text: 1 };

/** @returns the entries that the user may mean, the most likely first */
export type Find = (typed: string) => readonly SearchEntry[];

export function makeFind(entries: readonly SearchEntry[]): Find {
  const byPage = new Map(entries.map((entry) => [entry.page, entry]));
  const index = new MiniSearch<SearchEntry>({
    idField: 'page',
    fields: Object.keys(WEIGHT),
    tokenize: (text) => text.match(WORD) ?? [],
    searchOptions: {
      boost: WEIGHT,
      prefix: true,
      fuzzy: (word) => !word.startsWith('#') && word.length >= FORGIVING_FROM && SLIPS,
      boostDocument: (page: string) => KIND_WEIGHT[byPage.get(page)?.kind ?? 'Guide'] ?? 1,
    },
  });
  index.addAll(entries);
  return (typed) => {
    const all = index.search(typed, { combineWith: 'AND' });
    const found = all.length > 0 ? all : index.search(typed);
    return found.flatMap(({ id }) => byPage.get(id as string) ?? []);
  };
}
