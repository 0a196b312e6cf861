import type { LookupKind, LookupOutcome } from '../records/outcome';
import { ask } from '../task';
import type { Grant, SpendRequest } from './ledger';

/** Permission to spend, and what was paid for. Without these ports nothing is spent. */
export interface CreditsPorts {
  /** Asks for permission to spend. Every grant must be settled, even if nothing came of it. */
  readonly reserve: (asked: { readonly request: SpendRequest }) => Grant;
  /** Settles a grant. Returns the cost in credits, if the host knows it. */
  readonly settle: (asked: {
    readonly grant: Grant;
    readonly kind: LookupKind;
    readonly outcomes: ReadonlyMap<string, LookupOutcome>;
  }) => number | void;
  /** Returns the identifiers that were paid for within the last 30 days, as far as this host knows. */
  readonly paid: (asked: {
    readonly identifiers: readonly string[];
    /** Asks for those still paid for at this time (milliseconds since 1970); absent: now. */
    readonly atMs?: number;
  }) => ReadonlySet<string>;
}

export const reserve = (request: SpendRequest) => ask<CreditsPorts, 'reserve'>({ ask: 'reserve', request });
export const settle = (grant: Grant, kind: LookupKind, outcomes: ReadonlyMap<string, LookupOutcome>) =>
  ask<CreditsPorts, 'settle'>({ ask: 'settle', grant, kind, outcomes });
export const paid = (identifiers: readonly string[]) => ask<CreditsPorts, 'paid'>({ ask: 'paid', identifiers });
