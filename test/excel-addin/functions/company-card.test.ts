import { readFileSync } from 'node:fs';
import { noteDateShift } from '../../../excel-addin/functions/date-shift';
import { readArgument, toMatrix } from '../../../excel-addin/functions/call';
import { domainOfCard, toCardCell } from '../../../excel-addin/functions/company-card';
import type { CompanyCard } from '../../../shared/formulas';

const GOLDEN: unknown = JSON.parse(readFileSync('test/golden/company-card.json', 'utf8'));
const CARD: CompanyCard = {
  text: 'Stripe',
  facts: [
    { name: 'Name', value: 'Stripe' },
    { name: 'Domain', value: 'stripe.com' },
    { name: 'Industry', value: 'Payments' },
    { name: 'Employees', value: 8500 },
    { name: 'Country', value: 'US' },
    { name: 'Technologies', value: ['Apollo', 'React'] },
    { name: 'Partners', value: 48 },
    { name: 'AsOf', value: { day: '2026-06-01' } },
    { name: 'FreeUntil', value: { day: '2026-07-01' } },
  ],
};
const toText = (day: string): string => day;

type Page = { Office?: object; location?: object };
const page = globalThis as unknown as Page;

/** @param versions the greatest supported version of each set */
function supporting(versions: Readonly<Record<string, number>>): void {
  const isSetSupported = (name: string, asked: string): boolean => Number(asked) <= (versions[name] ?? 0);
  page.Office = { context: { requirements: { isSetSupported } } };
}

beforeEach(() => {
  supporting({ CustomFunctionsRuntime: 1.4, ExcelApi: 1.19 });
  page.location = { origin: 'https://addin.example' };
  noteDateShift(0);
});
afterAll(() => {
  delete page.Office;
  delete page.location;
});

it('a card is a text with properties, sections and its provider', () => {
  expect(toMatrix([[CARD, 'US']])).toEqual([[GOLDEN, 'US']]);
});

it.each([
  ['Excel has no properties of texts', { CustomFunctionsRuntime: 1.4, ExcelApi: 1.18 }],
  ['functions return no rich values', { CustomFunctionsRuntime: 1.3, ExcelApi: 1.19 }],
])('the cell shows the plain name where %s', (_where, versions) => {
  supporting(versions);
  expect(toMatrix([[CARD]])).toEqual([['Stripe']]);
});

it('the first 1,000 of a table are cards, and the others plain names', () => {
  const matrix = toMatrix(Array.from({ length: 1_002 }, () => [CARD]));
  expect([typeof matrix[999]![0], matrix[1_000]![0], matrix[1_001]![0]]).toEqual(['object', 'Stripe', 'Stripe']);
});

it('a card is an entity with the same properties once the switch says so', () => {
  const { basicType, basicValue, type, ...same } = GOLDEN as Record<string, unknown>;
  expect([type, basicType, basicValue]).toEqual(['String', 'String', 'Stripe']);
  noteDateShift(0);
  const [[text]] = toMatrix([[CARD]]) as [[{ readonly properties: object }]];
  expect({ ...toCardCell(CARD, toText, 'https://addin.example', 'Entity'), properties: text.properties }).toEqual({
    ...same,
    type: 'Entity',
    text: 'Stripe',
  });
});

it('has no part for facts that are not known', () => {
  const facts = CARD.facts.filter(({ name }) => ['Name', 'AsOf'].includes(name));
  const { layouts, properties } = toCardCell({ text: 'Stripe', facts }, toText, '');
  expect({ properties: Object.keys(properties), card: layouts.card }).toEqual({
    properties: ['Name', 'AsOf'],
    card: { title: { property: 'Name' }, sections: [{ layout: 'List', title: 'Answer', properties: ['AsOf'] }] },
  });
});

it('a card as an input is read as its domain, as a text and as an entity', () => {
  const cards = [toCardCell(CARD, toText, '', 'String'), toCardCell(CARD, toText, '', 'Entity')];
  expect(readArgument(cards.map((card) => [card]))).toEqual([['stripe.com'], ['stripe.com']]);
});

it.each<[string, object]>([
  ['of another provider', { ...(GOLDEN as object), provider: { description: 'Stocks' } }],
  ['without a domain', { ...(GOLDEN as object), properties: {} }],
  ['without a provider', { type: 'String', basicType: 'String', basicValue: 'Stripe' }],
])('a card %s is read as what it shows', (_whose, card) => {
  expect([domainOfCard(card), readArgument(card)]).toEqual([null, 'Stripe']);
});

describe('a count', () => {
  const count = (basicValue: number) => ({ type: 'Double', basicType: 'Double', basicValue, numberFormat: '#,##0' });
  const counts = () => new Set([1]);

  it('has separators in the columns of counts, and nowhere else', () => {
    expect(
      toMatrix(
        [
          ['Stripe', 8500, 2010],
          ['Small', 999, 1.5],
          ['Half', 1234.5, ''],
        ],
        counts,
      ),
    ).toEqual([
      ['Stripe', count(8500), 2010],
      ['Small', 999, 1.5],
      ['Half', 1234.5, ''],
    ]);
  });

  it('is a plain number in an older Excel', () => {
    supporting({ CustomFunctionsRuntime: 1.3 });
    expect(toMatrix([['Stripe', 8500]], counts)).toEqual([['Stripe', 8500]]);
  });
});
