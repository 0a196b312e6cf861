import { findByDomain } from '../data/companies';
import { toCompanyObject } from '../data/company-object';
import { jsonReply } from '../reply';
import { companyOfPath } from './company-of-path';
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
];

function showCompany(call: Call): Answer {
  const company = companyOfPath(call);
  return { reply: jsonReply(200, toCompanyObject(company)), charged: [company.id] };
}

function batchCompanies(call: Call): Answer {
  const { requested, domains } = readDomainBatch(call.body);
  const results = domains.map((domain) => {
    const company = findByDomain(domain);
    return company === null
      ? { domain, status: 'not_tracked', company: null }
      : { domain, status: 'found', company: toCompanyObject(company) };
  });
  const charged = results.flatMap(({ company }) => (company === null ? [] : [company.company_id]));
  const counts = { total_domains_requested: requested, domains_found: charged.length };
  return { reply: jsonReply(200, { results, ...counts }), charged };
}
