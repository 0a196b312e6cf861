import { findByDomain } from '../data/companies';
import { toCompanyObject } from '../data/company-object';
import { jsonReply } from '../reply';
import { companyOfPath } from './company-of-path';
import { flagCompany } from './company-flag';
import { searchCompanies } from './company-search';
import { readDomainBatch } from './domain-batch';
import type { Answer, Call, RoutesTo } from './route';

export const companies = {
  show: { credits: '1 for the company', answer: showCompany },
  batch: { credits: '1 for each company found', answer: batchCompanies },
  search: { credits: '1 for each company on the page', answer: searchCompanies },
  refresh: { credits: 'none (assumed)', answer: refreshCompanies },
  flag: { credits: 'none (assumed)', answer: flagCompany },
} satisfies RoutesTo<'companies'>;

function showCompany(call: Call): Answer<'companies.show'> {
  const company = companyOfPath(call);
  return {
    reply: jsonReply(200, toCompanyObject(company, call.books.jobs.rescansAt(call.nowMs))),
    charged: [company.id],
  };
}

function batchCompanies(call: Call): Answer<'companies.batch'> {
  const { requested, domains } = readDomainBatch(call.body);
  const rescans = call.books.jobs.rescansAt(call.nowMs);
  const results = domains.map((domain) => {
    const company = findByDomain(domain);
    return company === null
      ? { domain, status: 'not_tracked', company: null }
      : { domain, status: 'found', company: toCompanyObject(company, rescans) };
  });
  const charged = results.flatMap(({ company }) => (company === null ? [] : [company.company_id]));
  const counts = { total_domains_requested: requested, domains_found: charged.length };
  return { reply: jsonReply(200, { results, ...counts }), charged };
}

/** A job and its address; https://docs.tracedata.ai/api/overview/. The value of the header is assumed. */
function refreshCompanies({ body, books, nowMs }: Call): Answer<'companies.refresh'> {
  const { domains } = readDomainBatch(body);
  const jobId = books.jobs.nextId;
  return {
    reply: jsonReply(202, { job_id: jobId }, { location: `/v1/jobs/${jobId}` }),
    charged: [],
    change: () => books.jobs.add({ jobId, domains, startedAtMs: nowMs }),
  };
}
