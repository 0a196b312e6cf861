import { findByDomain } from '../data/companies';
import { toCompanyObject } from '../data/company-object';
import { jsonReply } from '../reply';
import { companyOfPath } from './company-of-path';
import { flagCompany } from './company-flag';
import { searchCompanies } from './company-search';
import { readDomainBatch } from './domain-batch';
import type { Answer, Call, Route } from './route';

export const companies: readonly Route[] = [
  {
    name: 'companies.show',
    method: 'GET',
    path: '/companies/{identifier}',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/authentication/',
    credits: '1 for the company',
    answer: showCompany,
  },
  {
    name: 'companies.batch',
    method: 'POST',
    path: '/companies/batch',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/overview/',
    credits: '1 for each company found',
    answer: batchCompanies,
  },
  {
    name: 'companies.search',
    method: 'GET',
    path: '/companies',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/credits/',
    credits: '1 for each company on the page',
    answer: searchCompanies,
  },
  {
    name: 'companies.refresh',
    method: 'POST',
    path: '/companies/refresh',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/overview/',
    credits: 'none (assumed)',
    answer: refreshCompanies,
  },
  {
    name: 'companies.flag',
    method: 'POST',
    path: '/companies/{identifier}/flags',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/data-flags/',
    credits: 'none (assumed)',
    answer: flagCompany,
  },
];

function showCompany(call: Call): Answer {
  const company = companyOfPath(call);
  return {
    reply: jsonReply(200, toCompanyObject(company, call.books.jobs.rescansAt(call.nowMs))),
    charged: [company.id],
  };
}

function batchCompanies(call: Call): Answer {
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
function refreshCompanies({ body, books, nowMs }: Call): Answer {
  const { domains } = readDomainBatch(body);
  const jobId = books.jobs.nextId;
  return {
    reply: jsonReply(202, { job_id: jobId }, { location: `/v1/jobs/${jobId}` }),
    charged: [],
    change: () => books.jobs.add({ jobId, domains, startedAtMs: nowMs }),
  };
}
