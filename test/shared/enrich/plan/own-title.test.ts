import type { Choice } from '../../../../shared/enrich/plan/column-spec';
import { titleOf } from '../../../../shared/enrich/plan/column-spec';
import { withTitle } from '../../../../shared/enrich/plan/own-title';
import { readChoice } from '../../../../shared/enrich/plan/read-column-spec';

const EMPLOYEES: Choice = { adds: 'company', field: 'employee_count' };

test.each([
  ['Staff', 'Staff'],
  ['  Staff \n 2026 ', 'Staff 2026'],
  ['=1+1', '=1+1'],
  ['', 'Employees'],
  ['   ', 'Employees'],
  ['Employees', 'Employees'],
  ['x'.repeat(101), 'x'.repeat(100)],
])('a column that is called %j has the title %j', (typed, title) => {
  expect(titleOf(withTitle(EMPLOYEES, typed))).toBe(title);
});

test('the plain title, or none, takes a title of before away', () => {
  const staff = withTitle(EMPLOYEES, 'Staff');
  expect([withTitle(staff, 'Employees'), withTitle(staff, '')]).toEqual([EMPLOYEES, EMPLOYEES]);
});

test('presets and journals keep it, and a damaged one is left out', () => {
  expect([
    readChoice({ adds: 'company', field: 'employee_count', title: 'Staff' }),
    readChoice({ adds: 'status', title: 'Result' }),
    readChoice({ adds: 'company', field: 'employee_count', title: 7 }),
  ]).toEqual([
    { adds: 'company', field: 'employee_count', title: 'Staff' },
    { adds: 'status', title: 'Result' },
    { adds: 'company', field: 'employee_count' },
  ]);
});
