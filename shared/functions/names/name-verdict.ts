import { isSlipOf, nearestOf } from '../../cells/nearest';
import type { Table } from '../../cells/values';
import type { HttpRequest } from '../../client/exchange';
import { readText } from '../../client/json';
import { readTechnology, type Technology } from '../../client/resources/companies';
import { searchTechnologies } from '../../client/resources/technologies';
import { toQuestionText, type RowsRecord } from '../../client/rows';
import { TraceError } from '../../errors/trace-error';
import type { LookupOutcome } from '../../records/outcome';

export type NameKind = 'technology' | 'category' | 'vendor';

/** A name that the user typed. */
export interface AskedName {
  readonly kind: NameKind;
  readonly text: string;
}

/** What is known about a name that no answer shows. */
export type NameVerdict =
  | { readonly is: 'known' }
  | { readonly is: 'unknown'; readonly nearest: readonly string[] }
  /** There is no catalogue, or it does not settle the question: the plain answer is shown. */
  | { readonly is: 'notTold'; readonly isRouteMissing: boolean }
  /** The catalogue could not be asked this time. */
  | { readonly is: 'unchecked'; readonly error: TraceError }
  | { readonly is: 'notAsked' };

/** Enough rows to find an exact name among those that contain it. */
const NAMES_LOOKED_AT = 100;
/** Any technology proves a category or vendor; several show whether the service filtered at all. */
const FILTERED_LOOKED_AT = 10;
/** A longer text cannot be a name, and is not asked for. */
export const LONGEST_NAME = 100;

/** The free question about a name that the catalogue is asked. */
export function questionOf({ kind, text }: AskedName): string {
  const request: HttpRequest = {
    technology: searchTechnologies(text, null),
    category: searchTechnologies(null, text),
    vendor: searchTechnologies(null, null, text),
  }[kind];
  const top = kind === 'technology' ? NAMES_LOOKED_AT : FILTERED_LOOKED_AT;
  return toQuestionText({ operation: request.operation, path: request.path, paging: 'page', top, mayBeOne: false });
}

/** The names of one kind that a technology has, slugs last. */
export function namesOf(kind: NameKind, technology: Technology): readonly string[] {
  const { name, slug, category, vendor_name: vendor, vendor_slug: vendorSlug } = technology;
  const names = { technology: [name, slug], category: [category], vendor: [vendor, vendorSlug] }[kind];
  return names.filter((each): each is string => each !== null);
}

/** Compares whole names and slugs, ignoring case. */
export function isNamed(asked: AskedName, technology: Technology): boolean {
  const wanted = asked.text.toLowerCase();
  return namesOf(asked.kind, technology).some((name) => name.toLowerCase() === wanted);
}

/** The verdict that follows from the catalogue's answer. */
export function verdictOnName(asked: AskedName, outcome: LookupOutcome<RowsRecord> | undefined): NameVerdict {
  switch (outcome?.is) {
    case undefined:
      return { is: 'unchecked', error: new TraceError('leftOut', {}) };
    case 'failed':
      // A service that refuses the question has no such filter.
      return outcome.error.code === 'requestRefused' ? NOT_TOLD : { is: 'unchecked', error: outcome.error };
    case 'noRoute':
      return { is: 'notTold', isRouteMissing: true };
    case 'notAsked':
      return { is: 'notAsked' };
    // A search that returns "not found" proves nothing.
    case 'notTracked':
      return NOT_TOLD;
    case 'shown':
      return readLines(outcome.lines);
    case 'found':
      return verdictOnRows(asked, outcome.record);
  }
}

const NOT_TOLD: NameVerdict = { is: 'notTold', isRouteMissing: false };

function verdictOnRows(asked: AskedName, { rows, isCut, isPartial }: RowsRecord): NameVerdict {
  const found = rows.flatMap((row) => readTechnology(row) ?? []);
  // Rows without names say no more than a missing route.
  if (found.length === 0 && rows.length > 0) return NOT_TOLD;
  if (found.some((technology) => isNamed(asked, technology))) return { is: 'known' };
  const isTechnology = asked.kind === 'technology';
  // An exact name may come after the last row that was read.
  if (isCut || isPartial) return NOT_TOLD;
  const nearest = nearestOf(
    asked.text,
    found.flatMap((technology) => namesOf(asked.kind, technology)[0] ?? []),
  );
  // If all rows have other names and none is similar, the service did not filter, which proves nothing.
  return isTechnology || rows.length === 0 || nearest.length > 0 ? { is: 'unknown', nearest } : NOT_TOLD;
}

/** Without the catalogue's answer, only a clear misspelling of a shown name counts as unknown. */
export function withShown({ text }: AskedName, verdict: NameVerdict, shown: Iterable<string>): NameVerdict {
  if (verdict.is === 'unknown') return { is: 'unknown', nearest: nearestOf(text, [...shown, ...verdict.nearest]) };
  if (verdict.is !== 'notTold') return verdict;
  const slip = [...shown].filter((name) => isSlipOf(text, name));
  return slip.length > 0 ? { is: 'unknown', nearest: nearestOf(text, slip) } : verdict;
}

/**
 * What a cell shows if a name could not be checked. A missing key is a problem of the whole cell, whatever the name.
 */
export function toUnchecked({ text }: AskedName, error: TraceError): TraceError {
  return error.kind === 'text' ? error : new TraceError('nameUnchecked', { text, why: error.message });
}

/** The sentence for a name that Trace does not know. */
export function toUnknown({ kind, text }: AskedName, nearest: readonly string[]): TraceError {
  const codes = { technology: 'technologyUnknown', category: 'categoryUnknown', vendor: 'vendorUnknown' } as const;
  return new TraceError(codes[kind], { text, nearest });
}

/** A verdict as cells, for the store of shown answers; `null` if it does not last. */
export function toLines(verdict: NameVerdict): Table | null {
  switch (verdict.is) {
    case 'known':
      return [['known']];
    case 'unknown':
      return [['unknown', ...verdict.nearest]];
    case 'notTold':
      return verdict.isRouteMissing ? null : [['not told']];
    case 'unchecked':
    case 'notAsked':
      return null;
  }
}

function readLines(lines: Table): NameVerdict {
  const [is, ...nearest] = lines[0] ?? [];
  if (is === 'known') return { is: 'known' };
  return is === 'unknown' ? { is: 'unknown', nearest: nearest.flatMap((name) => readText(name) ?? []) } : NOT_TOLD;
}
