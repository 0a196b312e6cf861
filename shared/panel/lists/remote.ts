/** What is asked of the service while it is looked at. */
export type Remote<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly sentence: string }
  | { readonly is: 'ready'; readonly value: T };

export const LOADING = { is: 'loading' } as const;
