import { calculateTogether } from '../../fakes/apps-script/threads/together';
import { DailyCalls } from '../../fakes/apps-script/daily-calls';
import { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { AS_REPORTED, writingMs } from '../../fakes/apps-script/service-times';
import { usePlantedAddons, worldOf } from '../editors/planted-addon';

/** How much Google gives, and how long it takes. */

usePlantedAddons();

const HOLDING = `function WAIT() { Utilities.sleep(5000); return 1; }
  function rpc() { return 'answered'; }`;

it('of 30 runs at once, formulas have as many as they take: a message of the sidebar is refused meanwhile', async () => {
  const world = worldOf(HOLDING);
  for (let row = 1; row <= 30; row += 1) world.state.sheets[0]!.enter(`A${row}`, '=WAIT()');
  const heard: string[] = [];
  const message = (): void => {
    try {
      heard.push(String(world.scriptRun('rpc', [])));
    } catch (thrown) {
      heard.push((thrown as Error).message);
    }
  };
  const timer = setInterval(() => world.state.running === 30 && heard.length === 0 && message(), 1);
  await calculateTogether(world, { atOnce: 30 });
  clearInterval(timer);
  message();
  expect(heard).toEqual([
    'There are too many scripts running simultaneously for this Google user account.',
    'answered',
  ]);
});

it('there are never more than 30 at once', async () => {
  await expect(calculateTogether(worldOf(HOLDING), { atOnce: 31 })).rejects.toThrow('Google runs 30 at once');
});

it('properties are read and written 50,000 times a day by the user at the keyboard', () => {
  const world = worldOf(
    'function READ() { return PropertiesService.getDocumentProperties().getProperty("a") || "none"; }',
  );
  const { owner } = world.state.propertyCalls;
  world.typeFormula('READ');
  owner.made = 49_999;
  const last = [world.typeFormula('READ'), world.typeFormula('READ')].map(({ note }) => note);
  const ofOther = world.typeFormula('READ', [], { as: 'editor' }).note;
  world.state.clock.advance(86_400_000);
  expect([...last, ofOther, world.typeFormula('READ').note]).toEqual([
    null,
    'Exception: Service invoked too many times for one day: properties.',
    null,
    null,
  ]);
});

it('a day ends at midnight', () => {
  const calls = new DailyCalls(1);
  expect([calls.admits(86_399_999), calls.admits(86_399_999), calls.admits(86_400_000)]).toEqual([true, false, true]);
});

it('the script starts within the 30 s of its run', () => {
  const world = worldOf('function F() { Utilities.sleep(29500); return 1; }');
  const before = world.typeFormula('F').note;
  world.state.times.startMs = 800;
  expect({ before, after: world.typeFormula('F').note }).toEqual({
    before: null,
    after: 'Exceeded maximum execution time',
  });
});

it('what is written into the cache takes its time, by number and by length', () => {
  expect([
    writingMs(AS_REPORTED, ['x']),
    writingMs(AS_REPORTED, ['x', 'x']),
    writingMs(AS_REPORTED, ['x'.repeat(100_000)]),
  ]).toEqual([30, 60, 40]);
});

it.each([
  ['Sheet.getSheetId', 'sheet.getSheetId()'],
  ['Sheet.getName', 'sheet.getName()'],
  ['Sheet.getType', 'sheet.getType()'],
  ['Sheet.isSheetHidden', 'sheet.isSheetHidden()'],
  ['Protection.canEdit', "sheet.getProtections('RANGE')[0].canEdit()"],
  ['Protection.getRange', "sheet.getProtections('RANGE')[0].getRange()"],
  ['Range.canEdit', 'sheet.getRange(1, 1).canEdit()'],
])('%s is a call like others', (name, call) => {
  const world = worldOf(`function F() { var sheet = SpreadsheetApp.getActiveSheet(); ${call}; return 1; }`);
  world.state.sheets[0]!.layout.protectedAreas.push({ row: 1, column: 1, rows: 1, columns: 1 });
  expect(world.typeFormula('F').calls).toContain(name);
});

describe('a result that reaches beyond the last row', () => {
  const full = Array.from({ length: 999 }, () => ['x']);

  it('is an error', () => {
    const grid = new SheetGrid(0, 'Sheet1');
    grid.enter('B5', '=F(A2:A)');
    grid.answer({ row: 5, column: 2 }, full);
    expect({ value: grid.value({ row: 5, column: 2 }), lastRow: grid.edge().row }).toEqual({
      value: '#REF!',
      lastRow: 1_000,
    });
  });

  it('can also make the sheet grow, and the open range with it, so that the formula recalculates', () => {
    const grid = new SheetGrid(0, 'Sheet1');
    grid.layout.growsWithResults = true;
    grid.enter('B5', '=F(A2:A)');
    grid.answer({ row: 5, column: 2 }, full);
    expect({ waiting: grid.waiting().length, lastRow: grid.edge().row }).toEqual({ waiting: 1, lastRow: 1_003 });
  });
});

it('an array that is answered again takes the place of its own cells', () => {
  const grid = new SheetGrid(0, 'Sheet1');
  grid.enter('B2', '=F(A2:A4)');
  grid.answer({ row: 2, column: 2 }, [['a'], ['b'], ['c']]);
  grid.answer({ row: 2, column: 2 }, [['d'], ['e']]);
  expect([2, 3, 4].map((row) => grid.value({ row, column: 2 }))).toEqual(['d', 'e', '']);
});
