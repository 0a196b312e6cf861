import { specOf } from '../../../shared/catalogue/index';
import { readArguments } from '../../../shared/functions/arguments';
import { readShape } from '../../../shared/functions/formula-shape';

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

it('a path that reads as a domain is told from one that was swapped, also where it was right before', () => {
  readArguments(COMPANY, ['stripe.com', 'hq.country', '']);
  expect(() => readArguments(COMPANY, ['industry', 'hq.country', ''])).toThrow(
    '=TRACE_COMPANY("hq.country","industry")',
  );
});

it('a problem of the shape is told each time', () => {
  for (const domain of ['a.com', 'b.com']) expect(() => readShape(TECH, [domain, null, 'top=many'])).toThrow(/top/);
});
