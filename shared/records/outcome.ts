import type { CompanyRecord } from '../client/resources/companies';
import type { PartnersRecord } from '../client/resources/partnerships';
import type { FieldAnswer } from '../cells/answers';
import type { Table } from '../cells/values';
import type { RowsRecord } from '../client/rows';
import type { TraceError } from '../errors/trace-error';

/**
 * The kinds of look-up, each with its own queue and store. `rows` is any list of the API, named by the text of its
 * question instead of a company's identifier.
 */
export interface Records {
  readonly company: CompanyRecord;
  readonly partners: PartnersRecord;
  readonly rows: RowsRecord;
}

/** The name of a kind of look-up; see {@link Records}. */
export type LookupKind = keyof Records;
export type AnyRecord = Records[LookupKind];

/** What an answer may have cost beyond what it shows: it was lost, or could not be read. */
export interface MayCost {
  /** Credits, at most. */
  readonly inDoubt?: number;
}

/** The outcome for one identifier. */
export type LookupOutcome<R = AnyRecord> =
  | ({
      readonly is: 'found';
      readonly record: R;
      readonly asOfMs: number;
      /** The record as the service wrote it, where that is known. */
      readonly text?: string | undefined;
      /** It may lack what a crawl found that ended shortly before: no longer an answer after this time. */
      readonly lagsUntilMs?: number;
    } & MayCost)
  | { readonly is: 'notTracked'; readonly asOfMs: number }
  /** What a formula of the same signature showed, where the record itself is no longer saved. */
  | { readonly is: 'shown'; readonly lines: Table; readonly asOfMs: number }
  /** The service lacks the route. Saved for a day, so that the documented route is used at once. */
  | { readonly is: 'noRoute'; readonly operation: string; readonly asOfMs: number }
  | ({ readonly is: 'failed'; readonly error: TraceError } & MayCost)
  /** A preview of a formula that is still being typed makes no request. */
  | { readonly is: 'notAsked' };

/**
 * What a formula shows of a record that was found, read as soon as it came: 50,000 records, kept until the last one is
 * there, cost more than reading them.
 */
export interface ReadOutcome {
  readonly is: 'read';
  readonly fields: readonly FieldAnswer[];
  readonly asOfMs: number;
}

/** Reads the fields that a formula shows. */
export type ReadFields<R = AnyRecord> = (record: R, asOfMs: number) => readonly FieldAnswer[];
