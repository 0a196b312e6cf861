/** The beginning of every cache key: a new version of what is saved gets another. */
export const STORED_PREFIX = 'trace1';
