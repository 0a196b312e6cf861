import type { FilterName } from '../../catalogue/options';
import type { FieldAnswer } from '../../cells/answers';
import { readInput } from '../../cells/inputs';
import { joinCells } from '../../cells/join';
import type { Options } from '../../cells/options';
import { toLines } from '../../cells/table';
import type { Cell } from '../../cells/values';
import { readTechnologies, readTechnologyCount, type CompanyRecord } from '../../client/resources/companies';
import type { PartnersRecord } from '../../client/resources/partnerships';
import { TraceError } from '../../errors/trace-error';
import { readCompanyField } from '../../functions/company-field';
import { toItemFields } from '../../functions/item-fields';
import type { LookupOutcome } from '../../records/outcome';
import { sharedOf, withMore } from '../../functions/shared-partners';

const SEPARATOR = ', ';

/** One column that a run adds: plain JSON, so that presets and journals can keep it. */
export type Choice =
  | { readonly adds: 'company'; readonly field: string }
  /** @see TECHNOLOGY_FIELDS; `category` lets only those of it through. */
  | { readonly adds: 'technologies'; readonly field: string; readonly category: string | null }
  | { readonly adds: 'hasTechnology'; readonly technology: string }
  /** @see PARTNER_FIELDS; types are told company by company. */
  | { readonly adds: 'partners'; readonly field: string; readonly type: string | null }
  | { readonly adds: 'sharedPartners'; readonly company: string; readonly field: 'name' | 'count' };

/** What has to be looked up of a company: `typed` is its own list of partners, one request each. */
export type Need = 'company' | 'partners' | 'typed';

/** What was found of one company. */
export interface Found {
  readonly company: LookupOutcome | undefined;
  readonly partners: LookupOutcome | undefined;
  /** By type. */
  readonly typed: ReadonlyMap<string, LookupOutcome>;
  /** Partners of the companies that others are compared with. */
  readonly compared: ReadonlyMap<string, LookupOutcome>;
}

export const PRESETS: Readonly<Record<'Profile' | 'Stack' | 'Partners', readonly Choice[]>> = {
  Profile: ['name', 'industry', 'employee_count', 'country', 'founded_year'].map((field) => ({
    adds: 'company',
    field,
  })),
  Stack: [
    { adds: 'technologies', field: 'name', category: null },
    { adds: 'technologies', field: 'category', category: null },
    { adds: 'technologies', field: 'count', category: null },
  ],
  Partners: [
    { adds: 'partners', field: 'name', type: null },
    { adds: 'partners', field: 'count', type: null },
  ],
};

export function titleOf(choice: Choice): string {
  switch (choice.adds) {
    case 'company':
      return choice.field;
    case 'technologies': {
      const what = choice.field === 'name' ? 'technologies' : `technology_${choice.field}`;
      return choice.category === null ? what : `${what} (${choice.category})`;
    }
    case 'hasTechnology':
      return `has ${choice.technology}`;
    case 'partners': {
      const what = choice.field === 'name' ? 'partners' : `partner_${choice.field}`;
      return choice.type === null ? what : `${what} (${choice.type})`;
    }
    case 'sharedPartners':
      return `shared with ${choice.company}${choice.field === 'count' ? ' (count)' : ''}`;
  }
}

export function needOf(choice: Choice): Need {
  if (choice.adds === 'sharedPartners') return 'partners';
  if (choice.adds === 'partners') return choice.type === null && choice.field !== 'type' ? 'partners' : 'typed';
  return 'company';
}

/** As it is known by where several types are asked for. */
export function typeOf(choice: Choice): string {
  return choice.adds === 'partners' ? (choice.type ?? '') : '';
}

/** The companies that others are compared with. Throws what is wrong with what was typed, as a formula would say it. */
export function comparedOf(choices: readonly Choice[]): readonly string[] {
  const others = choices.flatMap((choice) => (choice.adds === 'sharedPartners' ? [toCompared(choice.company)] : []));
  return [...new Set(others)];
}

function toCompared(typed: string): string {
  const input = readInput(typed);
  if (input.is === 'company') return input.identifier;
  throw input.is === 'problem' ? input.error : new TraceError('inputIsNotADomain', { input: typed });
}

