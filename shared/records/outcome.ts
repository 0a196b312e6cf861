import type { CompanyRecord } from '../client/resources/companies';
import type { PartnersRecord } from '../client/resources/partnerships';
import type { Table } from '../cells/values';
import type { RowsRecord } from '../client/rows';
import type { TraceError } from '../errors/trace-error';

/**
 * The look-ups there are, each with its own queue and store. `rows` is any list of the API, named by the text of its
 * question instead of a company's identifier.
 */
export interface Records {
  readonly company: CompanyRecord;
  readonly partners: PartnersRecord;
  readonly rows: RowsRecord;
}

export type LookupKind = keyof Records;
export type AnyRecord = Records[LookupKind];

/** What an answer may have cost besides what it shows: it was lost, or could not be read. */
export interface MayCost {
  /** Credits, at most. */
  readonly inDoubt?: number;
}

/** What became of one identifier. */
export type LookupOutcome<R = AnyRecord> =
  | ({ readonly is: 'found'; readonly record: R; readonly asOfMs: number } & MayCost)
  | { readonly is: 'notTracked'; readonly asOfMs: number }
  /** What a formula of the same signature has shown, where the record itself is not kept any more. */
  | { readonly is: 'shown'; readonly lines: Table; readonly asOfMs: number }
  /** The service has no such route; known for a day, so that a documented one is asked at once. */
  | { readonly is: 'noRoute'; readonly operation: string; readonly asOfMs: number }
  | ({ readonly is: 'failed'; readonly error: TraceError } & MayCost)
  /** A preview of a formula that is still being typed asks nothing of the network. */
  | { readonly is: 'notAsked' };
