import { toFunctionPage } from '../../docs/site/function-page';
import type { FunctionSpec } from '../../shared/reference';
import { TraceError } from '../../shared/formulas';

const HOSTILE = '<script>alert("x")</script>';

const SPEC: FunctionSpec = {
  id: 'TRACE_X',
  about: 'Answers.',
  family: 'Help',
  costs: 'Nothing.',
  params: [{ name: 'domains', about: 'Companies.', takes: 'inputs', example: 'A2' }],
  fields: [{ name: 'name', about: 'Its name.', kind: 'text', example: 'Stripe' }],
  defaultFields: ['name'],
  options: ['top'],
  top: { usual: 25, most: 200 },
  headers: 0,
  operations: ['companies.show'],
  examples: [{ about: 'One company.', args: ['stripe.com'] }],
};

it('shows what the catalogue says as text, whatever it is', () => {
  const hostile: FunctionSpec = {
    ...SPEC,
    about: HOSTILE,
    costs: HOSTILE,
    params: [{ name: HOSTILE, about: HOSTILE, takes: 'inputs', optional: true, example: HOSTILE }],
    fields: [{ name: HOSTILE, about: HOSTILE, kind: 'text', example: HOSTILE, aliases: [HOSTILE] }],
    defaultFields: [HOSTILE],
    examples: [{ about: HOSTILE, args: [HOSTILE, [[HOSTILE]]] }],
  };
  const page = toFunctionPage(hostile, [[[HOSTILE]]], [hostile, { ...hostile, id: 'TRACE_Y' }]);
  expect(page).not.toContain('<script>');
  expect(page).toContain('&lt;script&gt;');
});

it('shows a formula, and in the cells what it answers', () => {
  const page = toFunctionPage(SPEC, [[['Stripe', 2567, true, { day: '2026-06-01' }]]], [SPEC]);
  expect(page).toContain('<code>=TRACE_X(&quot;stripe.com&quot;)</code>');
  expect([...page.matchAll(/<td( class="[^"]*")?>([^<]+)<\/td>/g)].slice(0, 4).map(([, , text]) => text)).toEqual([
    'Stripe',
    '2567',
    'TRUE',
    '2026-06-01',
  ]);
});

it('leads from a problem in a cell to its page', () => {
  const page = toFunctionPage(SPEC, [[[new TraceError('noKey', {})]]], [SPEC]);
  expect(page).toContain(
    '<a href="../problems/noKey.html">#TRACE: No API key. The file&#39;s owner sets it in the Trace panel.',
  );
});

it('says what top= is where it is left out, and what it may be', () => {
  expect(toFunctionPage(SPEC, [[['']]], [SPEC])).toContain('Left out: 25. At most 200.');
});

it('leads to the other functions of the family, and not to itself', () => {
  const page = toFunctionPage(SPEC, [[['']]], [SPEC, { ...SPEC, id: 'TRACE_Y' }]);
  expect([page.includes('href="TRACE_Y.html"'), page.includes('href="TRACE_X.html"')]).toEqual([true, false]);
});
