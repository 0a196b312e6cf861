import { isLiteral, toGridCell } from '../../../../shared/bulk/sheet/cell-values';
import { FORMULA_PAYLOADS } from '../../../fakes/formula-payloads';

it.each(FORMULA_PAYLOADS)('%j is entered as a literal', (payload) => {
  expect([isLiteral(payload), toGridCell(payload)]).toEqual([true, { kind: 'text', text: payload, isLiteral: true }]);
});
