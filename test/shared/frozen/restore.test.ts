import { toLine, toListRow } from '../../../shared/frozen/list-row';
import type { RestorePorts } from '../../../shared/frozen/ports';
import { restore } from '../../../shared/frozen/restore';
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
function run(given: Partial<RestorePorts<string>> = {}, lines: readonly (readonly string[])[] | null = LINES) {
  let list = lines;
  const written: string[] = [];
  const outcome = runSync(restore<string>(), {
    cells: () => [LEADS],
    readList: () => list,
    replaceList: (asked) => void (list = asked.lines),
    areProtected: ({ blocks }) => blocks.map(() => false),
    toAgree: () => null,
    putFormulas: ({ cells }) => cells.map(({ formula }) => written.push(formula) > 0),
    ...given,
  });
  return { outcome, written, listed: list?.map(([, cell]) => cell) };
}

it('puts formulas back and takes them off the list', () => {
  expect(run()).toEqual({
    outcome: { restored: 2, remaining: [], isAny: true },
    written: ['=TRACE_TECH(A1)', '=TRACE_TECH(A2)'],
    listed: [],
  });
});

it('writes nothing until a person has agreed', () => {
  expect(run({ toAgree: ({ restore: formulas }) => `${formulas.length} formulas` })).toEqual({
    outcome: '2 formulas',
    written: [],
    listed: ['B1', 'B2'],
  });
});

it('a protected cell stays a value, is not asked about, and stays listed', () => {
  const asked: number[] = [];
  const { outcome, written, listed } = run({
    areProtected: ({ blocks }) => blocks.map(({ row }) => row === 0),
    toAgree: ({ restore: formulas }) => {
      asked.push(formulas.length);
      return null;
    },
  });
  expect({ outcome, written, listed, asked }).toEqual({
    outcome: { restored: 1, remaining: [{ why: 'protected', place: 'Leads!B1' }], isAny: true },
    written: ['=TRACE_TECH(A2)'],
    listed: ['B1'],
    asked: [1],
  });
});

it('a refused formula stays listed and keeps no other from coming back', () => {
  const { outcome, listed } = run({ putFormulas: ({ cells }) => cells.map(({ row }) => row === 1) });
  expect({ outcome, listed }).toEqual({
    outcome: { restored: 1, remaining: [{ why: 'refused', place: 'Leads!B1' }], isAny: true },
    listed: ['B1'],
  });
});

it('says that nothing is listed', () => {
  const NOTHING = { restored: 0, remaining: [], isAny: false };
  expect([run({}, null).outcome, run({}, []).outcome]).toEqual([NOTHING, NOTHING]);
});
