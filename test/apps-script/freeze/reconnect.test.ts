import { makeSheet, useSheet } from '../retry/problem-sheet';
import { charged, useSpreadsheets, world } from '../spreadsheet';

useSpreadsheets();

const ASKED = 'Reconnecting 2 formulas may fetch up to 2 credits.\nReconnect now?';

it('says what it costs at most, and enters the formulas of a workbook from Excel once that is approved', async () => {
  const grid = useSheet(world, {
    A1: 'company-1.example',
    B1: ['=_xldudf_TRACE_COMPANY(A1)', '#NAME?'],
    A2: 'company-2.example',
    B2: ['=DEV.TRACE_COMPANY(A2)', '#NAME?'],
    B3: ['=_xldudf_TRACE_TECH(A2)&IMPORTDATA(A2)', '#NAME?'],
    B4: ['=_xldudf_TRACE_TECH(A2#)', '#NAME?'],
    B5: 'typed',
  });
  const before = grid.formulas();
  world.state.presses = 'NO';
  expect({ said: world.command('reconnectFormulas'), formulas: grid.formulas() }).toEqual({
    said: [ASKED],
    formulas: before,
  });
  world.state.presses = 'YES';
  expect(world.command('reconnectFormulas')).toEqual([
    ASKED,
    [
      '2 formulas reconnected.',
      '2 formulas stay as they are:',
      '• Sheet1!B3: it calls other functions too. Enter it yourself',
      '• Sheet1!B4: it uses something that this program lacks. Enter it another way',
    ].join('\n'),
  ]);
  expect(grid.formulas()).toEqual({ ...before, B1: '=TRACE_COMPANY(A1)', B2: '=TRACE_COMPANY(A2)' });
  world.calculate();
  expect([grid.value({ row: 1, column: 2 }), grid.value({ row: 5, column: 2 }), await charged()]).toEqual([
    'Company 1',
    'typed',
    2,
  ]);
});

it('enters the formulas of a download that Google has opened again, each at its first cell', () => {
  const grid = useSheet(world, {
    A1: 'company-1.example',
    A2: 'company-2.example',
    B1: ['=IFERROR(__xludf.DUMMYFUNCTION("ARRAYFORMULA(TRACE_COMPANY(A1:A2))"),"Company 1")', 'Company 1'],
    B2: ['=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),"Company 2")', 'Company 2'],
    C2: 'note',
  });
  world.command('reconnectFormulas');
  expect(grid.formulas()).toEqual({ B1: '=ARRAYFORMULA(TRACE_COMPANY(A1:A2))' });
  expect([grid.value({ row: 2, column: 2 }), grid.value({ row: 2, column: 3 })]).toEqual(['', 'note']);
});

it('leaves protected cells, and what is on other sheets is reconnected too', () => {
  const grid = useSheet(world, { A1: 'company-1.example', B1: ['=_xldudf_TRACE_COMPANY(A1)', '#NAME?'] });
  const other = makeSheet(1, { A1: 'company-2.example', B1: ['=_xldudf_TRACE_COMPANY(A1)', '#NAME?'] });
  world.state.sheets.push(other);
  grid.layout.protectedAreas.push({ row: 1, column: 2, rows: 1, columns: 1 });
  expect(world.command('reconnectFormulas').at(-1)).toContain('• Sheet1!B1: protected cell');
  expect(other.formulas()).toEqual({ B1: '=TRACE_COMPANY(A1)' });
});

it('counts the formulas to reconnect, and those that cannot be, and says where the first one is', () => {
  useSheet(world, {
    A1: 'company-1.example',
    B1: '=TRACE_COMPANY(A1)',
    B2: ['=_xldudf_TRACE_TECH(A2)&IMPORTDATA(A2)', '#NAME?'],
    B3: ['=DEV.TRACE_COMPANY(A2)', '#NAME?'],
  });
  expect(world.callRpc('bulkDisconnected')).toEqual({
    ok: true,
    value: { formulas: 2, first: { sheet: '0', row: 1, column: 1 } },
  });
});
