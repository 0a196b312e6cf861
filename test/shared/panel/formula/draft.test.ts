import { FUNCTIONS, specOf, type FunctionId } from '../../../../shared/catalogue/index';
import { readArguments } from '../../../../shared/functions/arguments';
import { readFormulaCall } from '../../../../shared/cells/formulas';
import { emptyDraft, toDraftFormula, onSheet, readReference, type Draft } from '../../../../shared/panel/formula/draft';

const draft = (id: FunctionId, texts: Draft['texts'], more: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(id),
  texts,
  ...more,
});

it.each<[string, Draft, string]>([
  ['cells stand as they are', draft('TRACE_TECH', { domains: 'a2:a27' }), '=TRACE_TECH(A2:A27)'],
  ['a company stands in quotes', draft('TRACE_TECH', { domains: 'stripe.com' }), '=TRACE_TECH("stripe.com")'],
  [
    'an argument that is left out stays blank',
    draft('TRACE_TECH', { domains: 'A2' }, { options: { top: '3' } }),
    '=TRACE_TECH(A2,,"top=3")',
  ],
  [
    'fields keep their order, and options quote what they need',
    draft('TRACE_TECH', { domains: 'A2' }, { fields: ['category', 'name'], options: { sep: ' | ', top: '' } }),
    `=TRACE_TECH(A2,"category, name","sep=' | '")`,
  ],
  [
    'a product may look like a cell',
    draft('TRACE_TECH_COMPANIES', { technology: 'GA4' }),
    '=TRACE_TECH_COMPANIES("GA4")',
  ],
  ['an equals sign names a cell', draft('TRACE_TECH_COMPANIES', { technology: '=b1' }), '=TRACE_TECH_COMPANIES(B1)'],
  ['the name of a sheet stays', draft('TRACE_TECH', { domains: "'Straße b2'!a2" }), "=TRACE_TECH('Straße b2'!A2)"],
  ['quotes are doubled', draft('TRACE_SEARCH', { query: 'the "best" one' }), '=TRACE_SEARCH("the ""best"" one")'],
  [
    'a function with two columns',
    draft('TRACE_PARTNERED', { domains_a: 'A2:A9', domains_b: 'stripe.com' }),
    '=TRACE_PARTNERED(A2:A9,"stripe.com")',
  ],
  ['a function without arguments', draft('TRACE_FIELDS', {}), '=TRACE_FIELDS()'],
])('%s', (_what, given, formula) => {
  expect(toDraftFormula(given, ',')).toBe(formula);
});

it('the separator of the sheet is between arguments, and not inside them', () => {
  const given = draft('TRACE_TECH', { domains: 'A2' }, { fields: ['name', 'category'], options: { top: '3' } });
  expect(toDraftFormula(given, ';')).toBe('=TRACE_TECH(A2;"name, category";"top=3")');
});

it('cells of another sheet are named with it', () => {
  const given = draft('TRACE_TECH', { domains: 'A2:A9' });
  expect(toDraftFormula(given, ',', { from: 'My leads', to: 'Report' })).toBe("=TRACE_TECH('My leads'!A2:A9)");
  expect(toDraftFormula(given, ',', { from: 'Leads', to: 'Leads' })).toBe('=TRACE_TECH(A2:A9)');
  expect([onSheet('A2', "Ann's"), onSheet('A2', 'Q1'), onSheet('X!A2', 'Leads')]).toEqual([
    "'Ann''s'!A2",
    "'Q1'!A2",
    'X!A2',
  ]);
});

it('cells are read from 1, and what names none is no reference', () => {
  expect(readReference("'My leads'!$A$2:A9")).toEqual({
    is: 'range',
    row: 2,
    column: 1,
    rows: 8,
    columns: 1,
    sheet: 'My leads',
  });
  expect([readReference('stripe.com'), readReference('A'), readReference('A2)+1')]).toEqual([null, null, null]);
});

it.each(FUNCTIONS.map(({ id }) => id))('%s accepts what is built of its own examples', (id) => {
  const spec = specOf(id);
  const texts = Object.fromEntries(
    spec.params.map(({ name, takes, example }) => [
      name,
      takes === 'inputs' || takes === 'otherInputs' ? 'A2' : example.replace(/^"|"$/g, ''),
    ]),
  );
  const options = Object.fromEntries(spec.options.slice(0, 1).map((name) => [name, name === 'headers' ? '1' : '-']));
  const formula = toDraftFormula({ id, texts, fields: spec.defaultFields, options }, ',');
  const call = readFormulaCall(formula);
  const args = call!.args.map((argument) => (argument.is === 'value' ? argument.value : [['stripe.com']]));
  expect(readArguments(spec, args).isBlank).toBe(false);
});
