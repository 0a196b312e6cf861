import { asTyped } from '../../apps-script/typed-text';
import { FORMULA_PAYLOADS } from '../fakes/formula-payloads';
import { CHANGES_OF_PAYLOADS, INSERTED_PAYLOADS, textsIn } from '../fakes/payload-paths';
import { grid, panel, useBulkSheet, world, writeFromB2 } from './bulk-sheet';

useBulkSheet();

it.each(FORMULA_PAYLOADS)('%j is typed behind an apostrophe, which Google swallows', (payload) => {
  expect(asTyped(payload)).toBe(`'${payload}`);
});

it.each(INSERTED_PAYLOADS)('what %s inserts stays text', async (_from, rows) => {
  const place = { sheet: '7', row: 0, column: 0, rows: rows.length, columns: rows[0]!.length };
  expect(await panel.host.insertAt({ ...place, content: { cells: rows } })).toEqual({ is: 'done' });
  expect([heldIn(grid, rows.length, rows[0]!.length), grid.formulas()]).toEqual([textsIn(rows), {}]);
});

it.each(INSERTED_PAYLOADS)('an enrichment that writes the cells of %s writes texts', async (_from, rows) => {
  await writeFromB2(rows);
  expect([heldIn(grid, rows.length, rows[0]!.length, 2), grid.formulas()]).toEqual([textsIn(rows), {}]);
});

it('a sheet of changes has texts only', async () => {
  await panel.host.insertSummary(CHANGES_OF_PAYLOADS);
  const added = world.state.sheets[1]!;
  const { rows } = CHANGES_OF_PAYLOADS;
  expect([heldIn(added, rows.length, 5), added.formulas()]).toEqual([rows, {}]);
});

/** @param from the first row and column, from 1 */
function heldIn(sheet: typeof grid, rows: number, columns: number, from = 1): unknown {
  return Array.from({ length: rows }, (_row, down) =>
    Array.from({ length: columns }, (_column, right) => sheet.value({ row: from + down, column: from + right })),
  );
}
