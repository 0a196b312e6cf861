import { compareTechnologies, toComparisonTable } from '../../../../shared/panel/explore/compare';

const LEFT = {
  technologies: [{ name: 'Stripe', slug: 'stripe', category: 'Payments' }, 'React', { name: 'Vue', slug: 'vue' }],
};
const RIGHT = {
  technologies: ['react', { name: 'Stripe Payments', slug: 'stripe' }, { name: 'Vue', slug: 'vue-2' }, 'Elm'],
};

it('technologies are the same by slug, or by name where one of them has none', () => {
  const comparison = compareTechnologies(LEFT, RIGHT)!;
  expect({
    both: comparison.both.map(({ name }) => name),
    onlyLeft: comparison.onlyLeft.map(({ name }) => name),
    onlyRight: comparison.onlyRight.map(({ name }) => name),
  }).toEqual({ both: ['React', 'Stripe'], onlyLeft: ['Vue'], onlyRight: ['Elm', 'Vue'] });
  expect(toComparisonTable(comparison, 'Left', 'Right').slice(0, 4)).toEqual([
    ['technology', 'category', 'Left', 'Right'],
    ['React', '', 'yes', 'yes'],
    ['Stripe', 'Payments', 'yes', 'yes'],
    ['Vue', '', 'yes', ''],
  ]);
});

it('where an answer has no list, nothing is compared', () => {
  expect(compareTechnologies(LEFT, { name: 'x' })).toBeNull();
});
