import { findByDomain } from '../data/companies';
import type { Partner } from '../data/partners';
import { partnersAfter, type Rescans } from '../data/rescans';
import { jsonReply } from '../reply';
import { readDomainBatch } from './domain-batch';
import { toNames, toSightings } from './partner-item';
import { DEFAULT_PARTNER_SORT, sortPartners } from './partner-order';
import type { Answer, Call, RoutesTo } from './route';

export const enrichment = {
  partnerships: {
    credits: '1 for each company found and 1 for each of its partners (assumed)',
    answer: enrichPartnerships,
  },
} satisfies RoutesTo<'enrichment'>;

/** All partners of each company. Whether the API cuts or sorts them is undocumented. */
function enrichPartnerships(call: Call): Answer<'enrichment.partnerships'> {
  const { requested, domains } = readDomainBatch(call.body);
  const rescans = call.books.jobs.rescansAt(call.nowMs);
  const read = domains.map((domain) => readDomain(domain, rescans));
  const results = read.map(({ result }) => result);
  return {
    reply: jsonReply(200, {
      results,
      total_domains_requested: requested,
      domains_found: results.filter(({ status }) => status !== 'not_tracked').length,
      domains_with_partnerships: results.filter(({ status }) => status === 'found').length,
    }),
    charged: read.flatMap(({ charged }) => charged),
  };
}

function readDomain(domain: string, rescans: Rescans) {
  const company = findByDomain(domain);
  if (company === null) {
    const nobody = { company_name: null, company_id: null, slug: null, partnerships: [], partnership_count: 0 };
    return { result: { domain, status: 'not_tracked', ...nobody }, charged: [] };
  }
  const partners = sortPartners(partnersAfter(company, rescans), DEFAULT_PARTNER_SORT);
  return {
    result: {
      domain,
      status: partners.length > 0 ? 'found' : 'no_partnerships',
      company_name: company.name,
      company_id: company.id,
      slug: company.slug,
      partnerships: partners.map(toEnrichedItem),
      partnership_count: partners.length,
    },
    charged: [company.id, ...partners.map((partner) => partner.companyId)],
  };
}

/** Without a `partnership_type`, which the documentation's example does not show here. */
function toEnrichedItem(partner: Partner) {
  const { category, description } = partner;
  return { ...toNames(partner), ...toSightings(partner), category, description };
}
