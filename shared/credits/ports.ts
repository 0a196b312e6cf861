import type { LookupKind, LookupOutcome } from '../records/outcome';
import { ask } from '../task';
import type { Grant, SpendRequest } from './ledger';

/** Who may spend. Without these ports nothing is spent. */
export interface CreditsPorts {
  /** Asks for leave to spend. Whatever is granted is settled, also where nothing came of it. */
  readonly reserve: (asked: { readonly request: SpendRequest }) => Grant;
  /** Answers what it cost, in credits, where the host tells. */
  readonly settle: (asked: {
    readonly grant: Grant;
    readonly kind: LookupKind;
    readonly outcomes: ReadonlyMap<string, LookupOutcome>;
  }) => number | void;
}

export const reserve = (request: SpendRequest) => ask<CreditsPorts, 'reserve'>({ ask: 'reserve', request });
export const settle = (grant: Grant, kind: LookupKind, outcomes: ReadonlyMap<string, LookupOutcome>) =>
  ask<CreditsPorts, 'settle'>({ ask: 'settle', grant, kind, outcomes });
