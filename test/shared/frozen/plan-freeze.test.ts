import { findSpillsRead, planFreeze, type Stays } from '../../../shared/frozen/plan-freeze';

const sheet = (formula: string, value: string) => ({
  id: '7',
  name: 'Leads',
  formulas: [[formula]],
  values: [[value]],
});

/** The reason why the only formula of a sheet stays, or `frozen`. */
function outcome(formula: string, value = 'US', isProblem = false): string {
  const reasons: Stays[] = [];
  const found = planFreeze(
    {
      sheet: sheet(formula, value),
      isAsked: () => true,
      isProblem: () => isProblem,
    },
    new Set(),
    (why) => reasons.push(why),
  );
  return found.length > 0 ? 'frozen' : reasons.join();
}

it('freezes formulas that call Trace, whatever they call besides, and no others', () => {
  const formulas = ['=TRACE_TECH(A1)', '=TRACE_TECH(A1)&WEBSERVICE(A1)', '=SUM(A1)', ''];
  expect(formulas.map((formula) => outcome(formula))).toEqual(['frozen', 'frozen', '', '']);
});

it('problems and blanks stay formulas', () => {
  expect([outcome('=TRACE_TECH(A1)', '#TRACE: x', true), outcome('=TRACE_TECH(A1)', '')]).toEqual(['problem', 'blank']);
});

it('a formula with an API key is not listed for all to read', () => {
  expect(outcome('=TRACE_TECH(A1,"trace_live_0123456789abcdef0123456789abcdef")')).toBe('key');
});

it('finds the cells whose spilled ranges formulas read', () => {
  expect(findSpillsRead([sheet('=TRACE_TECH($A$2#)&B3#', 'x'), sheet('=TRACE_TECH("a#")', 'x')])).toEqual(
    new Set(['A2', 'B3']),
  );
});
