import { AS_REPORTED } from '../../fakes/apps-script/service-times';
import { calculateTogether } from '../../fakes/apps-script/threads/together';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { fillDown, names, shownIn } from './sheet-of-formulas';
import { requests, sandbox, useSpreadsheets, world } from '../spreadsheet';

/** Which other formulas of its column one fetches for: those that have no answer yet. */

const AS_GOOGLE = { atOnce: 8, times: AS_REPORTED, apiTakesMs: [500, 1_000] } as const;
const MONTH_AND_MORE_MS = 33 * 86_400_000;

useSpreadsheets();

async function credits(): Promise<number> {
  return (await sandbox.ledger()).balance;
}

/** A column whose answers are gone and no longer paid for, though its cells show them. */
async function forgotten(formula: string, count: number, isCopied = false): Promise<SheetGrid> {
  const grid = fillDown(world, count, formula);
  world.calculate();
  world.callRpc('bulkForget', ['answers']);
  if (isCopied) world.state.documentProperties.clear();
  world.state.documentCache.clear();
  world.state.clock.advance(MONTH_AND_MORE_MS);
  await sandbox.advance(MONTH_AND_MORE_MS);
  return grid;
}

it.each([
  ['=TRACE_COMPANY(A#)', false],
  ['=TRACE_COMPANY(A#)', true],
  ['=IFERROR("Name: "&TRACE_COMPANY(A#),"")', false],
  ['=TRACE_COMPANY(A#,".no_such_fact")', false],
  ['=TRACE_COMPANY(A#,".no_such_fact")', true],
  // As a description ends that the service has cut.
  ['=TRACE_COMPANY(A#)&" sells and delivers all over the world..."', false],
])('one formula below a column of %s pays for itself alone; in a copy: %s', async (formula, isCopied) => {
  const grid = await forgotten(formula, 30, isCopied);
  const before = await credits();
  grid.enter('A32', 'company-31.example');
  grid.enter('B32', formula.replace('#', '32'));
  world.calculate();
  expect(before - (await credits())).toBe(1);
});

it('if Google does not tell the cell, formulas that show an answer are left alone too', async () => {
  const grid = await forgotten('=TRACE_COMPANY(A#)', 30);
  const before = await credits();
  grid.enter('C2', '=TRACE_COMPANY("company-31.example")');
  world.calculate({ knowsCells: false });
  expect(before - (await credits())).toBe(1);
});

it('formulas that wait are fetched along', async () => {
  const grid = fillDown(world, 20, '=TRACE_COMPANY(A#)');
  world.state.locks.take('Document', 'another run');
  world.calculate();
  world.state.locks.release('Document', 'another run');
  grid.enter('A22', 'company-21.example');
  grid.enter('B22', '=TRACE_COMPANY(A22)');
  world.calculate();
  grid.recalculate();
  world.calculate();
  expect({ shown: shownIn(grid, 2, 21), requests: await requests() }).toEqual({ shown: names(21), requests: 1 });
});

/** Google does not document it. That it reads as loading is what other tests suppose. */
describe.each(['blank', 'before'] as const)('where a cell that is being calculated reads as %s', (reads) => {
  it('a column is calculated for the first time in one request, and other companies in its place in few', async () => {
    const grid = fillDown(world, 20, '=TRACE_COMPANY(A#)');
    grid.whileCalculating = reads;
    await calculateTogether(world, AS_GOOGLE);
    expect({ shown: shownIn(grid, 2, 20), requests: await requests() }).toEqual({ shown: names(20), requests: 1 });
    for (let row = 2; row < 22; row += 1) grid.enter(`A${row}`, `company-${row + 999}.example`);
    grid.recalculate();
    await calculateTogether(world, AS_GOOGLE);
    expect(shownIn(grid, 2, 20)).toEqual(names(1_020).slice(1_000));
    expect(await requests()).toBeLessThanOrEqual(reads === 'before' ? 4 : 2);
  });
});

it('one formula that refers to cells beyond the sheet does not keep the others from being fetched together', async () => {
  const grid = fillDown(world, 30, '=TRACE_COMPANY(A#)');
  grid.put({ row: 31, column: 2 }, '=TRACE_COMPANY(A31:A5000)');
  const before = await requests();
  world.typeFormula('TRACE_COMPANY', ['company-1.example'], { at: { row: 2, column: 2, sheetId: grid.id } });
  const { cells } = world.typeFormula('TRACE_COMPANY', ['company-2.example'], {
    at: { row: 3, column: 2, sheetId: grid.id },
  });
  expect({ cells, sent: (await requests()) - before }).toEqual({ cells: [['Company 2']], sent: 1 });
});
