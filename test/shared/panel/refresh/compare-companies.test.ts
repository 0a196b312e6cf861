import { compareCompanies } from '../../../../shared/panel/refresh/compare-companies';

const company = (names: readonly string[], more: object = {}) => ({
  technologies: names.map((name) => ({ name, slug: null })),
  ...more,
});

test('what is the same, or not known of both, is no change', () => {
  expect(compareCompanies('a.example', company(['React']), company(['react']))).toBeNull();
  expect(compareCompanies('a.example', null, company(['React']))).toBeNull();
  expect(compareCompanies('a.example', { name: 'A' }, company(['React'], { name: 'A' }))).toBeNull();
  expect(compareCompanies('a.example', { country: 'Spain' }, { country: null })).toBeNull();
});

test('technologies are compared by slug, so that a new spelling is none', () => {
  const before = { technologies: [{ name: 'Google Analytics', slug: 'ga' }] };
  const after = {
    technologies: [
      { name: 'Google Analytics 4', slug: 'ga' },
      { name: 'Vue', slug: 'vue' },
    ],
  };
  expect(compareCompanies('a.example', before, after)).toEqual({
    domain: 'a.example',
    added: ['Vue'],
    dropped: [],
    facts: [],
  });
});
