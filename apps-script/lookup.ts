import {
  everyOne,
  fetchPaid,
  lookIntoStore,
  lookupsOf,
  answersOf,
  recallKeys,
  runSync,
  shownKey,
  TraceError,
  withFetched,
  type Account,
  type EffectOf,
  type FetchLimits,
  type Known,
  type KnownFormula,
  type LookupKind,
  type LookupOutcome,
  type ShownAnswer,
  type SyncPerformers,
} from '../shared/index';
import { readColumnFormulas } from './column-formulas';
import { readCache } from './document-cache';
import { DocumentLock } from './document-lock';
import type { DocumentStore } from './document-store';
import { cacheShown, keepShown, readShown, readShownFromCache } from './shown-store';
import { keepWaits, readWaits, waitKeys } from './waits';

type Lookup = EffectOf<'lookup'>;
type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** The kinds that a column is fetched by, those with batches first. */
const KINDS: readonly LookupKind[] = ['company', 'partners', 'rows'];

/**
 * The look-ups of one run. What the cache has costs one call. Else one run at a time, under the document's lock, asks for
 * what its whole column needs, and the others, which waited, find it in the cache.
 */
export class Lookups {
  private readonly lock = new DocumentLock();
  private formulas: readonly KnownFormula[] = [];
  private readonly outcomes: Partial<Record<LookupKind, Outcomes>> = {};
  private hasFetched = false;

  constructor(
    private readonly payer: Account,
    private readonly performers: SyncPerformers,
    private readonly limits: FetchLimits,
    private readonly store: DocumentStore,
  ) {}

  answer(effect: Lookup): Outcomes {
    const known = this.look(effect, new Map());
    if (this.isAnswered(known)) return known.outcomes;
    const lock = this.lock.take(this.limits.deadlineMs);
    const again = this.look(effect, new Map());
    if (this.isAnswered(again)) return again.outcomes;
    if (lock === 'taken by another') {
      const late: LookupOutcome = { is: 'failed', error: new TraceError('notFetchedYet', {}) };
      return withFetched(again.outcomes, everyOne(again.needed, late));
    }
    return this.fetchColumn(effect);
  }

  /** Offers what was shown to the spreadsheet's own store, where this run has fetched something. */
  keep(answers: readonly ShownAnswer[]): void {
    if (!this.hasFetched) return;
    const others = answersOf(this.formulas, this.payer, this.outcomes);
    this.formulas = [];
    keepShown(this.store, this.payer.id, [...others, ...answers]);
  }

  /** To be called at the end of the run. */
  end(): void {
    if (this.formulas.length > 0) this.keep([]);
    this.lock.release();
  }

  /** Everything that is known in one call of the cache. @param remembered what the spreadsheet's own store has */
  private look({ kind, identifiers, shownAs, ...age }: Lookup, remembered: Outcomes): Known & { waits: Cached } {
    const { id } = this.payer;
    const cached = readCache([
      ...recallKeys(this.payer, kind, identifiers),
      ...(shownAs === '' ? [] : identifiers.map((key) => shownKey(id, shownAs, key))),
      ...waitKeys(id, kind, identifiers),
    ]);
    const shown = shownAs === '' ? new Map() : readShownFromCache(id, shownAs, identifiers, cached);
    const performers: SyncPerformers = {
      ...this.performers,
      cacheGet: ({ keys }) => new Map(keys.flatMap((key) => (cached.has(key) ? [[key, cached.get(key)!]] : []))),
    };
    const outcomes = new Map([...remembered, ...toOutcomes(shown)]);
    const known = runSync(lookIntoStore(this.payer, kind, identifiers, age, outcomes), performers);
    const waits = readWaits(id, kind, known.needed, cached);
    return {
      ...known,
      outcomes: withFetched(known.outcomes, waits),
      needed: known.needed.filter((identifier) => !waits.has(identifier)),
      // What was shown from the spreadsheet's own store was judged when it came into the cache.
      ifFree: age.isAgeAsked ? known.ifFree : known.ifFree.filter((identifier) => !shown.has(identifier)),
      waits: cached,
    };
  }

