import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { useSheet } from '../retry/problem-sheet';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

let grid: SheetGrid;

useUnconnectedSpreadsheet();

const show = (at: string): unknown => grid.value({ row: Number(at.slice(1)), column: at.charCodeAt(0) - 64 });
const listed = (): readonly unknown[][] => {
  const list = world.state.sheets.find(({ name }) => name === 'Trace formulas')!;
  return Array.from({ length: list.filled().row - 1 }, (_row, at) =>
    [2, 3, 4].map((column) => list.value({ row: at + 2, column })),
  ).filter(([cell]) => cell !== '');
};

it.each([
  ['"name"', []],
  ['"name, country"', ['US']],
])('values of %s stay beside their companies where the filter of a table or a slicer hides rows', (fields, more) => {
  const rows = [2, 3, 4, 5];
  grid = useSheet(world, Object.fromEntries(rows.map((row) => [`A${row}`, `company-${row}.example`])));
  for (const row of rows) {
    grid.enter(`B${row}`, `=TRACE_COMPANY(A${row},${fields})`);
    grid.answer({ row, column: 2 }, [[`Company ${row}`, ...more]]);
  }
  grid.layout.hiddenByFilter = new Set([3]);
  world.command('freezeSheet');
  expect(rows.map((row) => [grid.formulas()[`B${row}`], show(`B${row}`)])).toEqual([
    [undefined, 'Company 2'],
    [`=TRACE_COMPANY(A3,${fields})`, 'Company 3'],
    [undefined, 'Company 4'],
    [undefined, 'Company 5'],
  ]);
});

it('takes no cells of a formula that starts in a row above and waits for the cells that are frozen', () => {
  const beside = '=OWN_NAMES(A1:A3)';
  const table = '=TRACE_TECH_COMPANIES("React","domain","headers=0")';
  grid = useSheet(world, { A1: 'Domain', A2: table, A5: table, B1: beside });
  for (const row of [2, 5]) grid.answer({ row, column: 1 }, [['stripe.com'], ['figma.com']]);
  grid.answer({ row: 1, column: 2 }, [['Name'], ['Stripe'], ['Figma']]);
  const hold = grid.hold.bind(grid);
  grid.hold = (place, ...held) => {
    hold(place, ...held);
    if (grid.formula({ row: 1, column: 2 }) !== '') grid.enter('B1', beside);
  };
  world.command('freezeSheet');
  expect(grid.formulas()).toEqual({ A2: table, B1: beside });
  expect(['B2', 'B3', 'A6'].map(show)).toEqual(['', '', 'figma.com']);
  expect(listed()).toEqual([['A5:A6', table, 'stripe.com']]);
});

it('reads the sheet as often for 40 formulas of several fields below each other as for one', () => {
  const rows = Array.from({ length: 40 }, (_row, at) => at + 2);
  grid = useSheet(world, Object.fromEntries(rows.map((row) => [`A${row}`, `company-${row}.example`])));
  for (const row of rows) {
    grid.enter(`B${row}`, `=TRACE_COMPANY(A${row},"name, country, phone")`);
    grid.answer({ row, column: 2 }, [[`Company ${row}`, row === 7 ? '' : 'US', `00${row}`]]);
    grid.enter(`E${row}`, `note ${row}`);
  }
  let reads = 0;
  world.state.meanwhile = (calls) => void (reads += calls.at(-1) === 'Range.getFormulas' ? 1 : 0);
  world.command('freezeSheet');
  world.state.meanwhile = null;
  const rowOf = (row: number): readonly unknown[] => ['B', 'C', 'D', 'E'].map((column) => show(`${column}${row}`));
  expect([grid.formulas(), reads]).toEqual([{}, 4]);
  expect([2, 7, 41].map(rowOf)).toEqual([
    ['Company 2', 'US', '002', 'note 2'],
    ['Company 7', '', '007', 'note 7'],
    ['Company 41', 'US', '0041', 'note 41'],
  ]);
  expect(listed().filter(([cell]) => /^[BCD](2|7|41)\b/.test(String(cell)))).toEqual([
    ['B2:D2', '=TRACE_COMPANY(A2,"name, country, phone")', 'Company 2'],
    ['B7:D7', '=TRACE_COMPANY(A7,"name, country, phone")', 'Company 7'],
    ['B41:D41', '=TRACE_COMPANY(A41,"name, country, phone")', 'Company 41'],
  ]);
});

it('writes nothing beside another company if someone sorts while formulas of several fields are measured', () => {
  const rows = [2, 3, 4];
  const misplaced: string[] = [];
  let calls = 1;
  for (let call = 1; call <= calls; call += 1) {
    grid = useSheet(world, Object.fromEntries(rows.map((row) => [`A${row}`, `company-${row}.example`])));
    for (const row of rows) {
      grid.enter(`B${row}`, `=TRACE_COMPANY(A${row},"name, phone")`);
      grid.answer({ row, column: 2 }, [[`Company ${row}`, `Phone ${row}`]]);
    }
    let next = '';
    world.state.meanwhile = (made) => {
      calls = Math.max(calls, made.length);
      if (made.length !== call || next !== '') return;
      next = made[call - 1]!;
      grid.reorder([1, 4, 3, 2]);
    };
    world.command('freezeSheet');
    world.state.meanwhile = null;
    const isBeside = (row: number): boolean => {
      const number = /\d/.exec(String(show(`A${row}`)))![0];
      return (
        [`Company ${number}`, ''].includes(String(show(`B${row}`))) &&
        [`Phone ${number}`, ''].includes(String(show(`C${row}`)))
      );
    };
    // Google collects what is written until it is asked for, and then writes over whatever is there.
    if (!rows.every(isBeside) && !/^(Range\.set|SpreadsheetApp\.flush)/.test(next)) misplaced.push(`${call} ${next}`);
  }
  expect({ misplaced, isLong: calls > 30 }).toEqual({ misplaced: [], isLong: true });
});

it('an error in a table stays an error', () => {
  grid = useSheet(world, { A2: 'stripe.com', A3: 'figma.com' });
  grid.enter('D2', '=ARRAYFORMULA(IF(A2:A3="","",TRACE_COMPANY(A2:A3,"name")))');
  grid.answer({ row: 2, column: 4 }, [['Stripe'], ['#N/A']]);
  world.command('freezeSheet');
  expect([grid.formulas()['D2'], show('D3'), grid.isError({ row: 3, column: 4 })]).toEqual([undefined, '#N/A', true]);
});
