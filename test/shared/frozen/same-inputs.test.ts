import { hasSameInputs } from '../../../shared/frozen/inputs';
import type { SheetCells } from '../../../shared/frozen/sheet-cells';

const column = (...values: readonly (string | number)[]): SheetCells => ({
  id: '1',
  name: 'Leads',
  values: values.map((value) => [value, 'US']),
  formulas: values.map(() => ['', '']),
});
const BEFORE = column('Domain', 'stripe.com', 'figma.com', 'asana.com');

it.each<[string, string, SheetCells, number, boolean]>([
  ['nothing has changed', '=TRACE_TECH(A3)', BEFORE, 2, true],
  [
    'a row is inserted above',
    '=TRACE_TECH(A3)',
    column('Domain', '', 'stripe.com', 'figma.com', 'asana.com'),
    2,
    false,
  ],
  ['it is looked for where it has moved', '=TRACE_TECH(A3)', column('Domain', '', 'stripe.com', 'figma.com'), 3, true],
  ['another row has changed', '=TRACE_TECH(A3)', column('Domain', 'mine', 'figma.com', 'asana.com'), 2, true],
  ['a row of its range has changed', '=TRACE_TECH(A2:A4)', column('Domain', 'stripe.com', '', 'asana.com'), 1, false],
  ['its open range is as it was', '=TRACE_TECH(A2:A)', BEFORE, 1, true],
  [
    'a row of its open range has changed',
    '=TRACE_TECH(A2:A)',
    column('Domain', 'stripe.com', 'figma.com', 'x'),
    1,
    false,
  ],
  ['a fixed cell stays where it is', '=TRACE_TECH($A$2)', BEFORE, 3, true],
  ['it refers to another sheet', '=TRACE_TECH(Other!A3)', column('Domain'), 2, true],
  ['it refers to nothing', '=TRACE_TECH("stripe.com")', column('Domain'), 2, true],
])('%s', (_what, formula, now, row, is) => {
  const first = formula.includes('A2') && !formula.includes('$') ? 1 : 2;
  expect(hasSameInputs(formula, [BEFORE, first], [now, row])).toBe(is);
});
