import type { BodyOf } from '../contract';
import type { Partner, PartnershipType } from '../data/partners';
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
import type { Answer, Call, RoutesTo } from './route';

export const partnerships = {
  list: { credits: '1 for each partner on the page', answer: listPartners },
  reverse: { credits: '1 for each company on the page', answer: listReversePartners },
  lookup: { credits: '1 for company_b if the two are partners (assumed)', answer: lookUpPartnership },
  shared: { credits: '1 for each partner on the page (assumed)', answer: listSharedPartners },
  graph: { credits: '1 for each company node but the one asked for', answer: showGraph },
} satisfies RoutesTo<'partnerships'>;

function listPartners(call: Call): Answer<'partnerships.list'> {
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
function countTypes(partners: readonly Partner[]): BodyOf<'partnerships.list'>['type_counts'] {
  const count = (type: PartnershipType) => partners.filter((partner) => partner.type === type).length;
  return { technology: count('technology'), channel: count('channel'), generic: count('generic') };
}
