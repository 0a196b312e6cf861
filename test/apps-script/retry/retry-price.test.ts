import { fillDown } from '../formulas/sheet-of-formulas';
import { charged, useSpreadsheets, world } from '../spreadsheet';

/** What Diagnose says before cells are recalculated: never less than it then costs. */

useSpreadsheets();

const price = (as: 'owner' | 'editor' = 'owner'): unknown =>
  (world.callRpc('priceRetry', [], { as }) as { readonly value: unknown }).value;
const fail = (formula: string): void => {
  const grid = fillDown(world, 3, formula);
  for (const row of [2, 3, 4]) grid.answer({ row, column: 2 }, [['#TRACE: Trace could not be reached.']]);
};

it.each<[string, string, object, number | null]>([
  ['each company once', '=IFERROR(TRACE_COMPANY(A#,"name"),"")', { mode: 'freely' }, 3],
  ['what today’s limit leaves', '=TRACE_COMPANY(A#)', { mode: 'daily', limit: 2 }, 2],
  ['nothing where each is approved', '=TRACE_COMPANY(A#)', { mode: 'onRequest' }, 0],
  ['what nobody knows: partners', '=TRACE_PARTNERS(A#)', { mode: 'freely' }, null],
  [
    'what nobody can read, which the limit still holds',
    '=MAP(A#,LAMBDA(x,TRACE_TECH(x)))',
    { mode: 'daily', limit: 9 },
    9,
  ],
  ['what a condition may skip', '=TRACE_COMPANY(A#)&IF(C#="x",TRACE_PARTNERS(A#),"")', { mode: 'freely' }, null],
  ['both of two calls', '=IFERROR(TRACE_COMPANY(A#),TRACE_COMPANY("a.com"))', { mode: 'freely' }, 4],
  ['a column of which a part is asked for', '=TRACE_PARTNERS(FILTER(A$2:A$4,A$2:A$4<>""))', { mode: 'freely' }, null],
  [
    'a second call of a part',
    '=TRACE_COMPANY(A#)&IF(C#="x",TRACE_TECH(FILTER(A:A,A:A<>"")),"")',
    { mode: 'freely' },
    null,
  ],
])('tells %s', (_what, formula, policy, most) => {
  world.callRpc('setPolicy', [policy]);
  fail(formula);
  expect(price()).toBe(most);
});

it('is unknown where a cell without an answer names the company of another', () => {
  world.callRpc('setPolicy', [{ mode: 'freely' }]);
  fail('=TRACE_COMPANY(A#,"domain")');
  const before = price();
  const grid = world.state.sheets[0]!;
  grid.put({ row: 2, column: 3 }, '=TRACE_PARTNERS(B2)');
  grid.answer({ row: 2, column: 3 }, [['#TRACE: The input is an error.']]);
  expect({ before, after: price() }).toEqual({ before: 3, after: null });
});

it('is free where the companies are paid for, and where no key is set', async () => {
  fail('=TRACE_COMPANY(A#)');
  const before = price();
  world.callRpc('retryProblems');
  world.calculate();
  fail('=TRACE_TECH(A#)');
  const after = price();
  world.callRpc('forgetKey');
  fail('=TRACE_TECH(A#)');
  expect({ before, charged: await charged(), after }).toEqual({ before: 3, charged: 3, after: 0 });
});

it("for an editor it does not stop at the editor's own limit, which does not apply to other users' formulas", () => {
  world.callRpc('setPolicy', [{ mode: 'freely' }]);
  fillDown(world, 1, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.callRpc('setKey', ['trace_org_demo', 'anotherAccount'], { as: 'editor' });
  world.callRpc('setOwnerLimit', [1], { as: 'editor' });
  fail('=TRACE_TECH(A#)');
  expect(price('editor')).toBe(3);
});

it.each(['=TRACE_COMPANY(A2:A5000)', '=TRACE_COMPANY(A2,Y1:AB2)', '=TRACE_COMPANY(A5000)'])(
  'is told beside %s too, which refers to cells beyond the sheet',
  (formula) => {
    world.callRpc('setPolicy', [{ mode: 'freely' }]);
    fail('=TRACE_COMPANY(A#)');
    const grid = world.state.sheets[0]!;
    grid.put({ row: 2, column: 3 }, formula);
    grid.answer({ row: 2, column: 3 }, [['#TRACE: Trace could not be reached.']]);
    expect(price()).toBe(3);
  },
);
