import { toListFormula } from '../../../../shared/panel/lists/list-formula';

test.each([
  ['lst_1', { tier: null, search: '' }, 25, '=TRACE_LIST("lst_1")'],
  ['lst_1', { tier: 'high' as const, search: '' }, 50, '=TRACE_LIST("lst_1","","top=50; tier=high")'],
  ['a"b', { tier: null, search: 'x;y' }, 25, '=TRACE_LIST("a""b","","search=\'x;y\'")'],
])('the formula for %s with %o and %i rows', (listId, filter, rows, formula) => {
  expect(toListFormula(listId, filter, rows)).toBe(formula);
});
