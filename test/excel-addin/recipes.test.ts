import { toNewSheet } from '../../shared/panel/recipes/to-new-sheet';
import { EXAMPLES, RECIPES } from '../../shared/reference';
import { SheetGrid } from '../fakes/apps-script/sheet/sheet-grid';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { readErrorCell } from '../fakes/excel/results';
import { SINGLE_CELLS, startExcelSession, type ExcelSession } from '../fakes/excel/session';
import { FakeSheet } from '../fakes/excel/sheet';
import { exampleSheet, settlePlain, shownTable, troubledCells } from '../fakes/recipe-sheets';
import { answerFormulas } from '../fakes/self-test-grid';

let session: ExcelSession;
beforeAll(async () => {
  session = await startExcelSession(SINGLE_CELLS);
});
afterAll(() => session.stop());
afterEach(() => BulkWorld.close());

it.each(RECIPES)('$id: the sheet shows its picture, and no formula is in the way of another', async (recipe) => {
  const world = new BulkWorld(new FakeSheet([[{ shown: 'x' }]]), session.sandbox.origin);
  const made = exampleSheet(recipe);
  await world.host.addSheet(toNewSheet(made));
  const grid = toGrid(world.workbook.sheets[1]!);
  const page = session.open();
  await answerFormulas(grid, async (name, args) => {
    const result = await page.call(name, ...args.map((arg, at) => (at > 0 && arg === '' ? null : toRows(arg))));
    return result.ok ? result.table.map((row) => row.map(toShown)) : [['#N/A']];
  });
  settlePlain(grid, { timeZone: 'Etc/UTC' });
  expect({
    troubled: troubledCells(grid),
    shown: shownTable(grid, made, EXAMPLES[recipe.id].picture.length - 1),
  }).toEqual({
    troubled: [],
    shown: EXAMPLES[recipe.id].picture,
  });
  expect(world.workbook.sheets[0]!.rows).toEqual([[{ shown: 'x' }]]);
});

it('titles are bold, columns have widths, and formulas below each other are entered in one step', async () => {
  const world = new BulkWorld(new FakeSheet([[{ shown: 'x' }]]), session.sandbox.origin);
  const made = exampleSheet(RECIPES.find(({ id }) => id === 'score-accounts')!);
  await world.host.addSheet(toNewSheet(made));
  const sheet = world.workbook.sheets[1]!;
  const bold = sheet.rows.flatMap((row, at) => (sheet.readLooks(at, 0).isBold && row[0]!.shown !== '' ? [at] : []));
  expect({ bold, size: sheet.readLooks(0, 0).size, width: sheet.readLooks(0, 0).width }).toEqual({
    bold: [0, 2, 7],
    size: 14,
    width: 140.5,
  });
  expect(sheet.rows[8]?.[1]?.formula).toMatch(/^=IF\(A9="",""/);
  expect(sheet.rows[9]?.[2]?.formula).toMatch(/^=IF\(ISNUMBER\(B10\)/);
});

/** What Excel was given, for a sheet that can also calculate plain formulas. */
function toGrid({ name, rows }: FakeSheet): SheetGrid {
  const grid = new SheetGrid(1, name);
  rows.forEach((row, down) =>
    row.forEach(({ shown, formula }, right) => {
      const place = { row: down + 1, column: right + 1 };
      if (formula === undefined) grid.hold(place, shown);
      else grid.put(place, formula);
    }),
  );
  return grid;
}

function toRows(arg: unknown): unknown {
  return Array.isArray(arg) ? arg : [[arg]];
}

/** A date is a number with a format, and so is a count. */
function toShown(cell: unknown): unknown {
  const { basicValue, numberFormat = '' } = (cell ?? {}) as {
    readonly basicValue?: number;
    readonly numberFormat?: string;
  };
  if (typeof basicValue === 'number') {
    return numberFormat.includes('y') ? new Date((basicValue - 25_569) * 86_400_000) : basicValue;
  }
  return readErrorCell(cell)?.error ?? cell;
}
