import type { FunctionId } from '../../../shared/catalogue/index';
import { type FormulaArgument, type FormulaCall, readFormulaCall } from '../../../shared/cells/formulas';
import { ask, hostWith } from '../../fakes/routes-api';

const COLUMN = [['a.com'], ['b.com']];

/** What was typed, and the sentence that shows how it was meant. Nothing is asked of the service. */
it.each<readonly [FunctionId, readonly unknown[], string]>([
  ['TRACE_TECH', ['a.com', 'top=5'], 'Options go third: =TRACE_TECH(A2,,"top=5").'],
  ['TRACE_TECH', [COLUMN, [['top=5;sort=name']]], 'Options go third: =TRACE_TECH(A2,,"top=5;sort=name").'],
  ['TRACE_TECH', ['a.com', 'top=5,sort=name'], 'Options go third: =TRACE_TECH(A2,,"top=5;sort=name").'],
  ['TRACE_TECH', ['a.com', 'name, top=5'], 'Options go third: =TRACE_TECH(A2,"name","top=5").'],
  ['TRACE_TECH', ['a.com', 'category=Ads,CRM'], 'Options go third: =TRACE_TECH(A2,,"category=Ads,CRM").'],
  ['TRACE_HAS_TECH', ['a.com', 'headers=2'], 'Options go third: =TRACE_HAS_TECH(A2,"Stripe","headers=2").'],
  ['TRACE_PARTNERED', ['a.com', 'b.com', 'headers=1'], 'Options go fourth: =TRACE_PARTNERED(A2,B2,,"headers=1").'],
  ['TRACE_LISTS', ['top=5'], 'Options go second: =TRACE_LISTS(,"top=5").'],
  ['TRACE_GET', ['/companies', 'top=5'], 'Options go third: =TRACE_GET("/companies/stripe.com",,"top=5").'],
  ['TRACE_TECH', ['a.com', 'top=5', 'category'], 'Options go third: =TRACE_TECH(A2,"category","top=5").'],
  [
    'TRACE_TECH',
    ['a.com', '#NAME?'],
    'The fields argument is #NAME?. Put quotes around it, such as "name", or correct its cell.',
  ],
  [
    'TRACE_TECH',
    ['a.com', '', [['#NAME?']]],
    'The options argument is #NAME?. Put quotes around it, such as "top=3;sort=name", or correct its cell.',
  ],
  [
    'TRACE_HAS_TECH',
    ['a.com', '#NAME?'],
    'The technologies argument is #NAME?. Put quotes around it, such as "Stripe", or correct its cell.',
  ],
  [
    'TRACE_COMPANY',
    ['Stripe Inc'],
    '"Stripe Inc" is not a domain: it contains spaces. =TRACE_SEARCH("Stripe Inc",,"top=3") finds its domain for up to 3 credits.',
  ],
  ['TRACE_TECH', ['a.com', '', 'top=3, sort=name'], 'Use ; between options: "top=3;sort=name".'],
  ['TRACE_TECH', ['a.com', '', [['TOP=3,Sort=name']]], 'Use ; between options: "TOP=3;Sort=name".'],
  ['TRACE_TECH', ['a.com', 'industry'], 'industry is a field of TRACE_COMPANY. Write =TRACE_COMPANY(A2,"industry").'],
  [
    'TRACE_TECH',
    ['a.com', 'name, Country'],
    'Country is a field of TRACE_COMPANY. Write =TRACE_COMPANY(A2,"Country").',
  ],
  [
    'TRACE_COMPANY',
    ['a.com', 'vendor_name'],
    'vendor_name is a field of TRACE_TECH. Write =TRACE_TECH(A2,"vendor_name").',
  ],
  [
    'TRACE_COMPANY',
    ['industry', 'a.com'],
    'The company goes first, then the fields: =TRACE_COMPANY("a.com","industry").',
  ],
  ['TRACE_TECH', [[['name']], COLUMN], 'The company goes first, then the fields: =TRACE_TECH(A2,"name").'],
  // Two slips at once: one is said, both are mended.
  ['TRACE_TECH', ['a.com', 'naem, top=5'], 'Options go third: =TRACE_TECH(A2,"name","top=5").'],
  ['TRACE_TECH', ['a.com', 'top=5', 'sort=name'], 'Options go third: =TRACE_TECH(A2,,"top=5;sort=name").'],
  [
    'TRACE_TECH',
    ['a.com', 'top=5', 'category, sort=name'],
    'Options go third: =TRACE_TECH(A2,"category","top=5;sort=name").',
  ],
  ['TRACE_HAS_TECH', ['a.com', 'React, if_none=no'], 'Options go third: =TRACE_HAS_TECH(A2,"React","if_none=no").'],
  ['TRACE_TECH', ['name', 'a.com, top=5'], 'Options go third: =TRACE_TECH("a.com","name","top=5").'],
  ['TRACE_TECH', ['name', 'top=5', 'a.com'], 'Options go third: =TRACE_TECH("a.com","name","top=5").'],
  [
    'TRACE_COMPANY',
    ['industry', 'a.com', 'headers=2, if_none=-'],
    'The company goes first, then the fields: =TRACE_COMPANY("a.com","industry","headers=2;if_none=-").',
  ],
  [
    'TRACE_TECH',
    ['a.com', 'industry, Country', 'headers=2, top=5'],
    'industry is a field of TRACE_COMPANY. Write =TRACE_COMPANY(A2,"industry, Country","headers=2").',
  ],
  [
    'TRACE_TECH',
    ['a.com', 'industry, headers=2'],
    'industry is a field of TRACE_COMPANY. Write =TRACE_COMPANY(A2,"industry","headers=2").',
  ],
  [
    'TRACE_TECH',
    ['industry', 'a.com'],
    'industry is a field of TRACE_COMPANY. Write =TRACE_COMPANY("a.com","industry").',
  ],
  [
    'TRACE_TECH',
    ['a.com', 'naem', 'top=3, sort=name'],
    'There is no field "naem". Write =TRACE_TECH(A2,"name","top=3;sort=name").',
  ],
  ['TRACE_TECH', ['a.com', 'naem, categroy'], 'There is no field "naem". Write =TRACE_TECH(A2,"name, category").'],
  [
    'TRACE_TECH',
    ['a.com', '#NAME?', '#NAME?'],
    'The fields argument is #NAME?. Put quotes around it, such as =TRACE_TECH(A2,"name","top=3;sort=name"), or correct its cell.',
  ],
  [
    'TRACE_TECH',
    ['a.com', '#NAME?', 'top=3, sort=name'],
    'The fields argument is #NAME?. Put quotes around it, such as =TRACE_TECH(A2,"name","top=3;sort=name"), or correct its cell.',
  ],
  [
    'TRACE_TECH',
    ['Acme Corp'],
    '"Acme Corp" is not a domain: it contains spaces. =TRACE_SEARCH("Acme Corp",,"top=3") finds its domain for up to 3 credits.',
  ],
  [
    'TRACE_TECH',
    ['Stripe'],
    '"Stripe" is not a domain. =TRACE_SEARCH("Stripe",,"top=3") finds its domain for up to 3 credits.',
  ],
  [
    'TRACE_TECH',
    ['Acme "A" Inc.'],
    '"Acme "A" Inc." is not a domain: it contains spaces. =TRACE_SEARCH("Acme A Inc.",,"top=3") finds its domain for up to 3 credits.',
  ],
  [
    'TRACE_TECH',
    ['stripe .com'],
    '"stripe .com" is not a domain: it contains spaces. Use the company\'s domain, such as stripe.com.',
  ],
  ['TRACE_TECH', ['stripe,com'], '"stripe,com" is not a domain. Use the company\'s domain, such as stripe.com.'],
  ['TRACE_TECH', ['#NAME?'], 'The input is #NAME?. Put quotes around it, such as "stripe.com", or correct its cell.'],
  [
    'TRACE_TECH',
    ['#¿NOMBRE?'],
    'The input is #¿NOMBRE?. Put quotes around it, such as "stripe.com", or correct its cell.',
  ],
  [
    'TRACE_TECH',
    ['a.com', '#¿NOMBRE?'],
    'The fields argument is #¿NOMBRE?. Put quotes around it, such as "name", or correct its cell.',
  ],
  [
    'TRACE_TECH',
    ['a.com', '', '#ИМЯ?'],
    'The options argument is #ИМЯ?. Put quotes around it, such as "top=3;sort=name", or correct its cell.',
  ],
])('%s of %j: %s', (id, args, sentence) => {
  const host = hostWith({});
  expect(ask(host, id, ...args)).toEqual([[`! ${sentence}`]]);
  expect(host.requests).toEqual([]);
});

