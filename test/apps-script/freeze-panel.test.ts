import type { BulkHost } from '../../shared/ports';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import { fillDown, names, shownIn } from './sheet-of-formulas';
import { charged, useSpreadsheets, world } from './spreadsheet';

/** The card of the panel's settings, by messages to the script. */

useSpreadsheets();

let freezing: NonNullable<BulkHost['freezing']>;
let grid: ReturnType<typeof fillDown>;

beforeEach(() => {
  freezing = new BulkPanel(world).host.freezing!;
  grid = fillDown(world, 3, '=TRACE_COMPANY(A#)');
  world.calculate();
});

const select = (at: number): void => {
  world.state.selection = { sheetId: 0, areas: [{ row: at, column: 2, rows: 1, columns: 1 }] };
};

it('freezes what is selected, a sheet and a file, and thaws all of it for nothing', async () => {
  const before = grid.formulas();
  select(3);
  const said = [await freezing.freeze('selection'), await freezing.freeze('sheet'), await freezing.freeze('file')];
  expect([said, grid.formulas()]).toEqual([
    [
      '1 formula frozen to values. Thaw brings formulas back.',
      '2 formulas frozen to values. Thaw brings formulas back.',
      'No Trace formula here.',
    ],
    {},
  ]);
  expect([await freezing.thaw(), grid.formulas()]).toEqual(['3 formulas back.', before]);
  world.calculate();
  expect([shownIn(grid, 2, 3), await charged()]).toEqual([names(3), 3]);
});

it('thaws nothing that may be charged unless the person agrees', async () => {
  await freezing.freeze('sheet');
  world.state.clock.advance(31 * 86_400_000);
  world.state.presses = 'NO';
  expect([await freezing.thaw(), grid.formulas()]).toEqual(['', {}]);
});

it('makes one formula of a column and splits it again, and each says what to select where there is none', async () => {
  const before = grid.formulas();
  select(3);
  expect([await freezing.toFormulas(), grid.formulas()]).toEqual([
    'Select the cell of a range formula such as =TRACE_TECH(A2:A9), and try again.',
    before,
  ]);
  expect([await freezing.toOneFormula(), grid.formulas()]).toEqual([
    '3 formulas are one now, in B2: =TRACE_COMPANY(A2:A4)\nTo undo, select B2 and choose Split into formulas.',
    { B2: '=TRACE_COMPANY(A2:A4)' },
  ]);
  world.calculate();
  select(2);
  expect([await freezing.toFormulas(), grid.formulas()]).toEqual(['One range formula is 3 formulas now.', before]);
});

it('does nothing it was not asked to do', async () => {
  await freezing.freeze('sheet');
  expect([await freezing.freeze('everything' as never), grid.formulas()]).toEqual(['', {}]);
});
