import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { KEPT, makeSheet, PROBLEM, problemColumn, useSheet, withoutAdded } from './problem-sheet';
import { useSpreadsheets, world } from '../spreadsheet';

useSpreadsheets({ key: null });

const retry = (options?: { as: 'editor' }): unknown => world.callRpc('retryProblems', [], options);
const done = (cells: number, left = 0): object => ({
  ok: true,
  value: { cells, left, ...(cells === 0 ? {} : { kept: KEPT }) },
});
const shown = (grid: SheetGrid, row: number, column: number): unknown => grid.value({ row, column });

it('cells that lacked a key have their answers once it is set and they are retried', () => {
  const grid = useSheet(world, {});
  grid.enter('A2', 'company-1.example');
  grid.enter('B2', '=TRACE_COMPANY(A2,"name")');
  world.calculate();
  const before = shown(grid, 2, 2);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  const answer = retry();
  world.calculate();
  expect({ before, answer, after: shown(grid, 2, 2) }).toEqual({
    before: expect.stringContaining('#TRACE: No API key.') as unknown,
    answer: done(1),
    after: 'Company 1',
  });
});

it('a table of which one row shows a problem is entered again, and fills its place again', () => {
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  const grid = useSheet(world, { A2: 'company-1.example', A3: 'company-2.example' });
  grid.enter('B2', '=TRACE_COMPANY(A2:A3,"name")');
  grid.answer({ row: 2, column: 2 }, [['Company 1'], [PROBLEM]]);
  expect(retry()).toEqual(done(1));
  world.calculate();
  expect([shown(grid, 2, 2), shown(grid, 3, 2)]).toEqual(['Company 1', 'Company 2']);
});

it('cells that show a problem are counted by what they show, and stay as they are', () => {
  const grid = useSheet(world, { A2: 'company-1.example', A3: 'company-2.example', C2: ['=1/0', '#DIV/0!'] });
  grid.enter('B2', '=TRACE_COMPANY(A2:A3,"name")');
  grid.answer({ row: 2, column: 2 }, [[PROBLEM], [PROBLEM]]);
  grid.enter('D2', '=TRACE_TECH(A2)');
  grid.answer({ row: 2, column: 4 }, [['#TRACE: No API key.']]);
  expect(world.callRpc('problems')).toEqual({
    ok: true,
    value: [
      [PROBLEM, 2, { sheet: '0', row: 1, column: 1 }],
      ['#TRACE: No API key.', 1, { sheet: '0', row: 1, column: 3 }],
    ],
  });
  expect({ changed: withoutAdded(grid)[1], cell: shown(grid, 2, 2) }).toEqual({ changed: [], cell: PROBLEM });
});

it('touches no other cell: answers, texts and other formulas are never written', () => {
  const others = {
    A1: PROBLEM,
    C2: ['=TRACE_TECH(A2)', 'React'],
    D2: ['=A2&"x"', '#N/A'],
    E2: '#TRACE: a note of Tom’s',
  };
  const grid = useSheet(world, { ...others, B2: ['=TRACE_TECH(A2)', PROBLEM] });
  const written: string[] = [];
  const put = grid.put.bind(grid);
  grid.put = (place, entered) => {
    written.push(`${place.row}:${place.column}`);
    put(place, entered);
  };
  expect(retry()).toEqual(done(1));
  expect([...new Set(written)]).toEqual(['2:2']);
});

it('without a problem nothing is written, neither to cells nor to properties', () => {
  useSheet(world, { B2: ['=TRACE_TECH(A2)', 'React'], C2: ['=1/0', '#DIV/0!'] });
  const calls: string[] = [];
  world.state.meanwhile = (all) => void calls.splice(0, Infinity, ...all);
  expect({ answer: retry(), writes: calls.filter((call) => /\.(set|delete)/.test(call)) }).toEqual({
    answer: done(0),
    writes: [],
  });
});

it('a formula gets one argument that every function ignores, and stays what it was else', () => {
  const formulas = {
    B2: '=TRACE_TECH($A2, "name, ""A1""", "top=3;sep= | ")',
    C7: '=IF(A7="", "", TRACE_HAS_TECH(A7, $C$1))',
    D2: '=TRACE_COMPANY(A2:A4,"name")',
  };
  const grid = useSheet(world, {
    B2: [formulas.B2, PROBLEM],
    C7: [formulas.C7, '#ERROR!'],
    D2: [formulas.D2, PROBLEM],
  });
  retry();
  const marked = Object.entries(grid.formulas()).map(([at, text]) => [at, text.replace(/"refresh=[0-9a-f]{8}"/, '|')]);
  expect(Object.fromEntries(marked)).toEqual({
    B2: '=TRACE_TECH($A2, "name, ""A1""", "top=3;sep= | ",|)',
    C7: '=IF(A7="", "", TRACE_HAS_TECH(A7, $C$1,,|))',
    D2: '=TRACE_COMPANY(A2:A4,"name",,|)',
  });
});