it.each<readonly [FunctionId, readonly unknown[]]>([
  ['TRACE_TECH', ['name', 'name']],
  ['TRACE_TECH', ['a.com', '', [['sep', '#A']]]],
  ['TRACE_TECH', ['a.com', '', "sep=', top='"]],
  ['TRACE_TECH', ['a.com', '', "category='Ads, type=b'"]],
  ['TRACE_TECH', ['a.com', '', 'category=Ads, CRM']],
  ['TRACE_COMPANY', ['a.com', 'technologies.vendor_name']],
  ['TRACE_COMPANY', ['industry', 'firmographics.industry_name']],
])('%s of %j is no slip', (id, args) => {
  const host = hostWith({
    'companies.batch': { results: [{ domain: 'a.com', status: 'not_tracked', company: null }] },
  });
  ask(host, id, ...args);
  expect(host.requests).not.toEqual([]);
});

it('a part of one of its own names is looked for there', () => {
  expect(ask(hostWith({}), 'TRACE_COMPANY', 'a.com', 'count')[0]![0]).toMatch(
    /^! There is no field "count"\. Did you mean .*technology_count/,
  );
});

it.each<readonly [FunctionId, readonly unknown[]]>([
  ['TRACE_TECH', ['a.com', 'key=trace_secret1']],
  ['TRACE_TECH', ['a.com', 'name', 'key=trace_secret1']],
  ['TRACE_TECH', ['a.com', 'name', "if_none='trace_secret1'"]],
  ['TRACE_TECH', ['a.com', 'name', 'top=3, sep=trace_secret1']],
  ['TRACE_TECH', ['a.com', 'name', [['max_age', 'trace_secret1']]]],
  ['TRACE_LIST', ['lst_1', '', 'search=trace_secret1']],
  ['TRACE_SEARCH', ['shop', '', 'industry=trace_secret1']],
])('%s of %j says nothing of the key in it, and sends it nowhere', (id, args) => {
  const host = hostWith({});
  expect(JSON.stringify(ask(host, id, ...args))).not.toContain('secret1');
  expect(JSON.stringify([host.requests, [...host.cache]])).not.toContain('secret1');
});

