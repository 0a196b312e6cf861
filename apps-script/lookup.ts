import {
  answersOf,
  everyOne,
  fetchPaid,
  lookIntoStore,
  lookupsOf,
  NAMES_SHOWN_AS,
  pauseKey,
  readPause,
  recallKeys,
  rowsOfParts,
  runSync,
  shownKey,
  TraceError,
  withFetched,
  type Account,
  type FetchLimits,
  type FetchPorts,
  type Known,
  type KnownFormula,
  type Lookup,
  type LookupKind,
  type LookupOutcome,
  type ShownAnswer,
} from '../shared/index';
import { readColumnFormulas } from './column-formulas';
import { readCache } from './document-cache';
import { DocumentLock } from './document-lock';
import type { DocumentStore } from './document-store';
import { cacheShown, keepShown, nameOf, readShown, readShownFromCache, type Shown } from './shown-store';
import { keepWaits, readWaits, waitKeys } from './waits';

type Outcomes = ReadonlyMap<string, LookupOutcome>;
type Cached = ReadonlyMap<string, string>;

/** What is known of a look-up, and what its answer leaves to be done. */
interface Judged extends Known {
  /** Whether what it shows is in the cache, but in no longer-lived store yet. */
  readonly isUnkept: boolean;
  /** What the spreadsheet's own store had, and the cache had not. */
  readonly recalled: readonly ShownAnswer[];
}

/** The kinds that a column is fetched by, those with batches first. */
const KINDS: readonly LookupKind[] = ['company', 'partners', 'rows'];
/** How long before the last request another run may hold the lock that this one waits for. */
const LEFT_FOR_READING_MS = 3_000;
const ROUNDS_OF_NAMES = 2;
const NOTHING_SHOWN: Shown = new Map();

/**
 * The look-ups of one run. What the cache has costs one call. Else one run at a time, under the document's lock, asks for
 * what its whole column needs, and the others, which waited, find it in the cache.
 */
export class Lookups {
  private readonly lock = new DocumentLock();
  private formulas: readonly KnownFormula[] = [];
  private asked: readonly Lookup[] = [];
  private recalled: readonly ShownAnswer[] = [];
  private readonly outcomes: Partial<Record<LookupKind, Outcomes>> = {};
  private isKeeping = false;
  /** What the first call to the cache has brought, and the keys that it asked for. */
  private ahead: { readonly keys: ReadonlySet<string>; readonly cached: Cached } = {
    keys: new Set(),
    cached: new Map(),
  };

  constructor(
    private readonly payer: Account,
    private readonly performers: FetchPorts,
    private readonly limits: FetchLimits,
    private readonly store: DocumentStore,
  ) {}

  /** Whether no other run that holds the document's lock can be under way. */
  get isAlone(): boolean {
    return this.lock.isHeld;
  }

  answer(effect: Lookup): Outcomes {
    const first = this.readAhead(effect);
    const known = this.judge(effect, first);
    if (isSettled(known)) return known.outcomes;
    const nowMs = Date.now();
    const pause = readPause(first.get(pauseKey(this.payer.id)), this.payer.keyId, nowMs);
    const isMissing = known.needed.length > 0;
    // Only what is missing is worth waiting for, and not while nothing may be asked for.
    const waitMs = isMissing ? this.limits.deadlineMs - LEFT_FOR_READING_MS - nowMs : 0;
    const wasAlone = this.isAlone;
    const mayFetch = (pause === null || !isMissing) && this.lock.take(waitMs);
    if (this.isAlone && !wasAlone) this.store.refresh();
    const cached = mayFetch && isMissing ? this.read([effect]) : first;
    const again = this.judge(effect, cached);
    if (isSettled(again) || (!mayFetch && again.needed.length === 0)) return again.outcomes;
    const remembered = readShown(this.store, this.payer.id);
    const own = this.judge(effect, cached, remembered);
    if (isSettled(own)) {
      cacheShown(this.payer.id, remembered.values(), []);
      return own.outcomes;
    }
    if (mayFetch) return this.fetchColumn(effect, own, remembered);
    const error = pause?.error ?? new TraceError('notFetchedYet', {});
    return withFetched(own.outcomes, everyOne(own.needed, { is: 'failed', error }));
  }

