import type { Choice } from '../../../../shared/enrich/plan/column-spec';
import { toOtherWords, toTargetText } from '../../../../shared/panel/bulk/target-text';

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
