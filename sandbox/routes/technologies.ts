import { toCompanyObject } from '../data/company-object';
import { TECHNOLOGIES, type Technology } from '../data/technologies';
import { companiesUsing, findTechnology } from '../data/technology-index';
import { Refusal, detailError } from '../refusal';
import { jsonReply } from '../reply';
import { pageOf } from './pagination';
import { readPhrase } from './query';
import type { Answer, Call, RoutesTo } from './route';

export const technologies = {
  search: { credits: 'none (assumed)', answer: searchTechnologies },
  companies: { credits: '1 for each company on the page (assumed)', answer: listTechnologyCompanies },
} satisfies RoutesTo<'technologies'>;

function searchTechnologies({ url }: Call): Answer<'technologies.search'> {
  const q = readPhrase(url.searchParams, 'q') ?? '';
  const category = readPhrase(url.searchParams, 'category');
  const vendor = readPhrase(url.searchParams, 'vendor');
  const found = TECHNOLOGIES.filter(
    (technology) =>
      (technology.name.toLowerCase().includes(q) || technology.slug.includes(q)) &&
      (category === null || technology.category.toLowerCase() === category) &&
      (vendor === null || isNamed(vendor, technology.vendorName, technology.vendorSlug)),
  );
  const { rows, pagination } = pageOf(found, url);
  return { reply: jsonReply(200, { data: rows.map(toTechnologyItem), pagination }), charged: [] };
}

/** Whole names or slugs, in any case. */
function isNamed(asked: string, ...names: readonly (string | null)[]): boolean {
  return names.some((name) => name?.toLowerCase() === asked);
}

function listTechnologyCompanies({ parameters, url, books, nowMs }: Call): Answer<'technologies.companies'> {
  const identifier = parameters['slug'] ?? '';
  const technology = findTechnology(identifier);
  if (technology === null) {
    const message = 'No technology was found for that identifier.';
    throw new Refusal(detailError(404, 'technology_not_found', message, { identifier }));
  }
  const { rows, pagination } = pageOf(companiesUsing(technology), url);
  const rescans = books.jobs.rescansAt(nowMs);
  const companies = rows.map((row) => toCompanyObject(row, rescans));
  return {
    reply: jsonReply(200, { technology: toTechnologyItem(technology), companies, pagination }),
    charged: rows.map(({ id }) => id),
  };
}

function toTechnologyItem(technology: Technology) {
  return {
    slug: technology.slug,
    name: technology.name,
    category: technology.category,
    vendor_name: technology.vendorName,
    vendor_slug: technology.vendorSlug,
    company_count: companiesUsing(technology).length,
  };
}
