import { readText } from '../../client/json';
import { readTechnologies, type CompanyRecord } from '../../client/resources/companies';
import { readPartners, type Partner, type PartnersRecord } from '../../client/resources/partnerships';
import type { RowsRecord } from '../../client/rows';
import { readDomain } from '../../cells/identifier';
import type { LookupOutcome } from '../../records/outcome';

/** Something that companies have in common. */
export interface Shared {
  /** The same for all spellings of the name. */
  readonly key: string;
  readonly name: string;
}

/** What saved answers say about one company; `null`: nothing. */
export interface CompanyFacts {
  readonly technologies: readonly Shared[] | null;
  /** The categories of its technologies, perhaps repeated. */
  readonly categories: readonly Shared[] | null;
  readonly country: Shared | null;
  /** A range of employees, such as `11-50`. */
  readonly employees: Shared | null;
  readonly partners: readonly Shared[] | null;
}

/** A company of the column, by what is saved about it. */
export type SavedCompany =
  | { readonly is: 'found'; readonly facts: CompanyFacts }
  | { readonly is: 'notTracked' }
  | { readonly is: 'unsaved' };

/** The saved answers about one company. */
export interface SavedAnswers {
  readonly company: LookupOutcome | undefined;
  readonly partners: LookupOutcome | undefined;
  /** Partners that were asked for by type, or only the latest. */
  readonly lists: readonly (LookupOutcome | undefined)[];
}

export function toSavedCompany({ company, partners, lists }: SavedAnswers): SavedCompany {
  const record = foundIn<CompanyRecord>(company);
  const listed = [partnersIn(partners), ...lists.map(rowsIn)].filter((list) => list !== null);
  if (record !== null || listed.length > 0) return { is: 'found', facts: toFacts(record ?? {}, listed) };
  const isNotTracked = [company, partners].some((outcome) => outcome?.is === 'notTracked');
  return { is: isNotTracked ? 'notTracked' : 'unsaved' };
}

/** The domain by which Trace knows the company, so that one that is asked for in two ways counts once. */
export function ownDomainOf({ company, partners }: SavedAnswers): string | null {
  const domain =
    readText(foundIn<CompanyRecord>(company)?.['primary_domain']) ??
    foundIn<PartnersRecord>(partners)?.company.domain ??
    null;
  return domain === null ? null : readDomain(domain);
}

function toFacts(record: CompanyRecord, listed: readonly (readonly Partner[])[]): CompanyFacts {
  const technologies = readTechnologies(record);
  return {
    technologies: technologies?.map(({ slug, name }) => toShared(name, slug)) ?? null,
    categories: technologies?.flatMap(({ category }) => (category === null ? [] : [toShared(category)])) ?? null,
    country: toSharedFact(record['country']),
    employees: toSharedFact(record['employee_range']),
    partners:
      listed.length === 0 ? null : listed.flat().map(({ name, domain, slug }) => toShared(name, domain ?? slug)),
  };
}

function toSharedFact(value: unknown): Shared | null {
  const text = readText(value);
  return text === null ? null : toShared(text);
}

function toShared(name: string, identifier: string | null = null): Shared {
  return { key: (identifier ?? name).toLowerCase(), name };
}

function partnersIn(outcome: LookupOutcome | undefined): readonly Partner[] | null {
  return foundIn<PartnersRecord>(outcome)?.partners ?? null;
}

function rowsIn(outcome: LookupOutcome | undefined): readonly Partner[] | null {
  const rows = foundIn<RowsRecord>(outcome)?.rows;
  return rows === undefined ? null : readPartners(rows);
}

function foundIn<R>(outcome: LookupOutcome | undefined): R | null {
  return outcome?.is === 'found' ? (outcome.record as R) : null;
}
