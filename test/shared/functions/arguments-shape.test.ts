import { FUNCTIONS, specOf } from '../../../shared/catalogue/index';
import { readArguments, readShape } from '../../../shared/functions/arguments';
import { companyApi, MemoryHost } from '../../fakes/memory-host';
import { ask } from '../../fakes/routes-api';

const TECH = specOf('TRACE_TECH');
const COMPANY = specOf('TRACE_COMPANY');

it('formulas that are filled down share one shape', () => {
  const first = readShape(TECH, [[['a.com']], [['name, category']], [['top=3']]]);
  expect(readShape(TECH, [[['b.com']], [['name, category']], [['top=3']]])).toBe(first);
});

it.each([
  ['other fields', [[['a.com']], [['name']], [['top=3']]]],
  ['other options', [[['a.com']], [['name, category']], [['top=4']]]],
  ['another text for problems', [[['a.com']], [['name, category']], [['top=3; if_problem=-']]]],
])('%s are another shape', (_name, received) => {
  const first = readShape(TECH, [[['a.com']], [['name, category']], [['top=3']]]);
  expect(readShape(TECH, received)).not.toBe(first);
});

it('the same arguments of another function are another shape', () => {
  const first = readShape(TECH, [[['a.com']], null, null]);
  expect(readShape(COMPANY, [[['a.com']], null, null])).not.toBe(first);
});

it('a text for problems is no part of what is asked and answered', () => {
  const of = (options: string): string => readShape(TECH, ['a.com', null, options]).signature;
  expect(of('top=3;if_problem=-')).toBe(of('top=3'));
});

it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))(
  '%s takes a refresh, which is no part of what is asked and answered, whatever it is',
  (_id, spec) => {
    const at = spec.params.findIndex(({ takes }) => takes === 'options');
    const of = (options: unknown): string =>
      readShape(
        spec,
        spec.params.map((_param, index) => (index === at ? options : null)),
      ).signature;
    const without = of('');
    // The last one, which users find by its place.
    expect(at).toBe(spec.params.length - 1);
    expect([of('refresh=1'), of('Refresh = 2026-11-26'), of('refresh='), of([['refresh', 7]])]).toEqual(
      Array(4).fill(without),
    );
  },
);

it.each<[string, unknown]>([
  ['a text', ','.repeat(2_001)],
  ['a text that would show something else', `if_problem=-;category=${','.repeat(1_980)}`],
  ['a range', Array.from({ length: 500 }, () => ['top', 10])],
])('options of more than 2,000 characters in %s are refused before anything else reads them', (_name, options) => {
  // A slip, which has a sentence of its own otherwise.
  expect(() => readShape(TECH, ['a.com', 'headers=1', options])).toThrow(
    expect.objectContaining({ code: 'optionsTooLong' }) as Error,
  );
  expect(
    ask(new MemoryHost(companyApi({})), 'TRACE_TECH', 'a.com', '', options)
      .flat()
      .join(),
  ).toMatch(/^! The options have 2,\d{3} characters, and a formula reads up to 2,000\. Shorten them\.$/);
});

it('options of 2,000 characters are read', () => {
  const options = `category=${'x'.repeat(1_991)}`;
  expect(readShape(TECH, ['a.com', '', options]).options.filters.get('category')).toEqual(['x'.repeat(1_991)]);
});

const HAS_TECH = specOf('TRACE_HAS_TECH');

it.each<[string, unknown]>([
  ['a text', Array(12_500).fill('name').join(',')],
  ['a range', Array.from({ length: 12_500 }, () => ['name'])],
  ['paths', Array(12_500).fill('technologies.name').join(',')],
])('more than 100 fields in %s are refused, and nothing is sent', (_name, fields) => {
  const host = new MemoryHost(companyApi({}));
  expect(ask(host, 'TRACE_COMPANY', 'a.com', fields)).toEqual([
    ['! The formula asks for 12,500 columns, and one formula shows up to 100. Split it into several formulas.'],
  ]);
  expect(host.requests).toEqual([]);
});

it('100 fields are shown, and so are 100 technologies; one more is refused', () => {
  const list = (count: number): string => Array(count).fill('name').join(',');
  const refused = expect.objectContaining({ code: 'tooManyColumns' }) as Error;
  expect(readShape(COMPANY, ['a.com', list(100)]).fields).toHaveLength(100);
  expect(readShape(HAS_TECH, ['a.com', list(100)]).names).toHaveLength(100);
  expect(() => readShape(COMPANY, ['a.com', list(101)])).toThrow(refused);
  expect(() => readShape(HAS_TECH, ['a.com', list(101)])).toThrow(refused);
});

it('a path that reads as a domain is told from one that was swapped, also where it was right before', () => {
  readArguments(COMPANY, ['stripe.com', 'hq.country', '']);
  expect(() => readArguments(COMPANY, ['industry', 'hq.country', ''])).toThrow(
    '=TRACE_COMPANY("hq.country","industry")',
  );
});

it('a problem of the shape is told each time', () => {
  for (const domain of ['a.com', 'b.com']) expect(() => readShape(TECH, [domain, null, 'top=many'])).toThrow(/top/);
});
