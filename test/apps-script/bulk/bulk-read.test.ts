import { grid, panel, useBulkSheet, world } from './bulk-sheet';

useBulkSheet();

it('dates are read as their day, in the time zone of the spreadsheet, and pictures as something', async () => {
  grid.layout.formats.set('1:1', 'yyyy-mm-dd').set('2:1', 'm/d/yyyy h:mm');
  grid.hold({ row: 1, column: 1 }, 46_174);
  grid.hold({ row: 2, column: 1 }, 46_174.25);
  grid.hold({ row: 3, column: 1 }, '#N/A');
  grid.hold({ row: 4, column: 1 }, { valueType: 'IMAGE' });
  const effect = { sheet: '7', row: 0, rows: 4, columns: [0], withFormats: true } as const;
  const { columns } = await panel.host.ports.sheet.read(effect);
  expect({
    values: columns[0]?.values.slice(0, 3),
    isPictureBlank: columns[0]?.values[3] === '',
    formats: columns[0]?.formats,
  }).toEqual({
    values: [46_174, 46_174.25, '#N/A'],
    isPictureBlank: false,
    formats: ['yyyy-mm-dd', 'm/d/yyyy h:mm', 'General', 'General'],
  });
});

it('formulas, merged cells and hidden rows are told, also beyond the end of the sheet', async () => {
  grid.layout.rows = 5;
  grid.layout.columns = 3;
  grid.enter('B2', '=A2');
  grid.layout.merged.push({ row: 3, column: 2, rows: 2, columns: 1 });
  grid.layout.hiddenByUser.add(2);
  grid.layout.hiddenByFilter = new Set([4]);
  const effect = { sheet: '7', row: 0, rows: 8, columns: [1, 0, 5], withFormats: false } as const;
  const shown = await panel.host.ports.sheet.read({ ...effect, withHidden: true });
  const [first, , beyond] = shown.columns;
  expect({
    formulas: [...first!.formulas],
    merged: [...first!.merged],
    hidden: [...shown.hidden],
    beyond: beyond!.values,
  }).toEqual({ formulas: [1], merged: [2, 3], hidden: [1, 3], beyond: Array<string>(8).fill('') });
});

it('rows that a filter view hides are not told, and the panel says that they are enriched', async () => {
  grid.layout.hiddenByFilter = new Set([2]);
  grid.layout.hiddenByView.add(3);
  const effect = { sheet: '7', row: 0, rows: 4, columns: [0], withFormats: false, withHidden: true } as const;
  const { hidden } = await panel.host.ports.sheet.read(effect);
  expect({ hidden: [...hidden], hiddenNote: panel.host.hiddenNote }).toEqual({
    hidden: [1],
    hiddenNote: 'Rows hidden by a filter view are enriched too.',
  });
});

it('hidden rows cost their calls only where they are asked for', async () => {
  let calls: readonly string[] = [];
  world.state.meanwhile = (all) => void (calls = all);
  const effect = { sheet: '7', row: 0, rows: 500, columns: [0], withFormats: false } as const;
  await panel.host.ports.sheet.read(effect);
  const without = calls.filter((call) => call.includes('isRowHidden')).length;
  await panel.host.ports.sheet.read({ ...effect, withHidden: true });
  world.state.meanwhile = null;
  expect({ without, withHidden: calls.filter((call) => call.includes('isRowHidden')).length }).toEqual({
    without: 0,
    withHidden: 1_000,
  });
});