  private isAnswered({ needed, ifFree }: Known): boolean {
    return needed.length + ifFree.length === 0;
  }

  private fetchColumn(effect: Lookup): Outcomes {
    const remembered = readShown(this.store, this.payer.id);
    const own = this.look(effect, rememberedFor(effect, remembered));
    if (own.outcomes.size > 0 && own.needed.length === 0) cacheShown(this.payer.id, remembered);
    if (this.isAnswered(own)) return own.outcomes;
    this.formulas = effect.identifiers.length === 1 ? readColumnFormulas() : [];
    const asked = [effect, ...lookupsOf(this.formulas, this.payer)];
    this.hasFetched = true;
    for (const kind of KINDS) {
      const effects = asked.filter((each) => each.kind === kind);
      if (effects.length > 0) this.fetchKind(kind, effects, remembered);
    }
    return withFetched(own.outcomes, onlyOf(this.outcomes[effect.kind], effect.identifiers));
  }

  /** All that the formulas need of one kind, together. */
  private fetchKind(kind: LookupKind, effects: readonly Lookup[], remembered: readonly ShownAnswer[]): void {
    const needed = new Set<string>();
    const ifFree = new Set<string>();
    const outcomes = new Map<string, LookupOutcome>();
    let last: ReturnType<Lookups['look']> | null = null;
    for (const effect of together(effects)) {
      last = this.look(effect, rememberedFor(effect, remembered));
      // What one formula has shown is nothing that another may show.
      for (const [identifier, outcome] of last.outcomes) if (outcome.is !== 'shown') outcomes.set(identifier, outcome);
      for (const identifier of last.needed) needed.add(identifier);
      for (const identifier of last.ifFree) ifFree.add(identifier);
    }
    if (last === null) return;
    const request = {
      kind,
      needed: [...needed],
      ifFree: [...ifFree].filter((identifier) => !needed.has(identifier)),
    };
    const fetched = runSync(
      fetchPaid(this.payer, request, last, () => this.limits),
      this.performers,
    );
    keepWaits(this.payer.id, kind, fetched.outcomes, last.waits);
    this.outcomes[kind] = withFetched(outcomes, fetched.outcomes);
  }
}

type Cached = ReadonlyMap<string, string>;

/** Look-ups of the same signature and age as one, each identifier once. */
function together(effects: readonly Lookup[]): readonly Lookup[] {
  const groups = new Map<string, { effect: Lookup; identifiers: Set<string> }>();
  for (const effect of effects) {
    const name = `${effect.maxAgeMs}|${effect.isAgeAsked}|${effect.shownAs}`;
    const group = groups.get(name) ?? { effect, identifiers: new Set<string>() };
    for (const identifier of effect.identifiers) group.identifiers.add(identifier);
    groups.set(name, group);
  }
  return [...groups.values()].map(({ effect, identifiers }) => ({ ...effect, identifiers: [...identifiers] }));
}

function rememberedFor({ identifiers, shownAs }: Lookup, remembered: readonly ShownAnswer[]): Outcomes {
  const wanted = new Set(identifiers);
  const own = remembered.filter(({ signature, key }) => signature === shownAs && wanted.has(key));
  return toOutcomes(new Map(own.map((answer) => [answer.key, answer])));
}

function toOutcomes(shown: ReadonlyMap<string, ShownAnswer>): Map<string, LookupOutcome> {
  return new Map([...shown].map(([key, { lines, asOfMs }]) => [key, { is: 'shown', lines, asOfMs }]));
}

function onlyOf(outcomes: Outcomes | undefined, identifiers: readonly string[]): Outcomes {
  return new Map(
    identifiers.flatMap((each) => {
      const outcome = outcomes?.get(each);
      return outcome === undefined ? [] : [[each, outcome] as const];
    }),
  );
}