/** The formula in a sentence, with a company in the place of the cell. */
function mended(sentence: string): FormulaCall | null {
  const [formula] = /=TRACE_\w+\([^)]*\)/.exec(sentence) ?? [''];
  return /FIELDS|SEARCH/.test(formula) ? null : readFormulaCall(formula);
}

const valueOf = (argument: FormulaArgument): unknown => (argument.is === 'range' ? 'a.com' : argument.value);

it('a mended formula has no slip left, whatever two or three arguments are wrong', () => {
  const firsts = ['a.com', 'name', 'industry', 'vendor_name'];
  const seconds = [
    '',
    'top=2',
    'naem',
    'name, top=2',
    'industry',
    'a.com',
    '#NAME?',
    'headers=2,if_none=-',
    'a.com, top=2',
  ];
  const thirds = ['', 'headers=2, if_none=-', 'name', 'headers=2', 'a.com', '#NAME?', 'naem, headers=2'];
  const left: unknown[] = [];
  let count = 0;
  for (const id of ['TRACE_TECH', 'TRACE_COMPANY', 'TRACE_PARTNERS'] as const) {
    for (const args of firsts.flatMap((a) => seconds.flatMap((b) => thirds.map((c) => [a, b, c])))) {
      const call = mended(String(ask(hostWith({}), id, ...args)[0]![0]));
      if (call === null) continue;
      count += 1;
      const shown = String(ask(hostWith({}), call.id, ...call.args.map(valueOf))[0]![0]);
      if (/Write =|Options go|goes first|Put quotes|Use ;/.test(shown))
        left.push([id, ...args, JSON.stringify(call.args.map(valueOf)), shown].join(' | '));
    }
  }
  expect({ left, isManyMended: count > 400 }).toEqual({ left: [], isManyMended: true });
});

it.each<readonly [string, unknown]>([
  ['a text', Array(12_500).fill('naem').join(',')],
  ['a range', Array.from({ length: 12_500 }, () => ['naem'])],
  ['a text with a key', `trace_secret1,${Array(12_500).fill('naem').join(',')}`],
])('a long list, in %s, is not repeated in its sentence', (_in, list) => {
  const shown = String(ask(hostWith({}), 'TRACE_TECH', 'a.com', list)[0]![0]);
  expect({ isShort: shown.length < 300, hasKey: shown.includes('secret1') }).toEqual({ isShort: true, hasKey: false });
});
