import type { Exchange, HttpRequest } from './client/exchange';
import type { KeyClass } from './client/request';
import type { LookupKind, LookupOutcome, Records } from './records/outcome';
import type { ShownAnswer } from './lookup/displayed-rows';
import type { Grant, SpendRequest } from './credits/ledger';

/** Whose credits pay and whose cache answers. The key itself stays with the host, which adds it to each request. */
export interface Account {
  /** Random, stored beside the key; part of every cache key. */
  readonly id: string;
  /** Random, renewed with each key: what one key was refused is no matter of the next. */
  readonly keyId: string;
  /** Some operations are for persons only; known from the key, so that no request is wasted on it. */
  readonly keyClass: KeyClass;
  /** Whether formulas may read lists with the key: in a shared file the owner may forbid it. */
  readonly readsLists: boolean;
}

/** How old a remembered answer may be. */
export interface MaxAge {
  readonly maxAgeMs: number;
  /** Whether the formula itself says so. */
  readonly isAgeAsked: boolean;
}

/** What serves a formula as an answer. */
export interface Wish extends MaxAge {
  /** Only the batch tells what is asked for: where a limit forbids it, nothing else is worth paying for. */
  readonly needsBatch?: boolean;
}

/** The questions shared code may ask a host. Each has one answer; a host that cannot answer throws. */
export type Effect =
  | { readonly ask: 'http'; readonly requests: readonly HttpRequest[] }
  | { readonly ask: 'cacheGet'; readonly keys: readonly string[] }
  | { readonly ask: 'cachePut'; readonly entries: ReadonlyMap<string, string>; readonly keepForSeconds: number }
  | { readonly ask: 'account' }
  | { readonly ask: 'now' }
  | { readonly ask: 'random' }
  | { readonly ask: 'sleep'; readonly delayMs: number }
  | ({
      readonly ask: 'lookup';
      readonly kind: LookupKind;
      readonly identifiers: readonly string[];
      /** The formula's signature: what it has shown may stand in for a record. `''`: nothing may. */
      readonly shownAs: string;
      /** Questions of {@link NAMES_SHOWN_AS} that may follow, for hosts whose store is read by calls that count. */
      readonly alongside?: readonly string[];
    } & Wish)
  /** Asks what is known without a request. */
  | { readonly ask: 'peek'; readonly kind: LookupKind; readonly identifiers: readonly string[] }
  /** Offers what a formula shows, for stores that cannot keep whole records. */
  | { readonly ask: 'keepShown'; readonly answers: readonly ShownAnswer[] }
  /** Asks for leave to spend. Whatever is granted is settled, also where nothing came of it. */
  | { readonly ask: 'reserve'; readonly request: SpendRequest }
  | {
      readonly ask: 'settle';
      readonly grant: Grant;
      readonly kind: LookupKind;
      readonly outcomes: ReadonlyMap<string, LookupOutcome>;
    };

/** What is known of companies without a request. */
export interface Peeked {
  /** Fresh or not. */
  readonly outcomes: ReadonlyMap<string, LookupOutcome>;
  /** Those that were paid for within the last 30 days, as far as this host knows. */
  readonly paid: ReadonlySet<string>;
}

/** What each question is answered with. */
export interface Answers {
  /** One exchange per request, in order; a failed one is a value, so that no failure loses a neighbour. */
  readonly http: readonly Exchange[];
  /** Only the keys that were there. */
  readonly cacheGet: ReadonlyMap<string, string>;
  readonly cachePut: void;
  /** `null`: no API key is set. */
  readonly account: Account | null;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** From 0 up to, but not including, 1. */
  readonly random: number;
  readonly sleep: void;
  /** One outcome per identifier asked for. */
  readonly lookup: ReadonlyMap<string, LookupOutcome>;
  readonly peek: Peeked;
  readonly reserve: Grant;
  /** What it cost, in credits, where the host tells. */
  readonly settle: number | void;
  readonly keepShown: void;
}

export type EffectName = Effect['ask'];
export type EffectOf<N extends EffectName> = Extract<Effect, { readonly ask: N }>;

