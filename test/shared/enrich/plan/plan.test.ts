import { Bench, INDUSTRY, TWO } from '../../../fakes/bulk-bench';
import { triage } from '../../../../shared/enrich/plan/triage';

const one = (values: readonly (string | number | boolean)[]): (string | number | boolean)[][] =>
  values.map((value) => [value]);

test('a selection is sorted out at no cost', () => {
  const told = triage(
    one([
      'Website',
      'stripe.com',
      'https://www.stripe.com/pay',
      'ann@adyen.com',
      'ann@gmail.com',
      '',
      'shopify',
      42,
      'https://www.linkedin.com/company/stripe',
    ]),
    4,
  );
  expect(told).toMatchObject({
    header: { row: 4, title: 'Website' },
    domains: 1,
    urls: 1,
    emails: 1,
    slugs: 1,
    blank: 1,
    duplicates: 1,
    freeMail: 1,
    pages: 1,
    unusable: 3,
    looksLikeNames: false,
  });
});

test.each([
  ['domain first', ['domain', 'stripe.com'], 'domain'],
  ['no title', ['stripe.com', 'adyen.com'], null],
  ['a title of its own', ['Our leads', 'stripe.com', 'adyen.com'], 'Our leads'],
  ['blank cells above', ['', 'domain', 'stripe.com'], 'domain'],
  ['slugs alone', ['stripe', 'adyen'], null],
  ['email addresses first', ['ann@stripe.com, joe@adyen.com', 'stripe.com', 'adyen.com'], null],
  ['a title with an example', ['Email (ann@acme.com)', 'joe@stripe.com', 'eve@adyen.com'], 'Email (ann@acme.com)'],
  ['a person first', ['Ann (ann@acme.com)', 'joe@stripe.com', 'eve@adyen.com'], null],
])('title: %s', (_name, values, title) => {
  expect(triage(one(values), 0).header?.title ?? null).toBe(title);
});

test('names of companies are recognised', () => {
  expect(triage(one(['Company', 'Stripe, Inc.', 'Adyen N.V.', 'Acme Ltd']), 0).looksLikeNames).toBe(true);
});

test.each([
  ['Customer', ['Stripe, Inc.', 'Adyen N.V.']],
  ['Company name', ['Stripe, Inc.', 'Figma']],
])('%s is the title of a column of names', (title, names) => {
  const { header, looksLikeNames } = triage(one([title, ...names]), 0);
  expect({ title: header?.title, looksLikeNames }).toEqual({ title, looksLikeNames: true });
});

test.each([
  ['Title', ['VP Sales', 'Head of Ops', 'CEO']],
  ['Notes', ['Met at the fair', 'Asked for a demo.', 'hot']],
  ['First name', ['Ada', 'Bob', 'Cleo']],
])('%s is a column of something else, and nothing of it is searched', (title, cells) => {
  const { header, looksLikeNames, isOther } = triage(one([title, ...cells]), 0);
  expect({ title: header?.title, looksLikeNames, isOther }).toEqual({ title, looksLikeNames: false, isOther: true });
});

test('domains count under any title', () => {
  expect(triage(one(['Source', 'stripe.com', 'adyen.com', 'Figma Inc']), 0)).toMatchObject({
    domains: 2,
    isOther: false,
  });
});

test('sentences and blanks in words are no names, so that they do not make a column of names', () => {
  const prose = ['Talks about pricing and asks for a second demo.', 'n/a', 'TBD', 'Figma Inc'];
  expect(triage(one(['stripe.com', ...prose]), 0)).toMatchObject({ names: 1, looksLikeNames: false });
});

test('text with spaces is a name only where most cells are names', () => {
  expect(triage(one(['Website', 'stripe.com', 'adyen.com', 'Figma Inc', 'Foo Bar']), 0)).toMatchObject({
    names: 2,
    looksLikeNames: false,
  });
});

test('cells with several email addresses are no names', () => {
  expect(triage(one(['Emails', 'ann@stripe.com, joe@adyen.com']), 0).looksLikeNames).toBe(false);
});

