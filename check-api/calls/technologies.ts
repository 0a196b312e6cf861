import {
  findRows,
  readObject,
  readText,
  searchTechnologies,
  technologies,
  technologyCompanies,
  vendorCompanies,
  vendors,
} from '../../shared/api';
import type { Known } from '../known';
import { askOneRow, noCredits, oneCredit, when, type Call } from './call';
import { learnEnrichable } from './companies';

export const technologyCalls: readonly Call[] = [
  {
    operation: technologies.search,
    credits: noCredits,
    ask: () => askOneRow(searchTechnologies(null, null)),
    learn: learnTechnology,
  },
  {
    operation: technologies.companies,
    credits: oneCredit,
    ask: ({ technology }) =>
      when(technology, 'no earlier answer names a technology', (slug) => askOneRow(technologyCompanies(slug))),
    learn: learnEnrichable,
  },
  {
    operation: vendors.companies,
    credits: oneCredit,
    ask: ({ vendor }) => when(vendor, 'no earlier answer names a vendor', (slug) => askOneRow(vendorCompanies(slug))),
    learn: learnEnrichable,
  },
];

/** Prefers a technology that the company itself uses, since some company certainly uses it. */
function learnTechnology(body: unknown, { technology, vendor }: Known): Partial<Known> {
  const row = readObject(findRows(body)?.rows?.[0]);
  return {
    technology: technology ?? readText(row?.['slug']),
    vendor: vendor ?? readText(row?.['vendor_slug']),
  };
}
