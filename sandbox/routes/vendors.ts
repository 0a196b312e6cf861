import { toCompanyObject } from '../data/company-object';
import { companiesUsingVendor, findVendor } from '../data/technology-index';
import { Refusal, detailError } from '../refusal';
import { jsonReply } from '../reply';
import { pageOf } from './pagination';
import type { Answer, Call, RoutesTo } from './route';

export const vendors = {
  companies: { credits: '1 for each company on the page (assumed)', answer: listVendorCompanies },
} satisfies RoutesTo<'vendors'>;

function listVendorCompanies({ parameters, url, books, nowMs }: Call): Answer<'vendors.companies'> {
  const identifier = parameters['slug'] ?? '';
  const vendor = findVendor(identifier);
  if (vendor === null) {
    const message = 'No vendor was found for that identifier.';
    throw new Refusal(detailError(404, 'vendor_not_found', message, { identifier }));
  }
  const all = companiesUsingVendor(vendor);
  const { rows, pagination } = pageOf(all, url);
  const rescans = books.jobs.rescansAt(nowMs);
  const companies = rows.map((row) => toCompanyObject(row, rescans));
  return {
    reply: jsonReply(200, { vendor: { ...vendor, company_count: all.length }, companies, pagination }),
    charged: rows.map(({ id }) => id),
  };
}
