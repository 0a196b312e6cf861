/** The format of a journal, as its head names it: docs/stored-formats.md. */
export const JOURNAL_VERSION = 3;

/** The part of a journal that has the state of its run. */
export const HEAD = 'head';
