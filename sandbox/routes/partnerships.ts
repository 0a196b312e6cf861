import { PARTNERSHIP_TYPES, readPartners, type Partner } from '../data/partners';
import { jsonReply } from '../reply';
import { companyOfPath } from './company-of-path';
import { pageOf } from './pagination';
import { DEFAULT_PARTNER_SORT, PARTNER_SORTS, sortPartners } from './partner-order';
import { readWord, readWords } from './query';
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
];

function listPartners(call: Call): Answer {
  const query = call.url.searchParams;
  const types = readWords(query, 'partnership_types', PARTNERSHIP_TYPES);
  const sort = readWord(query, 'sort', PARTNER_SORTS, DEFAULT_PARTNER_SORT);
  const name = (query.get('q') ?? '').trim().toLowerCase();
  const company = companyOfPath(call);
  const all = readPartners(company);
  const chosen = all.filter(
    (partner) => partner.name.toLowerCase().includes(name) && (types?.includes(partner.type) ?? true),
  );
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

function toPartnerItem(partner: Partner) {
  return {
    partner_name: partner.name,
    partner_domain: partner.domain,
    partner_slug: partner.slug,
    partnership_type: partner.type,
    first_observed_at: partner.firstObservedAt,
    last_observed_at: partner.lastObservedAt,
    observation_count: partner.observationCount,
  };
}

/** Of all of the company's partners, whatever was asked for. */
function countTypes(partners: readonly Partner[]): Readonly<Record<string, number>> {
  const count = (type: string) => partners.filter((partner) => partner.type === type).length;
  return Object.fromEntries(PARTNERSHIP_TYPES.map((type) => [type, count(type)]));
}