  /** Offers what was shown to the spreadsheet's own store, where this run has something new. */
  keep(answers: readonly ShownAnswer[]): void {
    if (!this.isKeeping) return;
    const others = answersOf(this.formulas, this.payer, this.outcomes);
    const all = [...others, ...answers];
    const known = this.asked.map(({ kind, identifiers, shownAs }) => ({
      shownAs,
      keys: identifiers.filter((identifier) => isKnown(this.outcomes[kind]?.get(identifier))),
    }));
    this.formulas = [];
    this.asked = [];
    // So that what is old is judged once, and not by each cell again.
    cacheShown(this.payer.id, [...this.recalled, ...all], known);
    this.recalled = [];
    if (all.length > 0) keepShown(this.store, this.payer.id, all);
  }

  /** To be called at the end of the run. */
  end(): void {
    if (this.asked.length > 0) this.keep([]);
    this.lock.release();
  }

  /** {@link read}, with what may be asked for next: a formula that is known makes one call. */
  private readAhead(effect: Lookup): Cached {
    if (this.keysOf([effect]).every((key) => this.ahead.keys.has(key))) return this.ahead.cached;
    const keys = new Set(this.keysOf([effect, ...namesOf(effect)]));
    this.ahead = { keys, cached: readCache(keys) };
    return this.ahead.cached;
  }

  /** Everything that the cache has for look-ups, in one call. */
  private read(effects: readonly Lookup[]): Cached {
    return readCache(new Set(this.keysOf(effects)));
  }

  private keysOf(effects: readonly Lookup[]): readonly string[] {
    const { id } = this.payer;
    return effects.flatMap(({ kind, identifiers, shownAs }) => [
      ...recallKeys(this.payer, kind, identifiers),
      ...(shownAs === '' ? [] : identifiers.map((identifier) => shownKey(id, shownAs, identifier))),
      ...waitKeys(id, kind, identifiers),
    ]);
  }

  /** @param remembered what the spreadsheet's own store has */
  private judge({ kind, identifiers, shownAs, ...age }: Lookup, cached: Cached, remembered = NOTHING_SHOWN): Judged {
    const { id } = this.payer;
    const fromCache = readShownFromCache(id, shownAs, identifiers, cached);
    const recalled = identifiers.flatMap((each) =>
      fromCache.has(each) ? [] : (remembered.get(nameOf(shownAs, each)) ?? []),
    );
    const shown = new Map([...fromCache, ...recalled.map((answer) => [answer.key, answer] as const)]);
    const performers: FetchPorts = { ...this.performers, cacheGet: () => cached };
    const known = runSync(lookIntoStore(this.payer, kind, identifiers, age, toOutcomes(shown)), performers);
    const waits = readWaits(id, kind, known.needed, cached);
    const isRecord = (identifier: string): boolean => isKnown(known.outcomes.get(identifier));
    return {
      ...known,
      outcomes: withFetched(known.outcomes, waits),
      needed: known.needed.filter((identifier) => !waits.has(identifier)),
      // What was shown from the spreadsheet's own store was judged when it came into the cache.
      ifFree: known.ifFree.filter((identifier) => !fromCache.has(identifier)),
      isUnkept:
        shownAs !== '' &&
        identifiers.some((each) => isRecord(each) && !shown.has(each) && !cached.has(shownKey(id, shownAs, each))),
      recalled,
    };
  }

