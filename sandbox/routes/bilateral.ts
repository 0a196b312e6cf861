import type { Company } from '../data/company';
import type { Partner } from '../data/partners';
import { partnersAfter, type Rescans } from '../data/rescans';
import { jsonReply } from '../reply';
import { requireCompany } from './company-of-path';
import { pageOf } from './pagination';
import { toPartnerItem } from './partner-item';
import { DEFAULT_PARTNER_SORT, sortPartners } from './partner-order';
import { requirePhrase } from './query';
import type { Answer, Call } from './route';

/** Whether two companies are partners, by either's list. Everything is assumed, including the charge. */
export function lookUpPartnership({ url, books, nowMs }: Call): Answer<'partnerships.lookup'> {
  const [companyA, companyB] = readPair(url.searchParams);
  const rescans = books.jobs.rescansAt(nowMs);
  const partnership = partnershipOf(companyA, companyB, rescans) ?? partnershipOf(companyB, companyA, rescans);
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
export function listSharedPartners({ url, books, nowMs }: Call): Answer<'partnerships.shared'> {
  const [companyA, companyB] = readPair(url.searchParams);
  const rescans = books.jobs.rescansAt(nowMs);
  const others = new Set(partnersAfter(companyB, rescans).map(({ companyId }) => companyId));
  const shared = partnersAfter(companyA, rescans).filter(({ companyId }) => others.has(companyId));
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

function partnershipOf(company: Company, partner: Company, rescans: Rescans): Partner | null {
  return partnersAfter(company, rescans).find(({ companyId }) => companyId === partner.id) ?? null;
}
