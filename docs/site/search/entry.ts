/** One thing that the search can find: a page, a part of a guide, or an option. */
export interface SearchEntry {
  /** Its address below `docs/`, which is unique. */
  readonly page: string;
  readonly title: string;
  readonly kind: EntryKind;
  /** What people type to find it, although the page does not contain it. */
  readonly words: string;
  /** Its first words, shown below the title. */
  readonly about: string;
  readonly text: string;
}

export type EntryKind = 'Function' | 'Option' | 'Problem' | 'Recipe' | 'Guide' | 'For developers';
