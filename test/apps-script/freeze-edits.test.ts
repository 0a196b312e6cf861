import fc from 'fast-check';
import { EditedSheet, type EditedCell, type LiveFormula } from '../fakes/edited-sheet';
import { ColumnEdits } from '../fakes/apps-script/column-edits';
import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { makeSheet, useSheet } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';
import { times } from '../setup/chance';

/** What people do between freezing and thawing, in a sheet of Google's and in one whose formulas have stayed. */

/** So few that rows are often alike. */
const INPUTS = ['stripe.com', 'figma.com', '007', ''];
const VALUES = ['US', 'DE', '1e3', 46_174];
const COLUMNS = ['domain', 'note', 'country', 'industry'];
const SEARCH = '=TRACE_SEARCH("pay")';
const TABLE = [['domain'], ['stripe.com'], ['adyen.com']];

useUnconnectedSpreadsheet();

const EDITS = [
  'sort',
  'insertRow',
  'deleteRow',
  'copyRow',
  'insertColumn',
  'moveColumn',
  'retype',
  'copySheet',
] as const;
const edit = fc.tuple(fc.constantFrom(...EDITS), fc.nat(1_000), fc.nat(1_000));
type Edit = readonly [what: (typeof EDITS)[number], a: number, b: number];

/** Both sheets, told the same. */
class Twins {
  readonly live = new EditedSheet();
  readonly grid: SheetGrid;
  /** Of another sheet. */
  readonly table = makeSheet(1, {});
  private readonly columns = new ColumnEdits(world.state);

  constructor(rows: readonly (readonly [number, number, number])[]) {
    const { live } = this;
    live.columns = [...COLUMNS];
    live.rows = ['titles', ...rows.map((_row, at) => `row${at}`)];
    for (const column of COLUMNS) live.put('titles', column, held(column));
    rows.forEach(([input, one, other], at) => {
      const row = `row${at}`;
      live.put(row, 'domain', held(INPUTS[input % INPUTS.length]!));
      live.put(row, 'note', held(String(other % 2)));
      const of = (value: number, formula: LiveFormula): EditedCell => ({
        value: VALUES[value % VALUES.length]!,
        formula,
        was: null,
      });
      live.put(row, 'country', of(one, ['=TRACE_COMPANY(', ['domain', row, ''], ',"country")']));
      live.put(
        row,
        'industry',
        of(other, ['=IFERROR(TRACE_COMPANY(', ['domain', row, ''], ',', ['industry', 'titles', '$'], '),"")']),
      );
    });
    world.state.metadata.removeWhere(() => true);
    this.grid = useSheet(world, {});
    this.forEach((place, cell) => {
      const formula = cell.formula === null ? null : live.write(cell.formula);
      if (formula === null) return this.grid.hold(place, cell.value);
      this.grid.put(place, formula);
      this.grid.answer(place, [[cell.value]]);
    });
    this.table.enter('A1', SEARCH);
    this.table.answer({ row: 1, column: 1 }, TABLE);
    world.state.sheets.push(this.table);
  }

  private forEach(act: (place: { row: number; column: number }, cell: EditedCell) => void): void {
    this.live.rows.forEach((row, at) =>
      this.live.columns.forEach((column, index) => {
        act({ row: at + 1, column: index + 1 }, this.live.at(row, column) ?? held(''));
      }),
    );
  }

