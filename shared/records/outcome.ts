import type { CompanyRecord } from '../client/resources/companies';
import type { PartnersRecord } from '../client/resources/partnerships';
import type { FieldAnswer } from '../cells/answers';
import type { Table } from '../cells/values';
import type { RowsRecord } from '../client/rows';
import type { TraceError } from '../errors/trace-error';

/**
 * The kinds of lookup, each with its own queue and store. `rows` is any list of the API, named by the text of its
 * question instead of a company's identifier.
 */
export interface Records {
  readonly company: CompanyRecord;
  readonly partners: PartnersRecord;
  readonly rows: RowsRecord;
}

/** The name of a kind of lookup; see {@link Records}. */
export type LookupKind = keyof Records;
export type AnyRecord = Records[LookupKind];

/** What an answer may have cost beyond what it shows, because it was lost or unreadable. */
export interface MayCost {
  /** The most credits. */
  readonly inDoubt?: number;
}

/** The outcome for one identifier. */
export type LookupOutcome<R = AnyRecord> =
  | ({
      readonly is: 'found';
      readonly record: R;
      readonly asOfMs: number;
      /** The record as the service wrote it, if known. */
      readonly text?: string | undefined;
      /**
       * A rescan that ended shortly before may have found more than this record has. After this time it no longer
       * counts as an answer.
       */
      readonly lagsUntilMs?: number;
    } & MayCost)
  | { readonly is: 'notTracked'; readonly asOfMs: number }
  /** What a formula of the same signature showed, if the record itself is no longer saved. */
  | { readonly is: 'shown'; readonly lines: Table; readonly asOfMs: number }
  /** The service lacks the route. Saved for a day, so that the documented route is used right away. */
  | { readonly is: 'noRoute'; readonly operation: string; readonly asOfMs: number }
  | ({ readonly is: 'failed'; readonly error: TraceError } & MayCost)
  /** A preview of a formula that is still being typed makes no request. */
  | { readonly is: 'notAsked' };

/**
 * The fields that a formula shows of a found record, read as soon as it arrived: holding 50,000 records until the
 * last one arrives would take longer than reading them.
 */
export interface ReadOutcome {
  readonly is: 'read';
  readonly fields: readonly FieldAnswer[];
  readonly asOfMs: number;
}

/** Reads the fields that a formula shows. */
export type ReadFields<R = AnyRecord> = (record: R, asOfMs: number) => readonly FieldAnswer[];
