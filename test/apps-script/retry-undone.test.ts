import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { PROBLEM, problemColumn, useSheet } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

/** Ctrl+Z after a retry brings back what stood in the cells while their formulas were out. */

const DAY_MS = 86_400_000;
/** Of formulas of 79 characters, in 32,000 with the rest of their journal. */
const ENTERED = 443;

let grid: SheetGrid;

useUnconnectedSpreadsheet();
beforeEach(() => {
  world.state.documentProperties.clear();
  grid = useSheet(world, problemColumn(3));
});

/** Retries, and answers how to undo it. */
function retry(cells = 3, left = 0): () => void {
  const out = new Map<number, unknown>();
  const last = Object.keys(grid.formulas()).length + 2;
  world.state.meanwhile = (calls) => {
    if (calls.at(-1) !== 'SpreadsheetApp.flush') return;
    for (let row = 2; row <= last; row += 1) {
      const value = grid.value({ row, column: 2 });
      if (String(value).includes('is being entered again')) out.set(row, value);
    }
  };
  expect(world.callRpc('retryProblems')).toEqual({ ok: true, value: { cells, left } });
  world.state.meanwhile = null;
  expect(out.size).toBe(cells);
  return () => out.forEach((value, row) => grid.hold({ row, column: 2 }, value));
}

const named = (row: number): string =>
  `=TRACE_COMPANY("company-number-${row}.example","name, industry, employee_count")`;
/** Of 79 characters, of which no two have more than a few in common. */
const unlike = (row: number): string =>
  `=TRACE_COMPANY("${Array.from({ length: 10 }, (_part, at) => 1e5 + (((row + 7) * (at + 11) ** 4 * 7_919) % 899_981)).join('')}")`;

/** As after an import, where each formula is another. */
function useFormulas(rows: number, toFormula: (row: number) => string): void {
  const cells: Record<string, unknown> = { B1: 'Name' };
  for (let row = 2; row < rows + 2; row += 1) cells[`B${row}`] = [toFormula(row), PROBLEM];
  grid = useSheet(world, cells);
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

it('the formulas are back once more where putting them back is undone as well', () => {
  const before = grid.formulas();
  const undo = retry();
  for (let time = 0; time < 2; time += 1) {
    undo();
    expect(restore()).toEqual({ ok: true, value: 3 });
    expect(grid.formulas()).toEqual(before);
  }
});

/** Every property of the journal, in characters. */
const journalLength = (): number =>
  Object.entries(world.state.documentProperties.read()).reduce(
    (sum, [name, text]) => sum + (name.startsWith('TRACE_RETR') ? text.length : 0),
    0,
  );

it('formulas of several retries are back, as many as there is room for, and those of the last in any case', () => {
  useFormulas(100, unlike);
  const before = grid.formulas();
  const undos = Array.from({ length: 5 }, () => {
    for (let row = 2; row < 102; row += 1) grid.answer({ row, column: 2 }, [[PROBLEM]]);
    return retry(100);
  });
  expect(journalLength()).toBeLessThanOrEqual(34_000);
  for (const undo of [undos[2]!, undos[3]!, undos[4]!]) {
    undo();
    expect(restore()).toEqual({ ok: true, value: 100 });
    expect(grid.formulas()).toEqual(before);
  }
});

it('the formulas of a whole retry are back, where each names its company', () => {
  useFormulas(1_000, named);
  const before = grid.formulas();
  const undo = retry(1_000);
  undo();
  expect({ restored: restore(), formulas: grid.formulas() }).toEqual({
    restored: { ok: true, value: 1_000 },
    formulas: before,
  });
});

it('long formulas are back: what the journal cannot hold is left for the next time', () => {
  useFormulas(500, unlike);
  const before = grid.formulas();
  const undo = retry(ENTERED, 500 - ENTERED);
  expect(grid.formulas()).toEqual(before);
  undo();
  expect(restore()).toEqual({ ok: true, value: ENTERED });
  expect(grid.formulas()).toEqual(before);
});

it('a formula longer than the journal stays in its cell, and the others are entered', () => {
  useFormulas(3, unlike);
  const long = `=TRACE_COMPANY("${'x'.repeat(33_000)}")`;
  grid.enter('B3', long);
  grid.answer({ row: 3, column: 2 }, [[PROBLEM]]);
  const before = grid.formulas();
  retry(2, 1)();
  expect(restore()).toEqual({ ok: true, value: 2 });
  expect(grid.formulas()).toEqual(before);
});

it('however often Ctrl+Z is pressed, the formulas are there once Trace is opened', () => {
  const before = grid.formulas();
  for (let presses = 1; presses <= 4; presses += 1) {
    grid.undos = [];
    for (const row of [2, 3, 4]) grid.answer({ row, column: 2 }, [['#TRACE: No API key.']]);
    retry();
    const steps = grid.undos.length;
    for (let press = 0; press < Math.min(presses, steps); press += 1) grid.undo();
    restore();
    expect({ presses, hasSeveralSteps: steps > 1, formulas: grid.formulas() }).toEqual({
      presses,
      hasSeveralSteps: true,
      formulas: before,
    });
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
  world.state.documentProperties.write('TRACE_RETRIED', JSON.stringify([['0123abcd', 7], 'x', '0123abcd', 7]));
  expect(restore()).toEqual({ ok: true, value: 0 });
  world.state.documentProperties.write('TRACE_RETRIED', '{');
  expect(restore()).toEqual({ ok: true, value: 0 });
});
