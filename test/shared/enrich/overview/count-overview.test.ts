import type { CompanyFacts, SavedCompany } from '../../../../shared/enrich/overview/company-facts';
import { countOverview } from '../../../../shared/enrich/overview/count-overview';

const named = (...names: readonly string[]) => names.map((name) => ({ key: name.toLowerCase(), name }));
const NOTHING: CompanyFacts = { technologies: null, categories: null, country: null, employees: null, partners: null };
const found = (facts: Partial<CompanyFacts>): SavedCompany => ({ is: 'found', facts: { ...NOTHING, ...facts } });

test('companies are counted by what their saved answers say, those without data apart', () => {
  expect(
    countOverview([
      found({
        technologies: named('React', 'Stripe'),
        categories: named('Libraries', 'Payments'),
        country: named('Germany')[0]!,
        employees: named('51-200')[0]!,
        partners: named('AWS', 'Shopify'),
      }),
      found({ technologies: named('React'), categories: named('Libraries'), country: named('France')[0]! }),
      found({ employees: named('11-50')[0]!, partners: named('AWS') }),
      found({ technologies: [] }),
      { is: 'notTracked' },
      { is: 'unsaved' },
      { is: 'unsaved' },
    ]),
  ).toEqual({
    ...{ companies: 7, withData: 3, withoutData: 1, notTracked: 1, unsaved: 2 },
    tables: [
      {
        ...{ is: 'technologies', of: 2 },
        rows: [
          { name: 'React', companies: 2 },
          { name: 'Stripe', companies: 1 },
        ],
      },
      {
        ...{ is: 'categories', of: 2 },
        rows: [
          { name: 'Libraries', companies: 2 },
          { name: 'Payments', companies: 1 },
        ],
      },
      {
        ...{ is: 'countries', of: 2 },
        rows: [
          { name: 'France', companies: 1 },
          { name: 'Germany', companies: 1 },
        ],
      },
      {
        ...{ is: 'employees', of: 2 },
        rows: [
          { name: '11-50', companies: 1 },
          { name: '51-200', companies: 1 },
        ],
      },
      { is: 'partners', of: 2, rows: [{ name: 'AWS', companies: 2 }] },
    ],
  });
});

test('a company counts once for a name that it has twice, and spellings of one name count together', () => {
  const { tables } = countOverview([
    found({
      technologies: [
        { key: 'ga', name: 'Google Analytics' },
        { key: 'ga', name: 'Google analytics' },
      ],
    }),
    found({ technologies: [{ key: 'ga', name: 'Google Analytics 4' }] }),
  ]);
  expect(tables).toEqual([{ is: 'technologies', of: 2, rows: [{ name: 'Google analytics', companies: 2 }] }]);
});

test('ranges of employees go from small to large, and one that is no number comes last', () => {
  const bands = ['10001+', '1-10', 'unknown', '201-500', '1,001-5,000', '1-10'];
  const { tables } = countOverview(bands.map((band) => found({ employees: named(band)[0]! })));
  expect(tables[0]?.rows.map(({ name, companies }) => `${name}: ${companies}`)).toEqual([
    '1-10: 2',
    '201-500: 1',
    '1,001-5,000: 1',
    '10001+: 1',
    'unknown: 1',
  ]);
});

test('a table has the ten most common names', () => {
  const names = Array.from({ length: 12 }, (_name, at) => `T${at + 10}`);
  const { tables } = countOverview([found({ technologies: named(...names) }), found({ technologies: named('T21') })]);
  expect(tables[0]?.rows.map(({ name }) => name)).toEqual(['T21', ...names.slice(0, 9)]);
});

test('without companies, or without data, there is no table', () => {
  expect([
    countOverview([]).tables,
    countOverview([{ is: 'unsaved' }, found({ partners: named('AWS') })]).tables,
  ]).toEqual([[], []]);
});
