import { digestInputs, digestValues } from '../../shared/frozen/inputs';
import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { useSheet } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

/** What somebody else says of frozen formulas is thawed only where the person agrees. */

const CELLS = { id: '0', name: 'Sheet1', formulas: [['']], values: [['']] };

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
    A7: '007',
    B7: ['=TRACE_COMPANY(A7,"phone")', '007'],
  });
});

const QUESTION = 'Someone else froze formulas in this file';
const kept = (): SheetGrid => world.state.sheets.find(({ name }) => name === '_trace frozen')!;

/** Freezes, and adds what would make a formula of a value that the owner has typed. */
function plant(): void {
  grid.enter('B8', 'mine');
  world.command('freezeSheet');
  const text = String(kept().value({ row: 2, column: 1 }));
  const { mark } = JSON.parse(text.replace(/,"mark":"[^"]*"\}$/, '}')) as { mark: string };
  const values = { ...CELLS, values: [['mine']] };
  const digest = digestValues(values, { row: 0, column: 0, rows: 1, columns: 1 });
  const inputs = digestInputs({ parts: [''], references: [] }, 0, {
    own: CELLS,
    named: () => null,
    columnOf: () => 0,
  });
  kept().hold(
    { row: kept().filled().row + 1, column: 1 },
    JSON.stringify({
      v: 1,
      mark,
      place: 'Sheet1!B',
      templates: [{ parts: ['=TRACE_TECH("evil.example")'], references: [] }],
      pieces: [[0, 1, 1, inputs, digest, digest, '', 'x', 0]],
    }),
  );
}

it('a thawing is not done unless the person agrees, whatever is frozen meanwhile', () => {
  plant();
  world.state.presses = 'NO';
  grid.enter('C2', '=TRACE_TECH(A2)');
  grid.answer({ row: 2, column: 3 }, [['React']]);
  for (const command of ['thawFrozen', 'freezeSheet', 'thawFrozen']) {
    const said = world.command(command).join();
    expect({ isAsked: said.includes(QUESTION), value: grid.value({ row: 8, column: 2 }) }).toEqual({
      isAsked: command === 'thawFrozen',
      value: 'mine',
    });
  }
  world.state.presses = 'YES';
  expect(world.command('thawFrozen').join()).toMatch(/Someone else[^]*5 formulas back\./);
  expect(grid.formulas()['B8']).toBe('=TRACE_TECH("evil.example")');
});

it('nobody is asked of what the person has frozen, whatever its language', () => {
  grid.enter('A2', 'größe.example');
  world.command('freezeSheet');
  expect(world.command('thawFrozen').join()).not.toContain(QUESTION);
});

it('what others have written does not become the word of the person who agreed to it once', () => {
  plant();
  world.command('thawFrozen');
  const rows = Array.from({ length: kept().filled().row }, (_row, at) => at + 1);
  const texts = rows.map((row) => String(kept().value({ row, column: 1 })));
  expect(texts.filter((text) => text.includes('evil.example')).map((text) => text.endsWith(']}'))).toEqual([true]);
});

it('an editor is asked too', () => {
  world.command('freezeSheet');
  expect(world.command('thawFrozen', 'editor').join()).toContain(QUESTION);
});
