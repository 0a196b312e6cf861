import type { Choice } from '../../../../../shared/enrich/plan/column-spec';
import { addedPriceOf, pricesOf } from '../../../../../shared/panel/enrich/choose/choice-price';

const INDUSTRY: Choice = { adds: 'company', field: 'industry' };
const STACK: Choice = { adds: 'technologies', field: 'name', category: null };
const PARTNERS: Choice = { adds: 'partners', field: 'name', type: null };
const CHANNEL: Choice = { adds: 'partners', field: 'name', type: 'channel' };
const SHARED: Choice = { adds: 'sharedPartners', company: 'stripe.com', field: 'name' };
const STATUS: Choice = { adds: 'status' };

test('of several columns of one answer only the first costs something', () => {
  expect(pricesOf([INDUSTRY, STACK, STATUS, PARTNERS, SHARED], false)).toEqual([
    '1 credit a company',
    'included',
    'free',
    '1 credit a partner',
    'included',
  ]);
});

test('the partners of a company bring the company with them', () => {
  expect(pricesOf([PARTNERS, INDUSTRY], false)).toEqual(['1 credit a company and partner', 'included']);
});

test('all are free where all answers are saved', () => {
  expect(pricesOf([INDUSTRY, PARTNERS], true)).toEqual(['free', 'free']);
});

test.each<[text: string, choice: Choice, beside: readonly Choice[]]>([
  ['+1 credit a company', INDUSTRY, []],
  ['included', STACK, [INDUSTRY]],
  ['+1 credit a partner', PARTNERS, [INDUSTRY]],
  ['+1 credit a partner', CHANNEL, [PARTNERS]],
  ['included', { ...CHANNEL, field: 'domain' }, [CHANNEL]],
  ['up to 3 credits a company', { ...PARTNERS, top: 3 }, [INDUSTRY]],
  ['included', { ...PARTNERS, field: 'count', top: 3 }, [{ ...PARTNERS, top: 3 }]],
  ['free', STATUS, []],
])('the list of columns says %s', (text, choice, beside) => {
  expect(addedPriceOf(choice, beside)).toBe(text);
});
