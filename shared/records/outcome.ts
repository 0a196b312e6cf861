import { DAY_MS } from '../days';
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

/** Gives every identifier the same outcome. */
export function everyOne(identifiers: readonly string[], outcome: LookupOutcome): ReadonlyMap<string, LookupOutcome> {
  return new Map(identifiers.map((identifier) => [identifier, outcome]));
}

/** A list that was read only in part. */
export interface PartialList {
  /** How many of its rows are saved. */
  readonly rows: number;
  /** How many rows the service counts; `null`: it does not say. */
  readonly total: number | null;
}

/** Whether a record is a list that was read only in part. */
export function isPartial(record: unknown): boolean {
  return (record as { readonly isPartial?: unknown }).isPartial === true;
}

/** How far a list was read, if only in part; `null` for other records. */
export function partialOf(outcome: LookupOutcome | undefined): PartialList | null {
  if (outcome?.is !== 'found' || !isPartial(outcome.record)) return null;
  const record = outcome.record as RowsRecord | PartnersRecord;
  return { rows: rowsOf(record), total: 'rows' in record ? record.total : record.count };
}

/** {@link partialOf} for each list that was read only in part. */
export function partialsOf(outcomes: ReadonlyMap<string, LookupOutcome>): ReadonlyMap<string, PartialList> {
  const partials = [...outcomes].map(([identifier, outcome]) => [identifier, partialOf(outcome)] as const);
  return new Map(partials.filter((partial): partial is readonly [string, PartialList] => partial[1] !== null));
}

/** All rows, shown or not. */
export function rowsOf(record: RowsRecord | PartnersRecord): number {
  return ('rows' in record ? record.rows : (record.partners ?? [])).length + (record.surplus ?? 0);
}

/** How old a saved answer may be. */
export interface MaxAge {
  readonly maxAgeMs: number;
  /** Whether the formula itself sets it. */
  readonly isAgeAsked: boolean;
}

/** Trace may start tracking a company sooner than a company's facts change. */
const NOT_TRACKED_MAX_AGE_MS = DAY_MS;
/** The service may add a route at any time. */
const NO_ROUTE_MAX_AGE_MS = DAY_MS;

/**
 * Whether a saved outcome is an answer (`fresh`), must be looked up (`needed`), or is shown unless looking it up is
 * free (`ifFree`), so that recalculation never pays twice.
 *
 * @param nowMs milliseconds since 1970
 */
export function freshnessOf(
  outcome: LookupOutcome | undefined,
  { maxAgeMs, isAgeAsked }: MaxAge,
  nowMs: number,
): 'fresh' | 'needed' | 'ifFree' {
  if (outcome === undefined) return 'needed';
  if (isFresh(outcome, maxAgeMs, nowMs)) return 'fresh';
  const isAnswer = outcome.is === 'shown' || (outcome.is === 'found' && !isPartial(outcome.record));
  return isAnswer && !isAgeAsked ? 'ifFree' : 'needed';
}

/** Whether a saved outcome is still an answer. One from the future, after the clock was set back, counts as new. */
function isFresh(outcome: LookupOutcome, maxAgeMs: number, nowMs: number): boolean {
  switch (outcome.is) {
    case 'found':
      // A list that was read only in part is shown, and read again the next time it is asked for.
      return (
        !isPartial(outcome.record) && nowMs - outcome.asOfMs <= maxAgeMs && nowMs < (outcome.lagsUntilMs ?? Infinity)
      );
    case 'shown':
      return nowMs - outcome.asOfMs <= maxAgeMs;
    case 'notTracked':
      return nowMs - outcome.asOfMs <= Math.min(maxAgeMs, NOT_TRACKED_MAX_AGE_MS);
    case 'noRoute':
      return nowMs - outcome.asOfMs <= NO_ROUTE_MAX_AGE_MS;
    case 'failed':
    case 'notAsked':
      return false;
  }
}
