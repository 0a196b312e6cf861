import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { makeSheet, PROBLEM, problemColumn, retriesUnderWay, useSheet } from './problem-sheet';
import { useSpreadsheets, world } from './spreadsheet';

useSpreadsheets({ key: null });

const retry = (options?: { as: 'editor' }): unknown => world.callRpc('retryProblems', [], options);
const done = (cells: number, left = 0): object => ({ ok: true, value: { cells, left } });
const journal = (): readonly string[] => retriesUnderWay(world);
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
  expect({ before, answer, after: shown(grid, 2, 2), journal: journal() }).toEqual({
    before: expect.stringContaining('#TRACE: No API key.') as unknown,
    answer: done(1),
    after: 'Company 1',
    journal: [],
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
      [PROBLEM, 2],
      ['#TRACE: No API key.', 1],
    ],
  });
  expect({ journal: journal(), cell: shown(grid, 2, 2) }).toEqual({ journal: [], cell: PROBLEM });
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

it('a formula stays what it was, with its references, texts and fixed rows', () => {
  const formulas = {
    B2: '=TRACE_TECH($A2, "name, ""A1""", "top=3;sep= | ")',
    C7: '=IF(A7="", "", TRACE_HAS_TECH(A7, $C$1))',
  };
  const grid = useSheet(world, { B2: [formulas.B2, PROBLEM], C7: [formulas.C7, '#ERROR!'] });
  retry();
  expect(grid.formulas()).toEqual(formulas);
});

it('blocks of 200 cells are out at a time, and a thousand are entered in one go', () => {
  const grid = useSheet(world, problemColumn(1_100));
  const before = grid.formulas();
  let mostOut = 0;
  world.state.meanwhile = () => {
    mostOut = Math.max(mostOut, Object.keys(before).length - Object.keys(grid.formulas()).length);
  };
  expect({ answer: retry(), mostOut, formulas: grid.formulas(), journal: journal() }).toEqual({
    answer: done(1_000, 100),
    mostOut: 200,
    formulas: before,
    journal: [],
  });
});

it('every sheet is looked through, but for one that is a chart', () => {
  const chart = makeSheet(1, {});
  chart.type = 'OBJECT';
  const other = makeSheet(2, { B2: ['=TRACE_TECH(A2)', PROBLEM] });
  useSheet(world, { B2: ['=TRACE_TECH(A2)', PROBLEM] });
  world.state.sheets.push(chart, other);
  expect({ answer: retry(), otherCell: shown(other, 2, 2) }).toEqual({ answer: done(2), otherCell: 'Loading...' });
});

describe('formulas too long to be kept meanwhile', () => {
  /** Each another one also in R1C1 notation, so that none shares its place in the journal. */
  const long = (id: number, length: number): string => `=TRACE_TECH("${id}${'x'.repeat(length)}.example")`;

  it('take little where they are much alike', () => {
    const cells = Object.fromEntries(
      Array.from({ length: 20 }, (_cell, index) => [`B${index + 2}`, [long(index, 4_000), PROBLEM]]),
    );
    const grid = useSheet(world, cells);
    const before = grid.formulas();
    expect({ answer: retry(), formulas: grid.formulas(), journal: journal() }).toEqual({
      answer: done(20),
      formulas: before,
      journal: [],
    });
  });

  it('stay where they are if one alone is, and are counted', () => {
    const grid = useSheet(world, { B2: [long(1, 33_000), PROBLEM], B3: ['=TRACE_TECH(A3)', PROBLEM] });
    expect({ answer: retry(), longCell: shown(grid, 2, 2), otherCell: shown(grid, 3, 2) }).toEqual({
      answer: done(1, 1),
      longCell: PROBLEM,
      otherCell: 'Loading...',
    });
  });

  it('take their place in letters of other alphabets too', () => {
    const cells = Object.fromEntries(
      Array.from({ length: 8 }, (_cell, index) => [
        `B${index + 2}`,
        [`=TRACE_TECH("${index}${'ü'.repeat(1_200)}")`, PROBLEM],
      ]),
    );
    const grid = useSheet(world, cells);
    const before = grid.formulas();
    expect({ answer: retry(), formulas: grid.formulas() }).toEqual({ answer: done(8), formulas: before });
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
      journal: journal(),
    }).toEqual({ formulas: before, protectedCell: PROBLEM, otherCell: 'Loading...', journal: [] });
  });

  it('a sheet that is protected in the middle of it keeps its formulas in the journal, and has them back once it is open', () => {
    const grid = useSheet(world, problemColumn(3));
    const before = grid.formulas();
    world.state.meanwhile = (calls) => {
      if (calls.filter((call) => call === 'SpreadsheetApp.flush').length === 2) grid.isProtected = true;
    };
    expect({ answer: retry({ as: 'editor' }), journalLength: journal().length }).toMatchObject({
      answer: { ok: false, sentence: REFUSED, code: 'sheetRefused' },
      journalLength: 1,
    });
    world.state.meanwhile = null;
    world.state.clock.advance(601_000);
    const still = world.callRpc('restoreFormulas');
    grid.isProtected = false;
    const later = world.callRpc('restoreFormulas');
    expect({ still, later, formulas: grid.formulas() }).toEqual({
      still: { ok: true, value: 0 },
      later: { ok: true, value: 3 },
      formulas: before,
    });
  });

  it('nothing is taken out while document properties are full, and it is said', () => {
    const grid = useSheet(world, problemColumn(3));
    for (let part = 0; part < 56; part += 1) world.state.documentProperties.write(`other${part}`, 'x'.repeat(9_100));
    world.state.documentProperties.write('last', 'x'.repeat(1_900));
    expect({ answer: retry(), cell: shown(grid, 2, 2) }).toMatchObject({
      answer: {
        ok: false,
        code: 'storeRefused',
        sentence:
          "Google could not read or save Trace's settings: You have exceeded the property storage quota. Try again in a minute.",
      },
      cell: PROBLEM,
    });
  });
});

it('what is put back first is not retried once more', () => {
  const grid = useSheet(world, problemColumn(3));
  const before = grid.formulas();
  world.state.meanwhile = (calls) => {
    if (calls.at(-1) === 'SpreadsheetApp.flush') world.state.cutOff = { afterCalls: 0, makesCollectedChanges: true };
  };
  expect(() => retry()).toThrow('Exceeded maximum execution time');
  world.state.meanwhile = null;
  world.state.cutOff = null;
  const out = grid.formulas();
  world.state.clock.advance(601_000);
  expect({ out, answer: retry(), formulas: grid.formulas() }).toEqual({ out: {}, answer: done(3), formulas: before });
});
