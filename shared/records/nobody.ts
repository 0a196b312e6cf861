import type { Account } from './ports';

/**
 * Whose saved answers are shown while no key is set: those to practice companies. It never sends or pays, and no account
 * has this id, so practice answers are never shown with a key.
 */
export const NOBODY: Account = { id: '', keyId: '', keyClass: 'user', readsLists: false };
