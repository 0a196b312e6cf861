import { sharedPartners, listReversePartners, lookupPartnership, partnerGraph } from '../client/resources/partnerships';
import { searchCompanies } from '../client/resources/companies';
import { searchTechnologies } from '../client/resources/technologies';
import type { HttpRequest } from '../client/exchange';
import type { JsonObject } from '../client/json';
import { toQuestionText, type Paging, type RowsRecord } from '../client/rows';
import type { PracticeAnswer } from './practice-answer';

/**
 * Answers that the self-test needs besides those about practice companies. Each question names a domain that no one
 * can own.
 */
export const SELF_TEST_ANSWERS: readonly PracticeAnswer[] = [
  answer(lookupPartnership('northwind-bakery.example', 'orchard-pay.example'), 'none', 1, [], {
    partnered: true,
    first_observed_at: '2024-07-01T00:00:00Z',
  }),
  answer(sharedPartners('cedar-analytics.example', 'northwind-bakery.example'), 'page', 3, [
    { partner_name: 'Orchard Pay', partner_domain: 'orchard-pay.example' },
  ]),
  answer(listReversePartners('quiet-garden.example', null, null), 'page', 3, [
    { company_name: 'Orchard Pay', company_domain: 'orchard-pay.example' },
  ]),
  answer(partnerGraph('willow-studio.example', null, 3), 'none', 3, [
    {
      source: { name: 'Willow Studio', domain: 'willow-studio.example' },
      target: { name: 'Lantern Books', domain: 'lantern-books.example' },
      partnership_type: 'technology',
      observation_count: 3,
    },
  ]),
  answer(searchCompanies({ q: 'northwind-bakery.example' }), 'page', 3, [
    { name: 'Northwind Bakery', primary_domain: 'northwind-bakery.example' },
  ]),
  answer(searchTechnologies('practice.example', null), 'page', 3, [{ name: 'Practice Checkout' }]),
  answer(
    { operation: 'get', path: '/companies/northwind-bakery.example/partnerships' },
    'page',
    3,
    [{ partner_name: 'Orchard Pay' }],
    null,
  ),
];

/**
 * @param one the answer's single object; `null`: the question also allows a single object, but the answer is a list;
 * absent: the question allows only lists
 */
function answer(
  { operation, path }: Pick<HttpRequest, 'operation' | 'path'>,
  paging: Paging,
  top: number,
  rows: readonly JsonObject[],
  one?: JsonObject | null,
): PracticeAnswer {
  const isList = one === undefined || one === null;
  const total = isList ? rows.length : null;
  const record: RowsRecord = { rows, isList, total, isCut: false, isPartial: false, about: one ?? {} };
  return ['rows', toQuestionText({ operation, path, paging, top, mayBeOne: one !== undefined }), record];
}
