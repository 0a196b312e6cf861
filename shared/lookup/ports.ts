import type { ClientPorts } from '../client/ports';
import type { Grant, SpendRequest } from '../credits/ledger';
import type { Account } from '../records/account';
import type { LookupKind, LookupOutcome, MaxAge, ReadFields, ReadOutcome, Records } from '../records/outcome';
import { ask, type Task } from '../task';
import type { Table } from '../cells/values';

/** The store of records, and the account they belong to. */
export interface RecordsPorts {
  /** Returns only keys that exist. */
  readonly cacheGet: (asked: { readonly keys: readonly string[] }) => ReadonlyMap<string, string>;
  readonly cachePut: (asked: {
    readonly entries: ReadonlyMap<string, string>;
    readonly keepForSeconds: number;
  }) => void;
  /** `null`: no API key is set. */
  readonly account: () => Account | null;
}

export const cacheGet = (keys: readonly string[]) => ask<RecordsPorts, 'cacheGet'>({ ask: 'cacheGet', keys });
export const cachePut = (entries: ReadonlyMap<string, string>, keepForSeconds: number) =>
  ask<RecordsPorts, 'cachePut'>({ ask: 'cachePut', entries, keepForSeconds });
export const account = () => ask<RecordsPorts, 'account'>({ ask: 'account' });

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

/** What fetching records asks of its host. */
export type FetchPorts = ClientPorts & RecordsPorts & CreditsPorts;
export type FetchTask<T> = Task<T, FetchPorts>;

/** One row, or one table, as a formula showed it. */
export interface ShownAnswer {
  /**
   * The function and its arguments except the inputs. Formulas with the same signature show the same for a company.
   */
  readonly signature: string;
  /** A company's identifier, or the text of a list's question. */
  readonly key: string;
  /** When Trace answered; milliseconds since 1970. */
  readonly asOfMs: number;
  /** Empty: Trace does not track the company. */
  readonly lines: Table;
}

/** Which answers a formula accepts. */
export interface Wish extends MaxAge {
  /** Only a batch has what is needed. If a limit rules a batch out, nothing else is worth paying for. */
  readonly needsBatch?: boolean | undefined;
}

/** A lookup as a formula asks for it. */
export interface Lookup extends Wish {
  readonly kind: LookupKind;
  readonly identifiers: readonly string[];
  /** The formula's signature: rows shown under it may replace a record. `''`: none may. */
  readonly shownAs: string;
  readonly alongside?: readonly Alongside[];
  /** What the formula shows of a record. A host that reads the record early answers with {@link ReadOutcome}. */
  readonly read?: ReadFields | undefined;
}

/** A lookup that may follow, for hosts where each call of the store counts against a quota. */
export type Alongside = Pick<Lookup, 'kind' | 'identifiers' | 'shownAs'>;

/** Identifiers whose saved answers are wanted. */
export interface Peek {
  readonly kind: LookupKind;
  readonly identifiers: readonly string[];
  readonly alongside?: readonly Alongside[];
}

/** What formulas ask of the host that gathers their lookups. */
export interface LookupPorts {
  /** Returns one outcome per identifier. `maxAgeMs`: the greatest acceptable age of a saved answer. */
  readonly lookup: (asked: Lookup) => ReadonlyMap<string, LookupOutcome | ReadOutcome>;
  /** The saved outcomes, fresh or stale, without a request. */
  readonly peek: (asked: Peek) => ReadonlyMap<string, LookupOutcome>;
  /** The account that the following lookups belong to; `null`: no key is set. */
  readonly payer: (asked: { readonly alongside: readonly Alongside[] }) => Account | null;
  /**
   * Offers what a formula shows to stores that cannot hold whole records. Only hosts with such a store call `answers`.
   */
  readonly keepShown: (asked: { readonly answers: () => readonly ShownAnswer[] }) => void;
}

/** The signature by which the catalogue's verdicts on names are saved. Names are looked up as kind `rows`. */
export const NAMES_SHOWN_AS = 'names';

/** Names to ask about next, under {@link NAMES_SHOWN_AS}; empty if there are no questions. */
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
export const keepShown = (answers: () => readonly ShownAnswer[]) =>
  ask<LookupPorts, 'keepShown'>({ ask: 'keepShown', answers });

type Asking<O> = Task<ReadonlyMap<string, O>, Pick<LookupPorts, 'lookup'>>;

/** Looks up the records for identifiers. */
export function lookup<K extends LookupKind>(
  kind: K,
  identifiers: readonly string[],
  wish: Wish,
  shownAs?: string,
  alongside?: readonly Alongside[],
): Asking<LookupOutcome<Records[K]>>;
/** @param read what the formula shows of a record. A host may answer with that alone */
export function lookup<K extends LookupKind>(
  kind: K,
  identifiers: readonly string[],
  wish: Wish,
  shownAs: string,
  alongside: readonly Alongside[],
  read: ReadFields<Records[K]>,
): Asking<LookupOutcome<Records[K]> | ReadOutcome>;
export function* lookup(
  kind: LookupKind,
  identifiers: readonly string[],
  { maxAgeMs, isAgeAsked, needsBatch }: Wish,
  shownAs = '',
  alongside: readonly Alongside[] = [],
  read?: ReadFields<never>,
): Asking<unknown> {
  if (identifiers.length === 0) return new Map();
  const outcomes = yield {
    ask: 'lookup',
    kind,
    identifiers,
    maxAgeMs,
    isAgeAsked,
    needsBatch,
    shownAs,
    alongside,
    read: read as ReadFields,
  };
  return outcomes as ReadonlyMap<string, unknown>;
}
