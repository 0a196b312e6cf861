import { makeSheet, PROBLEM, problemColumn, retriesUnderWay, useSheet } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

useUnconnectedSpreadsheet();

/** Two sheets, two blocks in the first, gaps and a table: everything that a retry does, it does here. */
function fillSpreadsheet(): void {
  const grid = useSheet(world, {
    ...problemColumn(203),
    D4: ['=TRACE_TECH(A4)', PROBLEM],
    D7: ['=TRACE_TECH(A7)', 'React'],
    E7: ['=A7&""', '#N/A'],
  });
  grid.enter('G2', '=TRACE_COMPANY(A2:A3,"name, country")');
  grid.answer({ row: 2, column: 7 }, [
    ['Company 1', 'US'],
    [PROBLEM, PROBLEM],
  ]);
  world.state.sheets.push(makeSheet(1, { B2: ['=TRACE_TECH(Sheet1!A2)', '#ERROR!'] }));
  world.state.documentProperties.clear();
}

const formulas = (): string => JSON.stringify(world.state.sheets.map((grid) => grid.formulas()));

function filledFormulas(insertedRow?: number): string {
  fillSpreadsheet();
  if (insertedRow !== undefined) world.state.sheets[0]?.insertRowBefore(insertedRow);
  return formulas();
}

/** Google's services are called so often before a run is over. */
function countCalls(): number {
  fillSpreadsheet();
  let count = 0;
  world.state.meanwhile = (calls) => void (count = calls.length);
  world.callRpc('retryProblems');
  world.state.meanwhile = null;
  return count;
}

/** Ends a retry after so many calls. */
function crashAfter(afterCalls: number, makesCollectedChanges: boolean): void {
  fillSpreadsheet();
  world.state.cutOff = { afterCalls, makesCollectedChanges };
  try {
    world.callRpc('retryProblems');
  } catch {
    // What becomes of it then is what is looked at.
  }
  world.state.cutOff = null;
}

/** By then no retry that was begun can still be going on. */
function restoreLater(): void {
  world.state.clock.advance(601_000);
  world.callRpc('restoreFormulas');
}

/** Ends a retry when the first block is out of its cells. */
function crashWhenOut(): void {
  let afterCalls = 0;
  do crashAfter((afterCalls += 1), true);
  while (world.state.sheets[0]?.formula({ row: 2, column: 2 }) !== '');
}

describe.each([
  ['and Google drops the changes that it had collected', false],
  ['and Google still makes the changes that it had collected', true],
])('a retry that is ended after any of its calls, %s', (_name, makesCollectedChanges) => {
  it('loses no formula: those that are out are back when the sidebar is opened ten minutes later', () => {
    const calls = countCalls();
    const before = filledFormulas();
    const lost: number[] = [];
    let out = 0;
    for (let afterCalls = 0; afterCalls < calls; afterCalls += 1) {
      crashAfter(afterCalls, makesCollectedChanges);
      if (formulas().length < before.length) out += 1;
      restoreLater();
      if (formulas() !== before) lost.push(afterCalls);
    }
    expect({ lost, someWereOut: out > 0, isLong: calls > 30 }).toEqual({ lost: [], someWereOut: true, isLong: true });
  });

  it('brings formulas back where their rows are now, if a person inserts a row before the sidebar is opened', () => {
    const calls = countCalls();
    const before = filledFormulas(5);
    const lost: number[] = [];
    for (let afterCalls = 0; afterCalls < calls; afterCalls += 1) {
      crashAfter(afterCalls, makesCollectedChanges);
      world.state.sheets[0]?.insertRowBefore(5);
      restoreLater();
      if (formulas() !== before) lost.push(afterCalls);
    }
    expect(lost).toEqual([]);
  });
});

it('a journal is kept for those whose retry may still go on, and removed by the first that opens the sidebar later', () => {
  crashWhenOut();
  world.callRpc('restoreFormulas');
  const soon = Object.keys(world.state.documentProperties.read()).length;
  world.state.clock.advance(601_000);
  world.callRpc('restoreFormulas');
  expect({ soon, later: Object.keys(world.state.documentProperties.read()).length }).toEqual({ soon: 1, later: 0 });
});

