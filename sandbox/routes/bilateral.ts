import type { Company } from '../data/company';
import { readPartners, type Partner } from '../data/partners';
import { jsonReply } from '../reply';
import { requireCompany } from './company-of-path';
import { pageOf } from './pagination';
import { toPartnerItem } from './partner-item';
import { DEFAULT_PARTNER_SORT, sortPartners } from './partner-order';
import { requirePhrase } from './query';
import type { Answer, Call } from './route';

/** Whether two companies are partners, by either's list. Everything is assumed, including the charge. */
export function lookUpPartnership({ url }: Call): Answer {
  const [companyA, companyB] = readPair(url.searchParams);
  const partnership = partnershipOf(companyA, companyB) ?? partnershipOf(companyB, companyA);
  return {
    reply: jsonReply(200, {
      partnered: partnership !== null,
      partnership_type: partnership?.type ?? null,
      first_observed_at: partnership?.firstObservedAt ?? null,
      last_observed_at: partnership?.lastObservedAt ?? null,
      observation_count: partnership?.observationCount ?? null,
      description: partnership?.description ?? null,
    }),
    charged: partnership === null ? [] : [companyB.id],
  };
}

/** The partners in both lists, as the first company's list describes them. */
export function listSharedPartners({ url }: Call): Answer {
  const [companyA, companyB] = readPair(url.searchParams);
  const others = new Set(readPartners(companyB).map(({ companyId }) => companyId));
  const shared = readPartners(companyA).filter(({ companyId }) => others.has(companyId));
  const { rows, pagination } = pageOf(sortPartners(shared, DEFAULT_PARTNER_SORT), url);
  return {
    reply: jsonReply(200, { data: rows.map(toPartnerItem), pagination }),
    charged: rows.map(({ companyId }) => companyId),
  };
}

function readPair(query: URLSearchParams): readonly [Company, Company] {
  const [companyA, companyB] = [requirePhrase(query, 'company_a'), requirePhrase(query, 'company_b')];
  return [requireCompany(companyA), requireCompany(companyB)];
}

function partnershipOf(company: Company, partner: Company): Partner | null {
  return readPartners(company).find(({ companyId }) => companyId === partner.id) ?? null;
}
