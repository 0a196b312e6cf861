import { toSheetsCells } from '../../../apps-script/formulas/call-function';
import { FORMULA_PAYLOADS } from '../../fakes/formula-payloads';
import {
  CHANGES_OF_PAYLOADS,
  FROZEN_PAYLOADS,
  HELD_CHANGES,
  INSERTED_PAYLOADS,
  textsIn,
} from '../../fakes/payload-paths';
import { grid, panel, useBulkSheet, world, writeFromB2 } from '../bulk/bulk-sheet';
import { useSheet, type Entered } from '../retry/problem-sheet';

useBulkSheet();
beforeEach(() => void world.callRpc('setKey', ['trace_demo', 'anotherAccount']));

it.each(FORMULA_PAYLOADS)(
  '%j is a value when a formula returns it, and Google does not interpret it again',
  (payload) => {
    expect({ alone: toSheetsCells([[payload]]), inTable: toSheetsCells([['Stripe', payload]]) }).toEqual({
      alone: payload,
      inTable: [['Stripe', payload]],
    });
  },
);

it('what is frozen to values stays text, and its formulas come back', () => {
  world.state.metadata.removeWhere(() => true);
  const cells = FROZEN_PAYLOADS.flatMap((payload, index): [string, unknown][] => [
    [`A${index + 1}`, `company-${index + 1}.example`],
    [`B${index + 1}`, [`=TRACE_COMPANY(A${index + 1},"name")`, payload]],
  ]);
  const sheet = useSheet(world, Object.fromEntries(cells) as Entered);
  const before = sheet.formulas();
  const rows = FROZEN_PAYLOADS.length;
  expect(world.command('freezeSheet')).toEqual([
    `${rows} formulas frozen to values, and listed on the sheet Trace formulas.`,
  ]);
  const frozen = FROZEN_PAYLOADS.map((_payload, index) => sheet.value({ row: index + 1, column: 2 }));
  expect({ frozen, formulas: sheet.formulas() }).toEqual({ frozen: FROZEN_PAYLOADS, formulas: {} });
  expect({ said: world.command('restoreFrozen').at(-1), formulas: sheet.formulas() }).toEqual({
    said: `${rows} formulas restored.`,
    formulas: before,
  });
});

it('a frozen table of such texts stays one', () => {
  world.state.metadata.removeWhere(() => true);
  const sheet = useSheet(world, { A1: 'stripe.com', B1: '=TRACE_TECH(A1,"name, category","layout=spill")' });
  const table = FROZEN_PAYLOADS.map((payload) => [payload, payload]);
  sheet.answer({ row: 1, column: 2 }, table);
  const before = sheet.formulas();
  world.command('freezeSheet');
  const frozen = table.map((_row, down) => [2, 3].map((column) => sheet.value({ row: down + 1, column })));
  expect({ frozen, formulas: sheet.formulas() }).toEqual({ frozen: table, formulas: {} });
  expect({ said: world.command('restoreFrozen').at(-1), formulas: sheet.formulas() }).toEqual({
    said: '1 formula restored.',
    formulas: before,
  });
});

it.each(INSERTED_PAYLOADS)('what %s inserts stays text', async (_from, rows) => {
  const place = { sheet: '7', row: 0, column: 0, rows: rows.length, columns: rows[0]!.length };
  expect(await panel.host.insertAt({ ...place, content: { cells: rows } })).toEqual({ is: 'done' });
  expect({ held: heldIn(grid, rows.length, rows[0]!.length), formulas: grid.formulas() }).toEqual({
    held: textsIn(rows),
    formulas: {},
  });
});

it.each(INSERTED_PAYLOADS)('an enrichment that writes the cells of %s writes texts', async (_from, rows) => {
  await writeFromB2(rows);
  expect({ held: heldIn(grid, rows.length, rows[0]!.length, 2), formulas: grid.formulas() }).toEqual({
    held: textsIn(rows),
    formulas: {},
  });
});

it('a sheet of changes has its days, and else texts only', async () => {
  await panel.host.addSheet(CHANGES_OF_PAYLOADS);
  const added = world.state.sheets[1]!;
  const rows = HELD_CHANGES;
  expect({ held: heldIn(added, rows.length, 9), formulas: added.formulas() }).toEqual({
    held: rows,
    formulas: {},
  });
});

/** @param from the first row and column, from 1 */
function heldIn(sheet: typeof grid, rows: number, columns: number, from = 1): unknown {
  return Array.from({ length: rows }, (_row, down) =>
    Array.from({ length: columns }, (_column, right) => sheet.value({ row: from + down, column: from + right })),
  );
}
