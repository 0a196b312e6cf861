import { PARTNERSHIP_TYPES, type Partner } from '../data/partners';
import { partnersAfter } from '../data/rescans';
import { jsonReply } from '../reply';
import { lookUpPartnership, listSharedPartners } from './bilateral';
import { companyOfPath } from './company-of-path';
import { pageOf } from './pagination';
import { showGraph } from './partner-graph';
import { toPartnerItem } from './partner-item';
import { readSort, readTypes, sortPartners } from './partner-order';
import { readPhrase } from './query';
import { listReversePartners } from './reverse-partners';
import type { Answer, Call, Route } from './route';

export const partnerships: readonly Route[] = [
  {
    name: 'partnerships.list',
    method: 'GET',
    path: '/companies/{identifier}/partnerships',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/partnerships/',
    credits: '1 for each partner on the page',
    answer: listPartners,
  },
  {
    name: 'partnerships.reverse',
    method: 'GET',
    path: '/partnerships/{partner}/companies',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/partnerships/',
    credits: '1 for each company on the page',
    answer: listReversePartners,
  },
  {
    name: 'partnerships.lookup',
    method: 'GET',
    path: '/partnerships/lookup',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/partnerships/',
    credits: '1 for company_b if the two are partners (assumed)',
    answer: lookUpPartnership,
  },
  {
    name: 'partnerships.shared',
    method: 'GET',
    path: '/partnerships/shared',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/partnerships/',
    credits: '1 for each partner on the page (assumed)',
    answer: listSharedPartners,
  },
  {
    name: 'partnerships.graph',
    method: 'GET',
    path: '/companies/{identifier}/partnerships/graph',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/credits/',
    credits: '1 for each company node but the one asked for',
    answer: showGraph,
  },
];

function listPartners(call: Call): Answer {
  const query = call.url.searchParams;
  const types = readTypes(query);
  const sort = readSort(query);
  const name = readPhrase(query, 'q') ?? '';
  const company = companyOfPath(call);
  const all = partnersAfter(company, call.books.jobs.rescansAt(call.nowMs));
  const chosen = all.filter((partner) => partner.name.toLowerCase().includes(name) && types.includes(partner.type));
  const { rows, pagination } = pageOf(sortPartners(chosen, sort), call.url);
  return {
    reply: jsonReply(200, {
      data: rows.map(toPartnerItem),
      pagination,
      company: {
        slug: company.slug,
        name: company.name,
        primary_domain: company.domain,
        partnership_count: all.length,
      },
      type_counts: countTypes(all),
    }),
    charged: rows.map((partner) => partner.companyId),
  };
}

/** Counts all partners of the company, whatever was asked for. */
function countTypes(partners: readonly Partner[]): Readonly<Record<string, number>> {
  const count = (type: string) => partners.filter((partner) => partner.type === type).length;
  return Object.fromEntries(PARTNERSHIP_TYPES.map((type) => [type, count(type)]));
}
