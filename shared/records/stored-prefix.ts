/** The beginning of every cache key. Change it when the stored format changes. */
export const STORED_PREFIX = 'trace1';
