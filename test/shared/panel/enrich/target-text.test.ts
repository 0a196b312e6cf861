import type { Choice } from '../../../../shared/enrich/plan/column-spec';
import { toOtherWords, toTargetText, toOptionsText } from '../../../../shared/panel/enrich/target-text';
import { NOTHING_CHOSEN, type Settings } from '../../../../shared/panel/enrich/choose-state';

describe('target text', () => {
  const EMPLOYEES: Choice = { adds: 'company', field: 'employee_count' };

  test.each([
    ['its very title', 'Employees', 'C Employees'],
    ['the title of an earlier version', 'employee_count', 'C employee_count'],
    ['other words', 'Headcount', 'C Headcount (Employees)'],
  ])('a column is named with what fills it where its title does not say that: %s', (_what, title, text) => {
    expect(toTargetText({ column: 2, title }, EMPLOYEES)).toBe(text);
  });

  test('only columns that people have, under other words, are pointed out', () => {
    const targets = [
      { column: 1, title: 'Employees', isNew: true },
      { column: 2, title: 'Headcount', isNew: false },
      { column: 3, title: 'employees', isNew: false },
    ];
    expect(toOtherWords({ targets, choices: [EMPLOYEES, EMPLOYEES, EMPLOYEES] })).toEqual(['C Headcount (Employees)']);
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
