/** One thing that the search can find: a page, a part of a guide, or an option. */
export interface SearchEntry {
  /** Its address below `docs/`, which tells it from all others. */
  readonly page: string;
  readonly title: string;
  readonly kind: EntryKind;
  /** What people type for it and the page does not say. */
  readonly words: string;
  /** Its first words, shown below the title. */
  readonly about: string;
  readonly text: string;
}

export type EntryKind = 'Function' | 'Option' | 'Problem' | 'Recipe' | 'Guide' | 'For developers';
