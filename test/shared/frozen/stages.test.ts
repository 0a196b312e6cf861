import type { SheetCells } from '../../../shared/frozen/sheet-cells';
import { inStages } from '../../../shared/frozen/stages';

type Cells = Readonly<Record<string, string>>;

const placeOf = (at: string): readonly [row: number, column: number] => [
  Number(at.slice(1)) - 1,
  at.charCodeAt(0) - 65,
];
const toSheet = (cells: Cells, rows = 9): SheetCells => {
  const formulas = Array.from({ length: rows }, () => Array<string>(9).fill(''));
  for (const [at, formula] of Object.entries(cells)) formulas[placeOf(at)[0]]![placeOf(at)[1]] = formula;
  return { id: '1', name: 'Leads', formulas, values: formulas.map((line) => line.map(() => 'x')) };
};
/** Those of Trace are frozen. */
const stagesOf = (cells: Cells): readonly string[] => {
  const toFreeze = Object.entries(cells).flatMap(([at, formula]) => {
    const [row, column] = placeOf(at);
    return formula.startsWith('=TRACE') ? [{ at, row, column, formula }] : [];
  });
  const names = new Map(toFreeze.map((each) => [`${each.row} ${each.column}`, each.at]));
  return inStages(toSheet(cells), toFreeze).map((stage) =>
    stage.map(({ row, column }) => names.get(`${row} ${column}`)).join(' '),
  );
};

it.each<[string, Cells, readonly string[]]>([
  ['that read values', { B2: '=TRACE_TECH(A2)', B3: '=TRACE_TECH(A3)', C2: '=TRACE_TECH($A2)' }, ['B2 B3 C2']],
  ['that read each the same cell', { B2: '=TRACE_TECH(A$2)', B3: '=TRACE_TECH(A$2)' }, ['B2 B3']],
  ['that read another sheet', { B2: '=TRACE_TECH(A2)', C2: '=TRACE_TECH(Other!B2)' }, ['B2 C2']],
  ['that read what stands beside them', { A2: '=TRACE_TECH(B2)', A3: '=TRACE_TECH(B3)' }, ['A2 A3']],
  ['that name a cell in a text', { B2: '=TRACE_TECH(A2)', C2: '=TRACE_TECH("B2")' }, ['B2 C2']],
  ['below a total of them', { B1: '=COUNTA(B2:B9)', B2: '=TRACE_TECH(A2)', B3: '=TRACE_TECH(A3)' }, ['B2 B3']],
])('formulas %s are one stage', (_what, cells, stages) => {
  expect(stagesOf(cells)).toEqual(stages);
});

it.each<[string, Cells, readonly string[]]>([
  ['the cell of another', { B2: '=TRACE_TECH(A2)', D2: '=TRACE_TECH(B2)' }, ['D2', 'B2']],
  ['what another may fill', { B2: '=TRACE_TECH(A2)', D2: '=TRACE_TECH(B2)', D3: '=TRACE_TECH(B3)' }, ['D2 D3', 'B2']],
  ['a range that another may fill', { B2: '=TRACE_TECH(A2)', D2: '=TRACE_TECH(C3:C)' }, ['D2', 'B2']],
  [
    'one that reads another',
    { B2: '=TRACE_TECH(A2)', D2: '=TRACE_TECH(B2)', F2: '=TRACE_TECH(D2)' },
    ['F2', 'D2', 'B2'],
  ],
  ['another by way of a formula', { B2: '=TRACE_TECH(A2)', D2: '={LOWER(B3)}', F2: '=TRACE_TECH(D2)' }, ['F2', 'B2']],
  ['the one above', { B2: '=TRACE_TECH(A2)', B3: '=TRACE_TECH(B2)', B4: '=TRACE_TECH(B3)' }, ['B4', 'B3', 'B2']],
])('a formula that reads %s comes before it', (_what, cells, stages) => {
  expect(stagesOf(cells)).toEqual(stages);
});

it('goes through thousands of formulas that read each the one above', () => {
  const cells = Object.fromEntries(Array.from({ length: 20_000 }, (_row, at) => [`C${at + 3}`, `=C${at + 2}&""`]));
  const sheet = toSheet({ ...cells, A2: '=TRACE_TECH("x")', E2: '=TRACE_TECH(C20002)' }, 20_002);
  const toFreeze = [
    { row: 1, column: 0, formula: '=TRACE_TECH("x")' },
    { row: 1, column: 4, formula: '=TRACE_TECH(C20002)' },
  ];
  expect(inStages(sheet, toFreeze).map((stage) => stage.map(({ column }) => column))).toEqual([[4], [0]]);
});
