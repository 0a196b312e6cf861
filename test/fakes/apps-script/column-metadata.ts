export type Visibility = 'PROJECT' | 'DOCUMENT';

/** A text with a column. Those of `PROJECT` visibility are there for the project that has made them, and for nobody else. */
export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: Visibility;
  readonly project: 'trace' | 'other';
}
