import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { problemColumn, useSheet } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

/** Ctrl+Z after a retry brings back what stood in the cells while their formulas were out. */

const DAY_MS = 86_400_000;

let grid: SheetGrid;

useUnconnectedSpreadsheet();
beforeEach(() => {
  world.state.documentProperties.clear();
  grid = useSheet(world, problemColumn(3));
});

/** Retries, and answers how to undo it. */
function retry(): () => void {
  const out = new Map<number, unknown>();
  world.state.meanwhile = () => {
    for (const row of [2, 3, 4]) {
      const value = grid.value({ row, column: 2 });
      if (String(value).includes('is being entered again')) out.set(row, value);
    }
  };
  world.callRpc('retryProblems');
  world.state.meanwhile = null;
  expect(out.size).toBe(3);
  return () => out.forEach((value, row) => grid.hold({ row, column: 2 }, value));
}

const restore = (): unknown => world.callRpc('restoreFormulas');

it('the formulas are back the next time that Trace is opened, two days later too', () => {
  const before = grid.formulas();
  const undo = retry();
  world.state.clock.advance(2 * DAY_MS);
  undo();
  grid.insertRowBefore(3);
  expect(restore()).toEqual({ ok: true, value: 3 });
  expect(grid.formulas()).toEqual({
    B2: before['B2'],
    B4: '=TRACE_COMPANY(A4,"name")',
    B5: '=TRACE_COMPANY(A5,"name")',
  });
});

it('and once more, where that is undone as well', () => {
  const before = grid.formulas();
  const undo = retry();
  for (let time = 0; time < 2; time += 1) {
    undo();
    expect(restore()).toEqual({ ok: true, value: 3 });
    expect(grid.formulas()).toEqual(before);
  }
});

it('of several retries too, as many as there is room for, and the last in any case', () => {
  const before = grid.formulas();
  const undos = Array.from({ length: 60 }, () => {
    for (const row of [2, 3, 4]) grid.answer({ row, column: 2 }, [['#TRACE: No Trace API key is set.']]);
    return retry();
  });
  expect(world.state.documentProperties.read()['TRACE_RETRIED']?.length).toBeLessThanOrEqual(8_000);
  for (const undo of [undos[58]!, undos[59]!]) {
    undo();
    restore();
    expect(grid.formulas()).toEqual(before);
  }
});

it('however often Ctrl+Z is pressed, the formulas are there once Trace is opened', () => {
  const before = grid.formulas();
  for (let presses = 1; presses <= 4; presses += 1) {
    grid.undos = [];
    for (const row of [2, 3, 4]) grid.answer({ row, column: 2 }, [['#TRACE: No Trace API key is set.']]);
    retry();
    const steps = grid.undos.length;
    for (let press = 0; press < Math.min(presses, steps); press += 1) grid.undo();
    restore();
    expect([presses, steps > 1, grid.formulas()]).toEqual([presses, true, before]);
  }
});

it('opening Trace reads no cell where nothing was undone', () => {
  retry();
  const calls: string[] = [];
  world.state.meanwhile = (all) => void calls.splice(0, Infinity, ...all);
  restore();
  world.state.meanwhile = null;
  expect(calls.filter((call) => call.startsWith('Range.'))).toEqual([]);
});

it('what somebody else has written there is left out', () => {
  world.state.documentProperties.write('TRACE_RETRIED', JSON.stringify([['0123abcd', 7], 'x', ['zz', '{}']]));
  expect(restore()).toEqual({ ok: true, value: 0 });
  world.state.documentProperties.write('TRACE_RETRIED', '{');
  expect(restore()).toEqual({ ok: true, value: 0 });
});
