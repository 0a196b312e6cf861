import { toSymptomPage } from '../../docs/site/symptom-page';
import { SYMPTOMS } from '../../docs/site/symptoms/index';
import type { Symptom } from '../../docs/site/symptoms/symptom';
import { readFormulaCall } from '../../shared/formulas';

const HOSTILE = '<script>alert("x")</script>';
const TEXTS = SYMPTOMS.flatMap(({ about, causes }) => [about, ...causes.flatMap(({ next }) => next)]);

it('shows text as text, whatever it is', () => {
  const symptom: Symptom = {
    id: 'x',
    seen: HOSTILE,
    words: HOSTILE,
    about: HOSTILE,
    causes: [{ why: HOSTILE, next: [HOSTILE], more: ['problems.html', HOSTILE] }],
  };
  expect(toSymptomPage(symptom).replace('<script src="../search.js" defer', '')).not.toContain('<script');
});

it('a cause says where it happens', () => {
  const cause = { where: 'Excel' as const, why: 'Why', next: ['Do this.'] as const };
  const page = toSymptomPage({ id: 'x', seen: 'X', words: '', about: 'A.', causes: [cause] });
  expect(page).toContain('<h2 id="cause-1">Why</h2><p class="quiet">Excel</p><ol><li>Do this.</li></ol>');
});

it('says everything in whole sentences', () => {
  expect(TEXTS.filter((text) => !/^["A-Z=#].*[.)"]$/.test(text))).toEqual([]);
});

it('each formula is one that Trace reads', () => {
  const formulas = TEXTS.flatMap((text) => [...text.matchAll(/=TRACE_[A-Z_]+\([^)]*\)/g)].map(([formula]) => formula));
  expect(formulas.length).toBeGreaterThan(8);
  expect(formulas.filter((formula) => readFormulaCall(formula) === null)).toEqual([]);
});

it('no two have the same address or the same name', () => {
  expect(new Set(SYMPTOMS.flatMap(({ id, seen }) => [id, seen])).size).toBe(2 * SYMPTOMS.length);
});
