import type { LookupKind, LookupOutcome } from '../records/outcome';
import { ask } from '../task';
import type { Grant, SpendRequest } from './ledger';

/** Who may spend, and what was paid for. Without these ports nothing is spent. */
export interface CreditsPorts {
  /** Asks for leave to spend. Every grant is settled, even where nothing came of it. */
  readonly reserve: (asked: { readonly request: SpendRequest }) => Grant;
  /** Returns the cost in credits, where the host knows it. */
  readonly settle: (asked: {
    readonly grant: Grant;
    readonly kind: LookupKind;
    readonly outcomes: ReadonlyMap<string, LookupOutcome>;
  }) => number | void;
  /** Returns those that were paid for within the last 30 days, as far as this host knows. */
  readonly paid: (asked: {
    readonly identifiers: readonly string[];
    /** Those that will still be paid for at this time, milliseconds since 1970; absent: now. */
    readonly atMs?: number;
  }) => ReadonlySet<string>;
}

export const reserve = (request: SpendRequest) => ask<CreditsPorts, 'reserve'>({ ask: 'reserve', request });
export const settle = (grant: Grant, kind: LookupKind, outcomes: ReadonlyMap<string, LookupOutcome>) =>
  ask<CreditsPorts, 'settle'>({ ask: 'settle', grant, kind, outcomes });
export const paid = (identifiers: readonly string[]) => ask<CreditsPorts, 'paid'>({ ask: 'paid', identifiers });