/** One cell; a {@link TraceError} where it could not be found out. */
export function toCell(choice: Choice, found: Found): Cell {
  const need = needOf(choice);
  const outcome = need === 'typed' ? found.typed.get(typeOf(choice)) : found[need];
  if (outcome?.is === 'notTracked') return 'not tracked';
  if (outcome?.is === 'failed') return outcome.error;
  if (outcome?.is !== 'found') return new TraceError('leftOut', {});
  const field = toField(choice, outcome, found);
  if (field instanceof TraceError) return field;
  return toLines({ is: 'values', fields: [field] }, ['value'], optionsWith(new Map()))[0]![0]!;
}

/** Whether a limit has kept the list that the cell shows from being whole; a count is told all the same. */
export function isCut(choice: Choice, found: Found): boolean {
  if (choice.adds !== 'sharedPartners' && choice.adds !== 'partners') return false;
  const outcome = needOf(choice) === 'typed' ? found.typed.get(typeOf(choice)) : found.partners;
  const isList = choice.adds === 'sharedPartners' || choice.field !== 'count';
  return isList && outcome?.is === 'found' && (outcome.record as PartnersRecord).isPartial === true;
}

export function toField(
  choice: Choice,
  { record, asOfMs }: Extract<LookupOutcome, { is: 'found' }>,
  found: Found,
): FieldAnswer | TraceError {
  switch (choice.adds) {
    case 'company':
      return readCompanyField(record as CompanyRecord, choice.field, asOfMs);
    case 'technologies': {
      const company = record as CompanyRecord;
      // The service counts them all.
      const count = choice.category === null ? readTechnologyCount(company) : null;
      const list = { items: readTechnologies(company), count, asOfMs };
      const filters = new Map<FilterName, readonly string[]>();
      if (choice.category !== null) filters.set('category', [choice.category.toLowerCase()]);
      const byName = { field: 'name', descending: false };
      return toItemFields(list, [choice.field], optionsWith(filters), { category: ['category'] }, byName)[0]!;
    }
    case 'hasTechnology':
      return { is: 'one', cell: hasTechnology(record as CompanyRecord, choice.technology) };
    case 'partners':
      return toPartnerField(record as PartnersRecord, choice.field, asOfMs);
    case 'sharedPartners': {
      const other = found.compared.get(toCompared(choice.company));
      if (other?.is !== 'found') return other?.is === 'failed' ? other.error : new TraceError('leftOut', {});
      return toSharedField(record as PartnersRecord, other.record as PartnersRecord, choice.field, asOfMs);
    }
  }
}

function toSharedField(
  one: PartnersRecord,
  other: PartnersRecord,
  field: 'name' | 'count',
  asOfMs: number,
): FieldAnswer {
  const { partners, isWhole } = sharedOf(one, other);
  const whole = toPartnerField({ ...one, count: partners?.length ?? null, partners }, field, asOfMs);
  if (isWhole || whole.is === 'one') return isWhole ? whole : { is: 'one', cell: '' };
  const found = whole.cells ?? [];
  return found.length === 0 ? { is: 'many', cells: null } : { is: 'one', cell: withMore(joinCells(found, SEPARATOR)) };
}

function toPartnerField({ partners, count }: PartnersRecord, field: string, asOfMs: number): FieldAnswer {
  const missing = partners === null || count === null ? 0 : Math.max(0, count - partners.length);
  const list = { items: partners, count, missing, asOfMs };
  return toItemFields(list, [field], optionsWith(new Map()), {}, { field: 'last_observed_at', descending: true })[0]!;
}

/** Where the answer has no list, nothing is known: blank, never FALSE. */
function hasTechnology(company: CompanyRecord, technology: string): Cell {
  const wanted = technology.toLowerCase();
  const technologies = readTechnologies(company);
  if (technologies === null) return '';
  return technologies.some(({ name, slug }) => name.toLowerCase() === wanted || slug?.toLowerCase() === wanted);
}

function optionsWith(filters: ReadonlyMap<FilterName, readonly string[]>): Options {
  return {
    headers: 0,
    layout: 'join',
    top: null,
    isTopGiven: false,
    separator: SEPARATOR,
    sort: null,
    ifNone: null,
    ifProblem: null,
    maxAgeMs: 0,
    isAgeAsked: false,
    filters,
    given: new Map(),
  };
}