it("a cell that has been given something else since is its person's", () => {
  crashWhenOut();
  const [grid] = world.state.sheets;
  const out = grid?.value({ row: 2, column: 2 });
  grid?.enter('B2', 'by hand');
  restoreLater();
  expect({ out, later: grid?.value({ row: 2, column: 2 }) }).toEqual({
    out: expect.stringContaining('This formula is being entered again.'),
    later: 'by hand',
  });
});

it('opening the sidebar costs one call where nothing is out', () => {
  fillSpreadsheet();
  const calls: string[] = [];
  world.state.meanwhile = (all) => void calls.splice(0, Infinity, ...all);
  expect(world.callRpc('restoreFormulas')).toEqual({ ok: true, value: 0 });
  world.state.meanwhile = null;
  expect(calls.filter((call) => call.includes('.get') && !call.endsWith('getUi'))).toEqual([
    'PropertiesService.getDocumentProperties',
    'DocumentProperties.getProperties',
  ]);
});

it('what stands in the properties under our name and is no journal is left alone', () => {
  fillSpreadsheet();
  const stored = { TRACE_RETRY_0123abcd_0: '{', TRACE_RETRY_notes: 'x', other: 'y' };
  for (const [name, text] of Object.entries(stored)) world.state.documentProperties.write(name, text);
  expect({ answer: world.callRpc('restoreFormulas'), stored: world.state.documentProperties.read() }).toEqual({
    answer: { ok: true, value: 0 },
    stored,
  });
});

describe('a formula with functions that Trace does not know, out when Google ends the retry', () => {
  const FORMULA = '=VLOOKUP(A2,Prices!A:B,2,0)&TRACE_TECH(A2,"näme")';

  function crash(): void {
    world.state.documentProperties.clear();
    useSheet(world, { A2: 'stripe.com', B2: [FORMULA, PROBLEM] });
    world.state.meanwhile = (calls) => {
      if (calls.at(-1) === 'SpreadsheetApp.flush') world.state.cutOff = { afterCalls: 0, makesCollectedChanges: true };
    };
    expect(() => world.callRpc('retryProblems')).toThrow('Exceeded maximum execution time');
    world.state.meanwhile = null;
    world.state.cutOff = null;
    world.state.clock.advance(601_000);
  }
  const restoredBy = (as: 'owner' | 'editor'): string => {
    world.callRpc('restoreFormulas', [], { as });
    return world.state.sheets[0]!.formula({ row: 2, column: 2 });
  };

  it('waits for the person who retried, whoever opens Trace before', () => {
    crash();
    expect([restoredBy('editor'), restoredBy('editor'), restoredBy('owner')]).toEqual(['', '', FORMULA]);
  });

  it('stays out where somebody has changed it since', () => {
    crash();
    const { documentProperties } = world.state;
    const [name, text] = Object.entries(documentProperties.read()).find(([key]) => key.startsWith('TRACE_RETRY_'))!;
    documentProperties.write(name, text.replace('VLOOKUP', 'IMPORTXML'));
    expect(restoredBy('owner')).toBe('');
  });
});

it('a long journal of formulas that are out outlives Remove Trace, whole', () => {
  world.state.documentProperties.clear();
  const cells: Record<string, unknown> = {};
  for (let row = 1; row <= 200; row += 1) {
    // Nothing of it is kept once for all.
    const text = Array.from({ length: 25 }, (_word, at) => ((row * 31 + at) * 7_919).toString(36)).join('');
    cells[`A${row}`] = `company-${row}.example`;
    cells[`B${row}`] = [`=TRACE_COMPANY(A${row},"name","if_problem=${text}")`, PROBLEM];
  }
  useSheet(world, cells);
  const before = formulas();
  world.state.meanwhile = (calls) => {
    if (calls.at(-1) === 'SpreadsheetApp.flush') world.state.cutOff = { afterCalls: 0, makesCollectedChanges: true };
  };
  expect(() => world.callRpc('retryProblems')).toThrow('Exceeded maximum execution time');
  world.state.meanwhile = null;
  world.state.cutOff = null;
  const [parts, out] = [retriesUnderWay(world).length, formulas()];
  world.callRpc('bulkForget', ['everything']);
  restoreLater();
  expect({ parts, isOut: out !== before, formulas: formulas() }).toEqual({ parts: 4, isOut: true, formulas: before });
});
