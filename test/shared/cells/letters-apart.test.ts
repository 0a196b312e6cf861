import { lettersApart } from '../../../shared/cells/letters-apart';

it.each([
  ['', '', 0],
  ['name', 'name', 0],
  ['nam', 'name', 1],
  ['name', 'nam', 1],
  ['nome', 'name', 1],
  ['', 'name', 4],
  ['kitten', 'sitting', 3],
  ['employes', 'employee_count', 7],
  ['x'.repeat(61), 'x', 61],
])('%j and %j are %i letters apart', (one, other, letters) => {
  expect(lettersApart(one, other)).toBe(letters);
});
