import {
  batchCompanies,
  companies,
  findRows,
  readCompany,
  readCount,
  readObject,
  readTechnologies,
  readText,
  searchCompanies,
  showCompany,
} from '../../shared/api';
import type { EnrichableCompany, Known } from '../known';
import { askOneRow, oneCredit, type Call } from './call';

export const companyCalls: readonly Call[] = [
  {
    operation: companies.show,
    credits: oneCredit,
    ask: (_known, { company }) => showCompany(company),
    learn: learnTechnology,
  },
  { operation: companies.batch, credits: oneCredit, ask: (_known, { company }) => batchCompanies([company]) },
  {
    operation: companies.search,
    credits: oneCredit,
    ask: () => askOneRow(searchCompanies({})),
    learn: learnEnrichable,
  },
];

/** Companies of a list that was paid for anyway, with the number of partners of each. */
export function learnEnrichable(body: unknown, known: Known): Partial<Known> {
  const rows = (findRows(body)?.rows ?? []).map(readEnrichable).filter((company) => company !== null);
  return { enrichable: [...known.enrichable, ...rows] };
}

function readEnrichable(row: unknown): EnrichableCompany | null {
  const company = readObject(row);
  const domain = readText(company?.['primary_domain']);
  const partners = readCount(company?.['partnership_count']);
  return domain === null || partners === null ? null : { domain, partners };
}

function learnTechnology(body: unknown): Partial<Known> {
  const company = readCompany(body);
  const technologies = company === null ? [] : (readTechnologies(company) ?? []);
  return {
    technology: technologies.find(({ slug }) => slug !== null)?.slug ?? null,
    vendor: technologies.find(({ vendor_slug }) => vendor_slug !== null)?.vendor_slug ?? null,
  };
}