  /** All that the formulas of the column need, together: of each kind once. */
  private fetchColumn(effect: Lookup, own: Judged, remembered: Shown): Outcomes {
    const siblings = this.isKeeping || effect.identifiers.length > 1 ? [] : readColumnFormulas();
    const asked = [effect, ...lookupsOf(siblings, this.payer)];
    this.formulas = [...this.formulas, ...siblings];
    this.isKeeping = true;
    this.fetchKinds(asked, remembered);
    // Names follow from answers, and what is like an unknown one from that; those of the whole column are asked together.
    for (let round = 0; round < ROUNDS_OF_NAMES; round += 1) {
      const names = lookupsOf(siblings, this.payer, this.outcomes).filter((each) => this.isOpenName(each));
      if (names.length === 0) break;
      this.fetchKinds(names, remembered);
    }
    const fetched = this.outcomes[effect.kind];
    const ownFetched = effect.identifiers.flatMap((each) => {
      const outcome = fetched?.get(each);
      return outcome === undefined ? [] : [[each, outcome] as const];
    });
    return withFetched(own.outcomes, new Map(ownFetched));
  }

  private isOpenName({ kind, shownAs, identifiers }: Lookup): boolean {
    return shownAs === NAMES_SHOWN_AS && identifiers.some((each) => this.outcomes[kind]?.has(each) !== true);
  }

  private fetchKinds(asked: readonly Lookup[], remembered: Shown): void {
    this.asked = [...this.asked, ...asked];
    const cached = this.read(asked);
    for (const kind of KINDS) {
      const effects = asked.filter((each) => each.kind === kind);
      if (effects.length === 0) continue;
      const known = this.outcomes[kind] ?? new Map();
      this.outcomes[kind] = withFetched(known, this.fetchKind(kind, effects, cached, remembered));
    }
  }

  private fetchKind(kind: LookupKind, effects: readonly Lookup[], cached: Cached, remembered: Shown): Outcomes {
    const judged = effects.map((effect) => this.judge(effect, cached, remembered));
    this.recalled = [...this.recalled, ...judged.flatMap(({ recalled }) => recalled)];
    const needed = new Set(judged.flatMap((each) => each.needed));
    const ifFree = new Set(judged.flatMap((each) => each.ifFree).filter((each) => !needed.has(each)));
    // What another formula showed is no answer to this one.
    const records = new Map(judged.flatMap(({ outcomes }) => [...outcomes].filter(([, outcome]) => isKnown(outcome))));
    if (needed.size + ifFree.size === 0) return records;
    const others = new Set(judged.flatMap((each, index) => (effects[index]!.needsBatch === true ? [] : each.needed)));
    const onlyInBatch = new Set([...needed].filter((identifier) => !others.has(identifier)));
    const request = { kind, needed: [...needed], ifFree: [...ifFree], read: rowsOfParts(records), onlyInBatch };
    const { outcomes, refused } = runSync(
      fetchPaid(this.payer, request, judged[0]!, () => this.limits),
      this.performers,
    );
    keepWaits(this.payer.id, kind, new Map([...outcomes, ...refused]), cached);
    return withFetched(records, outcomes);
  }
}

/** The names that may be asked for next. */
function namesOf({ alongside = [], ...effect }: Lookup): readonly Lookup[] {
  return alongside.length === 0 ? [] : [{ ...effect, kind: 'rows', identifiers: alongside, shownAs: NAMES_SHOWN_AS }];
}

function isSettled({ needed, ifFree, isUnkept }: Judged): boolean {
  return needed.length + ifFree.length === 0 && !isUnkept;
}

function isKnown(outcome: LookupOutcome | undefined): boolean {
  return outcome?.is === 'found' || outcome?.is === 'notTracked';
}

/** That Trace does not track a company is remembered as no lines. */
function toOutcomes(shown: ReadonlyMap<string, ShownAnswer>): Outcomes {
  return new Map(
    [...shown].map(([key, { lines, asOfMs }]) => [
      key,
      lines.length > 0 ? { is: 'shown', lines, asOfMs } : { is: 'notTracked', asOfMs },
    ]),
  );
}
