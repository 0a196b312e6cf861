import { RunCase } from '../../../fakes/run-case';

/** A sheet that is duplicated with a run in it, which goes on and is undone in its own sheet, or not at all. */

const START = [['domain'], ['company-1.example'], ['company-2.example'], ['company-3.example']];
const DUPLICATED = [
  ['domain', 'Company'],
  ['company-1.example', 'Company 1'],
  ['company-2.example', 'Company 2'],
  ['company-3.example', ''],
];

async function duplicatedAtTwo(isListed: boolean, duplicateCarries: boolean): Promise<RunCase> {
  const run = new RunCase(START);
  run.grid.isListed = isListed;
  run.grid.anchors.habits.duplicateCarries = duplicateCarries;
  await run.run({ limit: 2 });
  run.grid.duplicate();
  return run;
}

const cells = (grid: RunCase['grid'] | null): unknown[][] =>
  (grid?.values() ?? []).map(([input, answer = '']) => [input, answer]);

test.each([
  ['whose ids stay, with its marks', false, true],
  ['whose ids stay, without', false, false],
  ['whose ids may change, without its marks', true, false],
])('a sheet %s: the run goes on in the original, and is taken back there', async (_host, isListed, carries) => {
  const run = await duplicatedAtTwo(isListed, carries);
  expect((await run.resume({ limit: 3 })).is).toBe('done');
  expect(cells(run.grid)[3]).toEqual(['company-3.example', 'Company 3']);
  expect(cells(run.grid.copy)).toEqual(DUPLICATED);
  expect(await run.undo()).toMatchObject({ restored: 3, isLeft: false });
  expect(cells(run.grid)).toEqual(START.map(([input]) => [input, '']));
  expect({ copy: cells(run.grid.copy), journal: run.grid.journal }).toEqual({ copy: DUPLICATED, journal: null });
});

test('where ids may change and the copy bears the marks too, neither sheet is touched, and the run says why', async () => {
  const run = await duplicatedAtTwo(true, true);
  const why = { code: 'columnsGone', facts: { column: 'domain', is: 'doubled' } };
  expect(await run.resume({ limit: 3 })).toMatchObject({ is: 'paused', why });
  await expect(run.undo()).rejects.toMatchObject(why);
  expect({ original: cells(run.grid), copy: cells(run.grid.copy) }).toEqual({ original: DUPLICATED, copy: DUPLICATED });
  expect({ charged: await run.charged(), isJournalGone: run.grid.journal === null }).toEqual({
    charged: 2,
    isJournalGone: false,
  });
});
