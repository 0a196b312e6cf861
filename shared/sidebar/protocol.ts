/** What a page of the add-on may ask of its host, and what comes back. All of it is plain JSON: hosts carry no dates. */
export interface PageMessages {
  readonly keyStatus: { readonly args: readonly []; readonly value: KeyStatus };
  readonly setKey: { readonly args: readonly [pasted: string, account: AccountChoice]; readonly value: KeyStatus };
  readonly forgetKey: { readonly args: readonly []; readonly value: KeyStatus };
}

export type PageMessage = keyof PageMessages;

/** The key as it may be shown. The key itself never comes back. */
export type KeyStatus =
  | { readonly hasKey: false }
  | { readonly hasKey: true; readonly masked: string; readonly keyClass: 'user' | 'organization' };

/** Whose credits the new key spends: what is remembered for one account never answers another. */
export type AccountChoice = 'sameAccount' | 'anotherAccount';

export type PageAnswer<T> =
  | { readonly ok: true; readonly value: T }
  /** A sentence that tells the user what to do next. */
  | { readonly ok: false; readonly sentence: string };

/** How a page asks its host. Never rejects. */
export type Ask = <N extends PageMessage>(
  message: N,
  ...args: PageMessages[N]['args']
) => Promise<PageAnswer<PageMessages[N]['value']>>;