  edit([what, a, b]: Edit, time: number): void {
    const { live, grid } = this;
    const { rows, columns } = live;
    const row = 1 + (a % (rows.length - 1));
    switch (what) {
      case 'sort':
        return this.order(
          rows
            .slice(1)
            .map((_row, at) => at)
            .sort((one, other) => ((one * a + b) % 7) - ((other * a + b) % 7)),
        );
      case 'insertRow':
        grid.insertRowBefore(row + 1);
        return void rows.splice(row, 0, live.newName());
      case 'deleteRow': {
        if (rows.length < 3) return;
        this.order([...rows.slice(1).keys()].sort((one, other) => Number(one === row - 1) - Number(other === row - 1)));
        columns.forEach((_column, at) => grid.hold({ row: rows.length, column: at + 1 }, ''));
        return void rows.pop();
      }
      case 'copyRow': {
        const name = live.newName();
        const to = 1 + (b % rows.length);
        for (const column of columns) {
          const { value, formula } = live.at(rows[row]!, column) ?? held('');
          // Where the row that was copied is gone, its copy is taken for it.
          const own = formula?.map((part) =>
            typeof part === 'string' || part[1] === 'titles' ? part : ([part[0], name, part[2]] as const),
          );
          live.put(name, column, { ...held(value), formula: own ?? null });
        }
        grid.insertRowBefore(to + 1);
        rows.splice(to, 0, name);
        return columns.forEach((column, at) =>
          grid.hold({ row: to + 1, column: at + 1 }, live.at(name, column)!.value),
        );
      }
      case 'insertColumn':
        this.columns.insert(grid, 1 + (b % columns.length));
        return void columns.splice(b % columns.length, 0, live.newName());
      case 'moveColumn': {
        const [from, to] = [a % columns.length, b % columns.length];
        this.columns.drag(grid, from + 1, to + 1);
        return void columns.splice(to, 0, ...columns.splice(from, 1));
      }
      case 'retype': {
        const column = b % columns.length;
        live.put(rows[row]!, columns[column]!, held(`mine ${time}`));
        return grid.hold({ row: row + 1, column: column + 1 }, `mine ${time}`);
      }
      case 'copySheet':
        if (world.state.sheets.length < 4) this.columns.duplicate(grid);
    }
  }

  /** @param order of the rows below the titles: each from where it was, from 0 */
  private order(order: readonly number[]): void {
    const { live, grid } = this;
    const before = live.rows.slice(1);
    grid.reorder([1, ...order.map((at) => at + 2)]);
    live.rows.splice(1, Infinity, ...order.map((at) => before[at]!));
  }

  /** What Google's sheet has otherwise than the other one, where a frozen value is as good as its formula. */
  differences(): readonly string[] {
    const found: string[] = [];
    this.forEach((place, { value, formula }) => {
      const [own, shown] = [this.grid.formula(place), this.grid.value(place)];
      const meant = formula === null ? '' : this.live.write(formula);
      if (own === '' ? shown !== value : own !== meant) found.push(`${JSON.stringify(place)} ${own} ${String(shown)}`);
    });
    return found;
  }

  get formulas(): number {
    return Object.keys(this.grid.formulas()).length;
  }
}

function held(value: EditedCell['value']): EditedCell {
  return { value, formula: null, was: null };
}

it('whatever people do meanwhile, thawing puts back what would stand there, touches nothing else, and tells of the rest', () => {
  let thawed = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 6 }),
      fc.array(edit, { maxLength: 5 }),
      (rows, edits) => {
        const twins = new Twins(rows);
        const all = twins.formulas;
        world.command('freezeFile');
        expect({ differences: twins.differences(), formulas: twins.formulas }).toEqual({
          differences: [],
          formulas: 0,
        });
        edits.forEach((each, time) => twins.edit(each, time));
        const said = world.command('thawFrozen').join();
        expect(twins.differences()).toEqual([]);
        const back = twins.formulas;
        thawed += back;
        expect({ formulas: twins.table.formulas(), below: twins.table.value({ row: 2, column: 1 }) }).toEqual({
          formulas: { A1: SEARCH },
          below: '',
        });
        if (edits.length === 0) expect(back).toBe(all);
        // What stands in a copy of the sheet is not missed.
        if (back < all && world.state.sheets.length === 3) expect(said).toContain('because it is not clear where');
      },
    ),
    { numRuns: times(40), seed: 405 },
  );
  expect(thawed).toBeGreaterThan(100);
});
