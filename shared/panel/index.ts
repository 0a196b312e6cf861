/** The door to the pages: a host's page imports from here, its other side takes types from `protocol.ts`. */
export { startPage, type PageHost } from './page';
export type { Ask, PageAnswer, PageMessage } from './protocol';
export type { BulkHost, CacheSize, InsertedSummary, Selection, SummarySheet } from './bulk-host';
