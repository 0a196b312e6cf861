import { isLiteral, toGridCell } from '../../../../shared/enrich/sheet/cell-values';
import { FORMULA_PAYLOADS } from '../../../fakes/formula-payloads';

it.each(FORMULA_PAYLOADS)('%j is entered as a literal', (payload) => {
  expect({ isLiteral: isLiteral(payload), cell: toGridCell(payload) }).toEqual({
    isLiteral: true,
    cell: { kind: 'text', text: payload, isLiteral: true },
  });
});
