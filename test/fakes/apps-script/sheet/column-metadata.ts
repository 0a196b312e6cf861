export type Visibility = 'PROJECT' | 'DOCUMENT';

/** A text attached to a column. With `PROJECT` visibility, only the project that created it can see it. */
export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: Visibility;
  readonly project: 'trace' | 'other';
}
