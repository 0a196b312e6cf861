import { readShared } from '../../../apps-script/shared-text';
import { readTexts } from '../../../shared/frozen/frozen-column';
import { examples } from './examples';

it('the example of a frozen formula is read whole', () => {
  const [column] = readTexts(examples('Frozen formulas'));
  expect({ place: column?.place, templates: column?.templates.length, label: column?.pieces[0]?.label }).toEqual({
    place: 'Leads!C',
    templates: 1,
    label: 'Stripe',
  });
});

it('the example of formulas under a retry is read whole', () => {
  const [retry = ''] = examples('Formulas under a retry');
  const { formulas } = JSON.parse(retry) as { readonly formulas: readonly unknown[] };
  expect(readShared(formulas)).toEqual(['=TRACE_TECH("a.example")', '=TRACE_TECH("b.example")']);
});
