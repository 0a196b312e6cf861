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
  expect({ said, formulas: grid.formulas() }).toEqual({
    said: [
      '1 formula frozen to values. Thaw brings formulas back.',
      '2 formulas frozen to values. Thaw brings formulas back.',
      'No Trace formula here.',
    ],
    formulas: {},
  });
  expect({ said: await freezing.thaw(), formulas: grid.formulas() }).toEqual({
    said: '3 formulas back.',
    formulas: before,
  });
  world.calculate();
  expect({ shown: shownIn(grid, 2, 3), charged: await charged() }).toEqual({ shown: names(3), charged: 3 });
});

it('thaws nothing that may be charged unless the person agrees', async () => {
  await freezing.freeze('sheet');
  world.state.clock.advance(31 * 86_400_000);
  world.state.presses = 'NO';
  expect({ said: await freezing.thaw(), formulas: grid.formulas() }).toEqual({ said: '', formulas: {} });
});

it('makes one formula of a column and splits it again, and each says what to select where there is none', async () => {
  const before = grid.formulas();
  select(3);
  expect({ said: await freezing.toFormulas(), formulas: grid.formulas() }).toEqual({
    said: 'Select the cell of a range formula such as =TRACE_TECH(A2:A9), and try again.',
    formulas: before,
  });
  expect({ said: await freezing.toOneFormula(), formulas: grid.formulas() }).toEqual({
    said: '3 formulas are one now, in B2: =TRACE_COMPANY(A2:A4)\nTo undo, select B2 and choose Split into formulas.',
    formulas: { B2: '=TRACE_COMPANY(A2:A4)' },
  });
  world.calculate();
  select(2);
  expect({ said: await freezing.toFormulas(), formulas: grid.formulas() }).toEqual({
    said: 'One range formula is 3 formulas now.',
    formulas: before,
  });
});

it('does nothing it was not asked to do', async () => {
  await freezing.freeze('sheet');
  expect({ said: await freezing.freeze('everything' as never), formulas: grid.formulas() }).toEqual({
    said: '',
    formulas: {},
  });
});
