import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { fillDown } from './sheet-of-formulas';
import { useSpreadsheets, world } from './spreadsheet';

/** What the person agrees to is what was read for the question: if anything is different then, the question comes again. */

const DAY_MS = 86_400_000;
const CHANGED = 'Formulas or prices have changed since you were asked. Nothing was thawed.';

let grid: SheetGrid;

useSpreadsheets();
beforeEach(() => {
  grid = fillDown(world, 3, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.command('freezeSheet');
  world.state.clock.advance(31 * DAY_MS);
});

/** Once, while the first question is open. */
function meanwhile(act: () => void): void {
  world.state.whileAsked = () => {
    delete world.state.whileAsked;
    act();
  };
}

const kept = (): SheetGrid => world.state.sheets.find(({ name }) => name === '_trace frozen')!;

it('asks again, with the new price, where more formulas would come back than the person was told', () => {
  // One value has changed as the person asks, and is back as they answer.
  grid.enter('B4', 'typed');
  meanwhile(() => grid.enter('B4', 'Company 3'));
  expect(world.command('thawFrozen')).toEqual([
    '2 formulas come back. Saved answers are free. New ones cost up to 2 credits.\nThaw now?',
    `${CHANGED}\n3 formulas come back. Saved answers are free. New ones cost up to 3 credits.\nThaw now?`,
    '3 formulas back.',
  ]);
});

it('thaws nothing where the person declines the second time', () => {
  grid.enter('B4', 'typed');
  meanwhile(() => {
    grid.enter('B4', 'Company 3');
    world.state.whileAsked = () => (world.state.presses = 'NO');
  });
  expect({ said: world.command('thawFrozen').length, formulas: grid.formulas() }).toEqual({ said: 2, formulas: {} });
});

it('asks again where somebody else has changed meanwhile what is kept', () => {
  meanwhile(() => {
    const at = { row: kept().filled().row, column: 1 };
    kept().hold(at, String(kept().value(at)).replace(/,"mark":"[^"]*"\}$/, '}'));
  });
  const said = world.command('thawFrozen');
  expect({
    said: said.length,
    saysSomeoneElse: said[1]?.startsWith(`${CHANGED}\nSomeone else froze formulas`),
  }).toEqual({ said: 3, saysSomeoneElse: true });
});