it('every cell has a formula at every moment, and 1,000 are recalculated at once', () => {
  const grid = useSheet(world, problemColumn(1_100));
  const before = grid.formulas();
  let fewest = Infinity;
  world.state.meanwhile = () => void (fewest = Math.min(fewest, Object.keys(grid.formulas()).length));
  const answer = retry();
  const [formulas, changed] = withoutAdded(grid);
  expect({ answer, fewest, formulas, changed: changed.length }).toEqual({
    answer: done(1_000, 100),
    fewest: 1_100,
    formulas: before,
    changed: 1_000,
  });
});

it('each block of cells is read and written once, and nothing is kept in the file', () => {
  const grid = useSheet(world, {
    ...problemColumn(3),
    B7: ['=TRACE_TECH(A7)', PROBLEM],
    D2: ['=TRACE_TECH(A2)', PROBLEM],
  });
  world.state.documentProperties.clear();
  const calls: string[] = [];
  world.state.meanwhile = (all) => void calls.splice(0, Infinity, ...all);
  expect(retry()).toEqual(done(5));
  world.state.meanwhile = null;
  expect({
    blocks: calls.filter((call) => call === 'Range.setFormulas').length,
    others: calls.filter((call) => /^Range\.set/.test(call) && call !== 'Range.setFormulas'),
    properties: calls.filter((call) => /DocumentProperties\.(set|delete)/.test(call)),
    stored: Object.keys(world.state.documentProperties.read()),
    formulas: Object.keys(grid.formulas()).length,
  }).toEqual({ blocks: 3, others: [], properties: [], stored: [], formulas: 5 });
});

it('a problem in the next column and the next row is not read as one block with the cell before it', () => {
  const grid = useSheet(world, {
    B2: ['=TRACE_TECH($A2)', PROBLEM],
    B3: ['=TRACE_TECH($A3)', 'React'],
    C3: ['=TRACE_TECH($A3)', PROBLEM],
  });
  expect(retry()).toEqual(done(2));
  expect(grid.formulas()).toMatchObject({ B3: '=TRACE_TECH($A3)' });
});

it('every sheet is looked through, but for one that is a chart', () => {
  const chart = makeSheet(1, {});
  chart.type = 'OBJECT';
  const other = makeSheet(2, { B2: ['=TRACE_TECH(A2)', PROBLEM] });
  useSheet(world, { B2: ['=TRACE_TECH(A2)', PROBLEM] });
  world.state.sheets.push(chart, other);
  expect({ answer: retry(), otherCell: shown(other, 2, 2) }).toEqual({ answer: done(2), otherCell: 'Loading...' });
});

it('a formula that has no room for one argument more stays as it is, and is counted', () => {
  const long = `=TRACE_TECH("${'x'.repeat(49_970)}.example")`;
  const grid = useSheet(world, { B2: [long, PROBLEM], B3: ['=TRACE_TECH(A3)', PROBLEM] });
  expect({ answer: retry(), long: grid.formulas()['B2'] === long, other: shown(grid, 3, 2) }).toEqual({
    answer: done(1, 1),
    long: true,
    other: 'Loading...',
  });
});

describe('where Google does not let it write', () => {
  const REFUSED =
    'Google Sheets did not let Trace write: You are trying to edit a protected cell or object. No formula is lost. Ask for edit access, then retry.';

  it('a protected sheet keeps its formulas, the others are entered again, and it is said', () => {
    const grid = useSheet(world, problemColumn(3));
    grid.isProtected = true;
    const before = grid.formulas();
    const other = makeSheet(1, { B2: ['=TRACE_TECH(A2)', PROBLEM] });
    world.state.sheets.push(other);
    expect(retry({ as: 'editor' })).toMatchObject({ ok: false, sentence: REFUSED, code: 'sheetRefused' });
    expect({
      formulas: grid.formulas(),
      protectedCell: shown(grid, 2, 2),
      otherCell: shown(other, 2, 2),
    }).toEqual({ formulas: before, protectedCell: PROBLEM, otherCell: 'Loading...' });
  });

  it('a protected cell keeps its formula, those above and below it are calculated again, and it is said', () => {
    const grid = useSheet(world, problemColumn(3));
    grid.layout.protectedAreas.push({ row: 3, column: 2, rows: 1, columns: 1 });
    const answer = retry({ as: 'editor' });
    const [, changed] = withoutAdded(grid);
    expect({ answer, changed }).toMatchObject({
      answer: { ok: false, sentence: REFUSED, code: 'sheetRefused' },
      changed: ['B2', 'B4'],
    });
  });
});
