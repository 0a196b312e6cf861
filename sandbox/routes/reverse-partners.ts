import { findCompany } from '../data/companies';
import { readListings } from '../data/partner-index';
import type { Partner } from '../data/partners';
import { Refusal, detailError } from '../refusal';
import { jsonReply } from '../reply';
import { pageOf } from './pagination';
import { toSightings } from './partner-item';
import { readSort, readTypes, sortPartners } from './partner-order';
import type { Answer, Call } from './route';

/**
 * The companies that list a company as a partner. The path is documented; query and items are assumed to be as in a
 * partner list.
 */
export function listReversePartners({ parameters, url }: Call): Answer<'partnerships.reverse'> {
  const types = readTypes(url.searchParams);
  const sort = readSort(url.searchParams);
  const identifier = parameters['partner'] ?? '';
  const partner = findCompany(identifier);
  if (partner === null) {
    const message = 'No partner was found for that identifier.';
    throw new Refusal(detailError(404, 'partner_not_found', message, { identifier }));
  }
  const chosen = readListings(partner).filter(({ type }) => types.includes(type));
  const { rows, pagination } = pageOf(sortPartners(chosen, sort), url);
  return {
    reply: jsonReply(200, { data: rows.map(toListingItem), pagination }),
    charged: rows.map(({ companyId }) => companyId),
  };
}

function toListingItem(listing: Partner) {
  return {
    company_name: listing.name,
    company_domain: listing.domain,
    company_slug: listing.slug,
    partnership_type: listing.type,
    ...toSightings(listing),
  };
}
