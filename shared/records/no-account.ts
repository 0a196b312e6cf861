import type { Account } from './ports';

/**
 * The account of practice answers, which are shown while no key is set. It never sends or pays. No other account has
 * this id, so practice answers are never shown with a key.
 */
export const NO_ACCOUNT: Account = { id: '', keyId: '', keyClass: 'user', readsLists: false };
