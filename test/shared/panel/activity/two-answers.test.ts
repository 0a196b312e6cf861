import { compareAnswers } from '../../../../shared/panel/activity/compare-answers';
import { ask, hostWith } from '../../../fakes/routes-api';

/**
 * `added` and `dropped` read the days of one answer, the sheet _What changed_ compares two answers. They differ on
 * purpose, and docs/changes.md says so.
 */

const MAY_MS = Date.UTC(2026, 4, 1);
const JULY_MS = Date.UTC(2026, 6, 1);

const seen = (name: string, first: string, last: string) => {
  return { name, slug: name.toLowerCase(), first_detected_at: first, last_detected_at: last };
};

/** What the formula shows of the newer answer, and the sheet of both. Both list React, which is there all the time. */
function told(older: readonly object[], newer: readonly object[]) {
  const before = { technologies: [seen('React', '2020-01-01', '2026-05-01'), ...older] };
  const after = { slug: 'a', technologies: [seen('React', '2020-01-01', '2026-06-30'), ...newer] };
  const host = hostWith({ 'companies.batch': { results: [{ domain: 'a.com', status: 'found', company: after }] } });
  const [formula] = ask(host, 'TRACE_TECH', 'a.com', 'added, dropped', 'since=2026-06-01');
  const changes = compareAnswers('a.com', { record: before, asOfMs: MAY_MS }, { record: after, asOfMs: JULY_MS });
  return { formula, sheet: changes.map(({ is, what }) => `${is} ${what}`) };
}

const VUE = seen('Vue', '2020-01-01', '2026-05-01');

test.each([
  [
    'the newer answer does not list any more: the formula cannot know it, the sheet says dropped',
    [VUE],
    [],
    { formula: ['none', 'none'], sheet: ['dropped Vue'] },
  ],
  [
    'both list, last seen before the latest day: the formula says dropped, the sheet waits until it is gone',
    [VUE],
    [{ ...VUE, last_detected_at: '2026-06-10' }],
    { formula: ['none', 'Vue'], sheet: [] },
  ],
  [
    'both list, first seen since the day: the formula says added, the sheet knows it already',
    [seen('Vue', '2026-06-05', '2026-06-30')],
    [seen('Vue', '2026-06-05', '2026-06-30')],
    { formula: ['Vue', 'none'], sheet: [] },
  ],
  [
    'only the newer answer lists, first seen before the day: the sheet says adopted, the formula nothing',
    [],
    [seen('Vue', '2026-05-20', '2026-06-30')],
    { formula: ['none', 'none'], sheet: ['adopted Vue'] },
  ],
  [
    'only the newer answer lists, first seen since the day: both agree',
    [],
    [seen('Vue', '2026-06-05', '2026-06-30')],
    { formula: ['Vue', 'none'], sheet: ['adopted Vue'] },
  ],
])('a technology that %s', (_what, older, newer, expected) => {
  expect(told(older, newer)).toEqual(expected);
});
