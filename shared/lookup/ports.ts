import type { ClientPorts } from '../client/ports';
import type { CreditsPorts } from '../credits/ports';
import type { LookupKind, LookupOutcome, Records } from '../records/outcome';
import type { Account, MaxAge, RecordsPorts } from '../records/ports';
import { ask, type EffectOf, type Task } from '../task';
import type { ShownAnswer } from './displayed-rows';

/** What fetching records asks of its host. */
export type FetchPorts = ClientPorts & RecordsPorts & CreditsPorts;
export type FetchTask<T> = Task<T, FetchPorts>;

/** What serves a formula as an answer. */
export interface Wish extends MaxAge {
  /** Only the batch tells what is asked for: where a limit forbids it, nothing else is worth paying for. */
  readonly needsBatch?: boolean;
}

/** A look-up as a formula asks for it. */
export interface Lookup extends Wish {
  readonly kind: LookupKind;
  readonly identifiers: readonly string[];
  /** The formula's signature: what it has shown may stand in for a record. `''`: nothing may. */
  readonly shownAs: string;
  readonly alongside?: readonly Alongside[];
}

/** A look-up that may follow, for hosts whose store is read by calls that count. */
export type Alongside = Pick<Lookup, 'kind' | 'identifiers' | 'shownAs'>;

/** What is asked about that is known without a request. */
export interface Peek {
  readonly kind: LookupKind;
  readonly identifiers: readonly string[];
  readonly alongside?: readonly Alongside[];
}

/** What formulas ask of whoever gathers their look-ups. */
export interface LookupPorts {
  /** One outcome per identifier asked for. `maxAgeMs`: the greatest age at which a remembered record still serves. */
  readonly lookup: (asked: Lookup) => ReadonlyMap<string, LookupOutcome>;
  /** What is known without a request, fresh or not. */
  readonly peek: (asked: Peek) => ReadonlyMap<string, LookupOutcome>;
  /** Whose key the look-ups that may follow go by; `null`: none is set. */
  readonly payer: (asked: { readonly alongside: readonly Alongside[] }) => Account | null;
  /** Offers what a formula shows, for stores that cannot keep whole records. */
  readonly keepShown: (asked: { readonly answers: readonly ShownAnswer[] }) => void;
}

/** The signature under which it is kept what the catalogue says of a name; the names are asked for as kind `rows`. */
export const NAMES_SHOWN_AS = 'names';

/** Names of {@link NAMES_SHOWN_AS} that may be asked about next; none where there are no questions. */
export function namesAlongside(questions: readonly string[]): readonly Alongside[] {
  return questions.length === 0 ? [] : [{ kind: 'rows', identifiers: questions, shownAs: NAMES_SHOWN_AS }];
}

export function* peek<K extends LookupKind>(
  kind: K,
  identifiers: readonly string[],
  alongside: readonly Alongside[] = [],
): Task<ReadonlyMap<string, LookupOutcome<Records[K]>>, Pick<LookupPorts, 'peek'>> {
  const outcomes = yield* ask<LookupPorts, 'peek'>({ ask: 'peek', kind, identifiers, alongside });
  return outcomes as ReadonlyMap<string, LookupOutcome<Records[K]>>;
}
export const payer = (alongside: readonly Alongside[]) => ask<LookupPorts, 'payer'>({ ask: 'payer', alongside });
export const keepShown = (answers: readonly ShownAnswer[]) =>
  ask<LookupPorts, 'keepShown'>({ ask: 'keepShown', answers });

/** Asks for the records behind identifiers. */
export function* lookup<K extends LookupKind>(
  kind: K,
  identifiers: readonly string[],
  { maxAgeMs, isAgeAsked, needsBatch = false }: Wish,
  shownAs = '',
  alongside: readonly Alongside[] = [],
): Task<ReadonlyMap<string, LookupOutcome<Records[K]>>, Pick<LookupPorts, 'lookup'>> {
  const asked: EffectOf<LookupPorts, 'lookup'> = { ask: 'lookup', kind, identifiers, maxAgeMs, isAgeAsked, shownAs };
  const outcomes = yield alongside.length === 0 && !needsBatch
    ? asked
    : { ...asked, ...(alongside.length > 0 ? { alongside } : {}), ...(needsBatch ? { needsBatch } : {}) };
  return outcomes as ReadonlyMap<string, LookupOutcome<Records[K]>>;
}
