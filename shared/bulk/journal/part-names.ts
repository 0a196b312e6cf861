/** What a head says of how its journal is to be read: docs/stored-formats.md. */
export const JOURNAL_VERSION = 3;

/** The part of a journal that says how its run stands. */
export const HEAD = 'head';