test('slugs are no names, and words with a capital are', () => {
  const slugs = Array.from({ length: 50 }, (_slug, index) => `company-${index}`);
  expect(triage(one([...slugs, 'Foo Bar']), 0).looksLikeNames).toBe(false);
  expect(triage(one(['Company name', 'Figma', 'Zoom', 'Foo Bar']), 0).looksLikeNames).toBe(true);
});

test.each([
  ['nothing', one(['', '']), 'Nothing is selected. Select a column of domains.'],
  ['two columns', [['stripe.com', 'adyen.com']], '2 columns are selected. Select the one with the domains.'],
  [
    'too many',
    one(Array.from({ length: 100_001 }, () => 'stripe.com')),
    '100,001 rows are selected, and the limit is 100,000. Select fewer rows.',
  ],
])('%s is refused with a sentence', (_name, cells, sentence) => {
  expect(() => triage(cells, 0)).toThrow(sentence);
});

test('new columns are in the first gap that is wide enough', async () => {
  const bench = new Bench([
    ['domain', '', 'note', '', ''],
    ['x1.example', '', 'mine', '', ''],
  ]);
  expect((await bench.plan(INDUSTRY)).targets).toEqual([{ column: 1, title: 'Industry', isNew: true }]);
  expect((await bench.plan(TWO)).targets.map(({ column }) => column)).toEqual([3, 4]);
});

test('every cell that will not be written is told, with the reason', async () => {
  const bench = new Bench([
    ['domain', 'Industry'],
    ['x1.example', 'mine'],
    ['x2.example', 2],
    ['x3.example', ''],
    ['x4.example', ''],
    ['x5.example', ''],
    ['nobody', ''],
    ['not a domain', ''],
  ]);
  bench.grid.rows[2]![1]!.formula = true;
  bench.grid.rows[3]![1]!.merged = true;
  bench.grid.hidden.add(4);
  const plan = await bench.plan(INDUSTRY, { where: 'sameTitles', withHidden: false });
  expect(plan.targets).toEqual([{ column: 1, title: 'Industry', isNew: false }]);
  expect(plan.rows.map(({ row }) => row)).toEqual([5, 6]);
  expect(plan.skipped).toEqual([
    { row: 1, column: 1, reason: 'notEmpty' },
    { row: 2, column: 1, reason: 'formula' },
    { row: 3, column: 1, reason: 'merged' },
    { row: 4, column: null, reason: 'hidden' },
    { row: 7, column: null, reason: 'unusable' },
  ]);
});

test('nothing is overwritten unless that is confirmed', async () => {
  const bench = new Bench([
    ['domain', 'Industry'],
    ['x1.example', 'mine'],
  ]);
  await expect(async () => await bench.plan(INDUSTRY, { where: 'sameTitles', mode: 'overwrite' })).rejects.toThrow(
    'This overwrites cells',
  );
});

test('a run that adds nothing is refused', async () => {
  await expect(async () => await new Bench([['domain'], ['x1.example']]).plan([])).rejects.toThrow(
    'No column is chosen',
  );
});

test('a column is filled whose heading asks for the same in other words, unless one has the very title', async () => {
  const bench = new Bench([
    ['domain', 'Sector', 'Headcount', 'Industry', 'Owner'],
    ['company-1.example', '', '', '', 'Ann'],
  ]);
  const employees = { adds: 'company', field: 'employee_count' } as const;
  const plan = await bench.plan([...INDUSTRY, employees], { where: 'sameTitles' });
  expect(plan.targets.map(({ column, title, isNew }) => [column, title, isNew])).toEqual([
    [3, 'Industry', false],
    [2, 'Headcount', false],
  ]);
});

test('two columns are never filled in the place of one', async () => {
  const bench = new Bench([
    ['domain', 'Tech stack'],
    ['company-1.example', ''],
  ]);
  const names = { adds: 'technologies', field: 'name', category: null } as const;
  const plan = await bench.plan([names, names], { where: 'sameTitles' });
  expect(plan.targets.map(({ column, isNew }) => [column, isNew])).toEqual([
    [1, false],
    [2, true],
  ]);
});
