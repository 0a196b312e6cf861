import { compareCompanies } from '../../../../shared/panel/activity/compare-companies';

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
    newPartners: [],
    formerPartners: [],
    facts: [],
  });
});

const partners = (names: readonly string[], count: number | null = names.length) => ({
  partnerships: names.map((name) => ({ partner_name: name, partner_domain: `${name.toLowerCase()}.example` })),
  partnership_count: count,
});

test('partners are named where both answers list all of them', () => {
  const change = compareCompanies('a.example', partners(['Okta', 'Zoom']), partners(['Slack', 'Okta']));
  expect({ newPartners: change?.newPartners, formerPartners: change?.formerPartners }).toEqual({
    newPartners: ['Slack'],
    formerPartners: ['Zoom'],
  });
  const respelled = { partnerships: [{ partner_name: 'OKTA, Inc.', partner_domain: 'okta.example' }] };
  expect(compareCompanies('a.example', partners(['Okta']), respelled)).toBeNull();
});

test('of a cut list of partners only the count is compared, since what is missing was not dropped', () => {
  const [before, after] = [partners(['Okta', 'Zoom'], 60), partners(['Slack', 'Okta'], 61)];
  expect(compareCompanies('a.example', before, after)).toEqual({
    domain: 'a.example',
    added: [],
    dropped: [],
    newPartners: [],
    formerPartners: [],
    facts: [{ title: 'Partnership count', before: '60', after: '61' }],
  });
});
