import {
  enrichment,
  enrichPartnerships,
  findRows,
  listPartnersOf,
  lookupPartnership,
  partnerGraph,
  partnerships,
  readObject,
  sharedPartners,
  toPartnersRecord,
} from '../../shared/api';
import type { HttpRequest } from '../../shared/ports';
import type { Known, Settings } from '../known';
import { askOneRow, oneCredit, when, type Call, type Skipped } from './call';

const NO_PARTNER = 'no earlier answer names a partner of the company';

export const partnershipCalls: readonly Call[] = [
  {
    operation: partnerships.list,
    credits: oneCredit,
    ask: (_known, { company }) => askOneRow(listPartnersOf(company, null, null)),
    learn: learnPartner,
  },
  {
    operation: partnerships.lookup,
    credits: oneCredit,
    ask: ({ partner }, { company }) => when(partner, NO_PARTNER, (other) => lookupPartnership(company, other)),
  },
  {
    operation: partnerships.shared,
    credits: oneCredit,
    ask: ({ partner }, { company }) => when(partner, NO_PARTNER, (other) => askOneRow(sharedPartners(company, other))),
  },
  {
    operation: partnerships.graph,
    credits: oneCredit,
    ask: (_known, { company }) => partnerGraph(company, null, 1),
  },
  {
    operation: enrichment.partnerships,
    credits: ({ enrichmentCredits }) => enrichmentCredits,
    ask: askEnrichment,
  },
];

/** Chooses the company with the fewest partners, but at least one, among those that were paid for anyway. */
function askEnrichment({ enrichable }: Known, { enrichmentCredits }: Settings): HttpRequest | Skipped {
  const [cheapest] = enrichable
    .filter(({ partners }) => partners > 0)
    .sort((one, other) => one.partners - other.partners);
  if (cheapest === undefined) return { reason: 'no earlier answer names a company and how many partners it has' };
  const credits = cheapest.partners + 1;
  if (credits > enrichmentCredits) {
    return { reason: `it may cost ${credits} credits; allow them with --enrichment-credits ${credits}` };
  }
  return enrichPartnerships([cheapest.domain]);
}

function learnPartner(body: unknown, known: Known): Partial<Known> {
  const found = findRows(body);
  const { company, count, partners } = toPartnersRecord({
    rows: (found?.rows ?? []).map((row) => readObject(row) ?? {}),
    about: found?.about ?? {},
    total: null,
  });
  const [partner] = partners ?? [];
  const itself = company.domain === null || count === null ? [] : [{ domain: company.domain, partners: count }];
  return { partner: partner?.domain ?? partner?.slug ?? null, enrichable: [...known.enrichable, ...itself] };
}
