import { columnName } from '../../../shared/cells/column-name';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %p is %p', (column, name) => {
  expect(columnName(column)).toBe(name);
});
