import { restore } from '../../../shared/frozen/bring-back';
import { toLine, toListRow } from '../../../shared/frozen/list-row';
import type { RestorePorts } from '../../../shared/frozen/ports';
import type { SheetCells } from '../../../shared/frozen/sheet-cells';
import { runSync } from '../../../shared/task';

const LEADS: SheetCells = {
  id: '7',
  name: 'Leads',
  formulas: [
    ['', ''],
    ['', ''],
  ],
  values: [
    ['a.com', 'React'],
    ['b.com', 'Vue'],
  ],
};
const LINES = [0, 1].map((row) =>
  toLine(toListRow(LEADS, { row, column: 1, rows: 1, columns: 1 }, `=TRACE_TECH(A${row + 1})`, 0)),
);

/** Restores the formulas of two cells. */
function run(given: Partial<RestorePorts<object>> = {}, lines: readonly (readonly string[])[] | null = LINES) {
  let list = lines;
  const written: string[] = [];
  const outcome = runSync(restore<object>(), {
    cells: () => [LEADS],
    readList: () => list,
    clearLines: (asked) => void (list = list!.filter((line) => !asked.lines.includes(line))),
    toAgree: () => null,
    putFormulas: ({ cells }) =>
      cells.map(({ formula }) => {
        written.push(formula);
        return 'done' as const;
      }),
    ...given,
  });
  return { outcome, written, listed: list?.map(([, cell]) => cell) };
}

it('puts formulas back and takes them off the list', () => {
  expect(run()).toEqual({
    outcome: '2 formulas restored.',
    written: ['=TRACE_TECH(A1)', '=TRACE_TECH(A2)'],
    listed: [],
  });
});

it('writes nothing until a person has agreed', () => {
  expect(run({ toAgree: ({ enter }) => ({ formulas: enter.length }) })).toEqual({
    outcome: { formulas: 2 },
    written: [],
    listed: ['B1', 'B2'],
  });
});

it.each([
  ['protected', 'protected cell'],
  ['refused', 'the cell was just edited, or cannot hold it'],
] as const)('a %s formula stays listed and keeps no other from coming back', (why, said) => {
  const { outcome, listed } = run({ putFormulas: ({ cells }) => cells.map(({ row }) => (row === 1 ? 'done' : why)) });
  expect({ outcome, listed }).toEqual({
    outcome: `1 formula restored.\n1 formula stays a value:\n• Leads!B1: ${said}`,
    listed: ['B1'],
  });
});

it('what someone adds to the list meanwhile stays', () => {
  const mine = ['my note', '', '', '', '', ''];
  const now: (readonly string[])[] = [...LINES];
  run({
    readList: () => [...now],
    putFormulas: ({ cells }) => {
      now.push(mine);
      return cells.map(() => 'done');
    },
    clearLines: ({ lines }) => lines.forEach((line) => now.splice(now.indexOf(line), 1)),
  });
  expect(now).toEqual([mine]);
});

it('says that nothing is listed', () => {
  const NOTHING = 'No formula is listed. The sheet Trace formulas is empty or missing.';
  expect([null, [], [LINES[0]!.map(() => '')]].map((lines) => run({}, lines).outcome)).toEqual([
    NOTHING,
    NOTHING,
    NOTHING,
  ]);
});
