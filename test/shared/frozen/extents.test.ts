import fc from 'fast-check';
import { inGroupsApart } from '../../../shared/frozen/apart';
import { placesOf } from '../../../shared/frozen/blocks';
import { findExtents } from '../../../shared/frozen/extents';
import type { Block, SheetCells } from '../../../shared/frozen/sheet-cells';
import { times } from '../../setup/chance';

/** `F` is a formula that is taken out, `S` one that stays, `.` a blank cell; lower-case letters are values. */
const sheetOf = (...lines: readonly string[]): SheetCells => ({
  id: '1',
  name: 'Leads',
  formulas: lines.map((line) => [...line].map((cell) => (/[FS]/.test(cell) ? `=${cell}` : ''))),
  values: lines.map((line) => [...line].map((cell) => (cell === '.' ? '' : cell))),
});
const extentsOf = (before: readonly string[], after: readonly string[]): readonly (string | null)[] => {
  const sheet = sheetOf(...before);
  const cells = sheet.formulas.flatMap((line, row) =>
    line.flatMap((formula, column) => (formula === '=F' ? [{ row, column }] : [])),
  );
  return findExtents(sheet, sheetOf(...after), cells).map((block) => block && `${block.rows}x${block.columns}`);
};

it.each<[string, readonly string[], readonly string[], readonly (string | null)[]]>([
  ['goes on below what stands beside it', ['F..', 't..', 't.x', 't..'], ['F..', '...', '..x', '...'], ['4x1']],
  ['is as wide as what has gone', ['Ftt.', 'ttt.', 'tt.x'], ['F...', '....', '...x'], ['3x3']],
  ['has blanks within', ['F.t', '...', 't..'], ['F..', '...', '...'], ['3x3']],
  ['ends above what stands', ['F.', 't.', 'x.'], ['F.', '..', 'x.'], ['2x1']],
  ['is its own beside another', ['F.F', 't.t', 't.t'], ['F.F', '...', '...'], ['3x1', '3x1']],
  ['goes on past a formula further right', ['F.F', '.x.', 't.F'], ['F.F', '.x.', '..F'], ['3x1', '1x1', '1x1']],
  ['is one cell where nothing has gone', ['F.', '..'], ['F.', '..'], ['1x1']],
])('a table %s', (_what, before, after, extents) => {
  expect(extentsOf(before, after)).toEqual(extents);
});

it.each<[string, readonly string[], readonly string[], readonly (string | null)[]]>([
  ['could be of two', ['...F', '....', 'F..t'], ['...F', '....', 'F...'], [null, null]],
  ['stands around what stays', ['F.t', 't..', 't.x', 't..'], ['F..', '...', '..x', '...'], [null]],
])('what has gone %s', (_what, before, after, extents) => {
  expect(extentsOf(before, after)).toEqual(extents);
});

it('where a cell has gone that no table reaches, the formulas above it and left of it stay', () => {
  expect(extentsOf(['Fx.F', 'xt.t', '....'], ['Fx.F', 'x...', '....'])).toEqual([null, '2x1']);
});

it('a formula that stays may lose what it had calculated of a table', () => {
  expect(extentsOf(['F.S', 't.u', 't.u'], ['F.S', '...', '...'])).toEqual(['3x1']);
});

/** A formula that is frozen, with the table that it fills and whether each of its cells is blank. */
type Table = readonly [row: number, column: number, rows: number, columns: number, blanks: readonly boolean[]];
const SIZE = 7;
const place = fc.nat(SIZE - 1);
const table: fc.Arbitrary<Table> = fc.tuple(
  ...([place, place, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })] as const),
  fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
);
const other = fc.tuple(place, place, fc.constantFrom('S', 'x'));

it('each cell that goes is in the block of its own formula, or that formula stays', () => {
  const seen = { found: 0, refused: 0, beside: 0 };
  fc.assert(
    fc.property(fc.array(table, { maxLength: 5 }), fc.array(other, { maxLength: 8 }), (tables, others) => {
      const cells = Array.from({ length: SIZE }, () => Array<string>(SIZE).fill('.'));
      const placed: { block: Block; gone: (readonly [number, number])[] }[] = [];
      const taken = new Set<string>();
      for (const [row, column, rows, columns, blanks] of tables) {
        const block = { row, column, rows, columns };
        const places = placesOf(block);
        if (places.some(([down, right]) => down >= SIZE || right >= SIZE || taken.has(`${down} ${right}`))) continue;
        places.forEach(([down, right], at) => {
          taken.add(`${down} ${right}`);
          cells[down]![right] = at === 0 ? 'F' : blanks[at] ? '.' : 't';
        });
        placed.push({ block, gone: places.filter((_place, at) => at > 0 && !blanks[at]) });
      }
      for (const [row, column, what] of others) if (!taken.has(`${row} ${column}`)) cells[row]![column] = what;
      const before = sheetOf(...cells.map((line) => line.join('')));
      const formulas = placed.map(({ block: { row, column } }) => ({ row, column, formula: '=F' }));
      for (const group of inGroupsApart(before, formulas)) {
        const areOut = new Set(group.map(({ row, column }) => `${row} ${column}`));
        const out = placed.filter(({ block: { row, column } }) => areOut.has(`${row} ${column}`));
        const values = before.values.map((line) => [...line]);
        for (const { gone } of out) for (const [row, column] of gone) values[row]![column] = '';
        const at = out.map(({ block: { row, column } }) => ({ row, column }));
        findExtents(before, { ...before, values }, at).forEach((block, index) => {
          if (block === null) return void (seen.refused += 1);
          seen.found += 1;
          const { gone } = out[index]!;
          const held = placesOf(block).map((each) => each.join(' '));
          const filled = held.slice(1).filter((each) => {
            const [row, column] = each.split(' ').map(Number) as [number, number];
            return before.values[row]![column] !== '';
          });
          expect(filled.sort()).toEqual(gone.map((each) => each.join(' ')).sort());
          if (others.length > 4) seen.beside += 1;
        });
      }
    }),
    { numRuns: times(150), seed: 20261127 },
  );
  // Nothing is in doubt here: nobody else changes the sheet meanwhile.
  expect({ refused: seen.refused, foundEnough: seen.found > 200, besideEnough: seen.beside > 40 }).toEqual({
    refused: 0,
    foundEnough: true,
    besideEnough: true,
  });
});
