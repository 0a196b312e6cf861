import type { Choice } from '../../../../shared/enrich/plan/column-spec';
import { toTargetText, toOptionsText } from '../../../../shared/panel/enrich/target-text';
import { NOTHING_CHOSEN, type Settings } from '../../../../shared/panel/enrich/choose/choose-state';

describe('target text', () => {
  const EMPLOYEES: Choice = { adds: 'company', field: 'employee_count' };

  test.each([
    ['a new column', 'Employees', true, 'C'],
    ['its very title', 'employees', false, 'C'],
    ['the title of an earlier version', 'employee_count', false, 'C employee_count'],
    ['other words', 'Headcount', false, 'C Headcount'],
  ])('a column is told by its letter, and by its title where that differs: %s', (_what, title, isNew, text) => {
    expect(toTargetText({ column: 2, title, isNew }, EMPLOYEES)).toBe(text);
  });
});

describe('options text', () => {
  test.each<[text: string, settings: Partial<Settings>]>([
    ['', {}],
    ['', { choices: [{ adds: 'company', field: 'name' }] }],
    ['columns with the same titles', { where: 'sameTitles' }],
    ['columns with the same titles, overwrite values (not confirmed yet)', { where: 'sameTitles', mode: 'overwrite' }],
    [
      'columns with the same titles, overwrite values, no hidden rows',
      { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true, withHidden: false },
    ],
    ['status column', { choices: [{ adds: 'company', field: 'name' }, { adds: 'status' }] }],
  ])('the summary of options says "%s"', (text, settings) => {
    expect(toOptionsText({ ...NOTHING_CHOSEN.settings, ...settings })).toBe(text);
  });
});
