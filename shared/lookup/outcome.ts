import type { CompanyRecord } from '../client/resources/companies';
import type { PartnersRecord } from '../client/resources/partnerships';
import type { TraceError } from '../errors';

/**
 * The look-ups there are, each with its own queue and store. `partnersByType` is the per-company list, which alone
 * knows partnership types; it has no batch route.
 */
export interface Records {
  readonly company: CompanyRecord;
  readonly partners: PartnersRecord;
  readonly partnersByType: PartnersRecord;
}

export type LookupKind = keyof Records;
export type AnyRecord = Records[LookupKind];

/** What became of one identifier. */
export type LookupOutcome<R = AnyRecord> =
  | { readonly is: 'found'; readonly record: R; readonly asOfMs: number }
  | { readonly is: 'notTracked'; readonly asOfMs: number }
  | { readonly is: 'failed'; readonly error: TraceError }
  /** A preview of a formula that is still being typed asks nothing of the network. */
  | { readonly is: 'notAsked' };
