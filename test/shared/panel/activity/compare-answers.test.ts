import { compareAnswers } from '../../../../shared/panel/activity/compare-answers';

const MAY_MS = Date.UTC(2026, 4, 1, 8);
const JUNE_MS = Date.UTC(2026, 5, 1, 8);

/** What is told, in short, where the second answer came a month after the first. */
const compare = (before: object, after: object, afterMs = JUNE_MS) =>
  compareAnswers('a.example', { record: { ...before }, asOfMs: MAY_MS }, { record: { ...after }, asOfMs: afterMs }).map(
    ({ is, what, seenOn }) => `${is} ${what} ${seenOn}`,
  );

const company = (names: readonly string[], more: object = {}) => ({
  technologies: names.map((name) => ({ name, slug: null })),
  ...more,
});
const seen = (name: string, first: string | null, last: string | null) => {
  return { name, slug: name.toLowerCase(), first_detected_at: first, last_detected_at: last };
};

test('what is the same, or unknown in one answer, is no change', () => {
  expect(compare(company(['React']), company(['react']))).toEqual([]);
  expect(compare({ name: 'A' }, company(['React'], { name: 'A' }))).toEqual([]);
  expect(compare({ country: 'Spain' }, { country: null })).toEqual([]);
});

test('a technology is adopted on the day it was first seen, and dropped on the day it was last seen', () => {
  const before = { technologies: [seen('Vue', '2020-01-01T00:00:00Z', '2026-04-20T00:00:00Z')] };
  const after = { technologies: [seen('Svelte', '2026-05-20T10:00:00Z', '2026-05-30T00:00:00Z')] };
  expect(compare(before, after)).toEqual(['adopted Svelte 2026-05-20', 'dropped Vue 2026-04-20']);
});

test('without those days, the days of the answers stand in', () => {
  expect(compare(company(['Vue']), company(['Svelte']))).toEqual([
    'adopted Svelte 2026-06-01',
    'dropped Vue 2026-05-01',
  ]);
});

test('a new name or a new slug alone is no change', () => {
  const before = {
    technologies: [
      { name: 'Google Analytics', slug: 'ga' },
      { name: 'Segment', slug: 'segment' },
    ],
  };
  const after = {
    technologies: [
      { name: 'Google Analytics 4', slug: 'ga' },
      { name: 'Segment', slug: 'twilio-segment' },
      { name: 'Vue', slug: 'vue' },
    ],
  };
  expect(compare(before, after)).toEqual(['adopted Vue 2026-06-01']);
});

test('what a cut list does not show was neither adopted nor dropped', () => {
  const all = company(['React', 'Vue'], { technology_count: 2 });
  const cut = company(['React'], { technology_count: 3 });
  expect(compare(all, cut)).toEqual([]);
  expect(compare(cut, all)).toEqual([]);
});

test('an empty list drops everything, and a missing list nothing', () => {
  expect(compare(company(['React']), company([]))).toEqual(['dropped React 2026-05-01']);
  expect(compare(company(['React']), {})).toEqual([]);
});

test('a technology that was seen after the newer answer was given is not dropped', () => {
  const before = { technologies: [seen('Vue', null, '2026-06-01T09:00:00Z')] };
  expect(compare(before, company([]))).toEqual([]);
  expect(compare(before, company([]), JUNE_MS + 3_600_000)).toEqual([]);
  expect(compare(before, company([]), JUNE_MS + 3_600_001)).toEqual(['dropped Vue 2026-06-01']);
});

test('a technology is not dropped if the newer answer rests on no newer scan', () => {
  const crawled = (names: readonly string[], last_crawled_at: string | null) => company(names, { last_crawled_at });
  const [april, may] = ['2026-04-20T00:00:00Z', '2026-05-20T00:00:00Z'];
  expect(compare(crawled(['Vue'], april), crawled([], april))).toEqual([]);
  expect(compare(crawled(['Vue'], null), crawled([], april))).toEqual([]);
  expect(compare(crawled(['Vue'], april), crawled([], may))).toEqual(['dropped Vue 2026-05-01']);
  const before = { technologies: [seen('Vue', null, '2026-05-21T00:00:00Z')], last_crawled_at: april };
  expect(compare(before, crawled([], may))).toEqual([]);
});

test('a list with an entry that cannot be read drops nothing', () => {
  const unread = { technologies: [{ name: 'React' }, { name: null, slug: null }] };
  expect(compare(company(['React', 'Vue']), unread)).toEqual([]);
  expect(compare(partners(['Okta', 'Zoom'], null), { partnerships: [{ partner_name: 'Okta' }, {}] })).toEqual([]);
});

test('a technology under a new name and a new slug was neither adopted nor dropped', () => {
  const before = { technologies: [seen('Urchin', '2020-01-01T00:00:00Z', null), seen('Vue', null, null)] };
  const after = { technologies: [seen('Analytics', '2020-01-01T00:00:00Z', null)] };
  expect(compare(before, after)).toEqual(['dropped Vue 2026-05-01']);
  const undated = { technologies: [seen('Analytics', null, null)] };
  expect(compare({ technologies: [seen('Urchin', null, null)] }, undated)).toEqual([
    'adopted Analytics 2026-06-01',
    'dropped Urchin 2026-05-01',
  ]);
});

const partners = (names: readonly string[], count: number | null = names.length) => ({
  partnerships: names.map((name) => ({ partner_name: name, partner_domain: `${name.toLowerCase()}.example` })),
  partnership_count: count,
});

test('partners are named where both answers list all of them', () => {
  expect(compare(partners(['Okta', 'Zoom']), partners(['Slack', 'Okta']))).toEqual([
    'adopted Slack 2026-06-01',
    'dropped Zoom 2026-05-01',
  ]);
  const respelled = { partnerships: [{ partner_name: 'OKTA, Inc.', partner_domain: 'okta.example' }] };
  expect(compare(partners(['Okta']), respelled)).toEqual([]);
});

test('of a cut list of partners only the count is compared', () => {
  const [before, after] = [partners(['Okta', 'Zoom'], 60), partners(['Slack', 'Okta'], 61)];
  expect(compareAnswers('a.example', { record: before, asOfMs: MAY_MS }, { record: after, asOfMs: JUNE_MS })).toEqual([
    {
      ...{ domain: 'a.example', kind: 'fact', what: 'Partnership count', category: '', is: 'changed' },
      ...{ from: 60, to: 61, seenOn: '2026-06-01' },
    },
  ]);
});