/** Work that asks for effects: written once, run by {@link runSync} in Apps Script and by `runAsync` elsewhere. */
export type Task<T> = Generator<Effect, T, unknown>;

function* ask<N extends EffectName>(effect: EffectOf<N>): Generator<Effect, Answers[N], unknown> {
  return (yield effect) as Answers[N];
}

export const http = (requests: readonly HttpRequest[]) => ask<'http'>({ ask: 'http', requests });
export const cacheGet = (keys: readonly string[]) => ask<'cacheGet'>({ ask: 'cacheGet', keys });
export const cachePut = (entries: ReadonlyMap<string, string>, keepForSeconds: number) =>
  ask<'cachePut'>({ ask: 'cachePut', entries, keepForSeconds });
export const account = () => ask<'account'>({ ask: 'account' });
export const now = () => ask<'now'>({ ask: 'now' });
export const random = () => ask<'random'>({ ask: 'random' });
export const sleep = (delayMs: number) => ask<'sleep'>({ ask: 'sleep', delayMs });

export const peek = (kind: LookupKind, identifiers: readonly string[]) =>
  ask<'peek'>({ ask: 'peek', kind, identifiers });
export const keepShown = (answers: readonly ShownAnswer[]) => ask<'keepShown'>({ ask: 'keepShown', answers });
export const reserve = (request: SpendRequest) => ask<'reserve'>({ ask: 'reserve', request });
export const settle = (grant: Grant, kind: LookupKind, outcomes: ReadonlyMap<string, LookupOutcome>) =>
  ask<'settle'>({ ask: 'settle', grant, kind, outcomes });

/** The signature under which it is kept what the catalogue says of a name; the names are asked for as kind `rows`. */
export const NAMES_SHOWN_AS = 'names';

/**
 * Asks for the records behind identifiers; `maxAgeMs` is the greatest age at which a remembered one still serves. Where the
 * formula does not give the age itself, an older answer is looked up again only where that is free.
 */
export function* lookup<K extends LookupKind>(
  kind: K,
  identifiers: readonly string[],
  { maxAgeMs, isAgeAsked, needsBatch = false }: Wish,
  shownAs = '',
  alongside: readonly string[] = [],
): Generator<Effect, ReadonlyMap<string, LookupOutcome<Records[K]>>, unknown> {
  const effect: EffectOf<'lookup'> = { ask: 'lookup', kind, identifiers, maxAgeMs, isAgeAsked, shownAs };
  const outcomes = yield* ask<'lookup'>({
    ...effect,
    ...(alongside.length > 0 ? { alongside } : {}),
    ...(needsBatch ? { needsBatch } : {}),
  });
  return outcomes as ReadonlyMap<string, LookupOutcome<Records[K]>>;
}

/** A host that answers at once. */
export type SyncPerformers = { readonly [N in EffectName]: (effect: EffectOf<N>) => Answers[N] };

/** A host whose answers may take a while. */
export type AsyncPerformers = {
  readonly [N in EffectName]: (effect: EffectOf<N>) => Answers[N] | PromiseLike<Answers[N]>;
};

/** Runs a task to its end. What a performer throws is thrown inside the task, which may catch it. */
export function runSync<T>(task: Task<T>, performers: SyncPerformers): T {
  let step = task.next();
  while (!step.done) {
    let answer: unknown;
    try {
      answer = perform(step.value, performers);
    } catch (error) {
      step = task.throw(error);
      continue;
    }
    step = task.next(answer);
  }
  return step.value;
}

/** {@link runSync} for hosts that answer with promises. */
export async function runAsync<T>(task: Task<T>, performers: AsyncPerformers): Promise<T> {
  let step = task.next();
  while (!step.done) {
    let answer: unknown;
    try {
      answer = await perform(step.value, performers);
    } catch (error) {
      step = task.throw(error);
      continue;
    }
    step = task.next(answer);
  }
  return step.value;
}

function perform(effect: Effect, performers: AsyncPerformers): unknown {
  const performer = performers[effect.ask] as (effect: Effect) => unknown;
  return performer(effect);
}
