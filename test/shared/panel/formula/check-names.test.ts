import { namesInDraft } from '../../../../shared/panel/formula/check-names';
import { emptyDraft, withNameInDraft } from '../../../../shared/panel/formula/draft';

it('finds the names that a draft has as texts, and none that stand in cells', () => {
  const draft = {
    ...emptyDraft('TRACE_HAS_TECH', 'A2:A9'),
    texts: { domains: 'A2:A9', technologies: 'Stripe, Shopfy' },
    options: {},
  };
  const inCell = { ...draft, texts: { ...draft.texts, technologies: '=B1' } };
  const filtered = { ...emptyDraft('TRACE_TECH', 'A2'), options: { category: 'Payments', top: '3' } };
  expect([draft, inCell, filtered].map(namesInDraft)).toEqual([
    [
      { kind: 'technology', text: 'Stripe' },
      { kind: 'technology', text: 'Shopfy' },
    ],
    [],
    [{ kind: 'category', text: 'Payments' }],
  ]);
});

it('a wrong name is replaced wherever it is a whole item', () => {
  const draft = {
    ...emptyDraft('TRACE_HAS_TECH'),
    texts: { technologies: 'Stripe, shopfy, Shopfy Plus' },
    options: { sort: 'name' },
  };
  expect(withNameInDraft(draft, 'Shopfy', 'Shopify')).toMatchObject({
    texts: { technologies: 'Stripe, Shopify, Shopfy Plus' },
    options: { sort: 'name' },
  });
});
