import type { GridValue } from '../../../../shared/bulk/sheet/cell-values';
import { Crash } from '../../../fakes/bulk-drive';
import { closed, companies, NAME, RunCase, type Wanted } from '../../../fakes/run-case';

/** What a person types into the cells of a run while it goes on stays, and is listed. */

const SAME = { where: 'sameTitles', mode: 'overwrite' } as const;
const TWO = { adds: [...NAME, { adds: 'company', field: 'employee_count' }] } as const;

/** The end of the run, and the rows that it lists as filled by someone else. */
async function typedDuring(cells: readonly GridValue[][], wanted: Wanted, column = 1) {
  const run = new RunCase(cells);
  let isTyped = false;
  run.before = (step) => {
    if (isTyped || step !== 'request') return;
    isTyped = true;
    run.grid.at(2, column).value = 'mine';
  };
  const { is, summary } = await run.run(wanted);
  const left = await run.reopen();
  if (left.is !== 'run') throw new Error('The run is not in the journal.');
  return { run, is, summary, listed: left.rows.filled, answers: left.unplaced.length };
}

const HEADED = (...titles: string[]): GridValue[][] => [
  ['domain', ...titles],
  ['company-1.example', ...titles.map(() => 'one')],
  ['company-2.example', ...titles.map(() => 'two')],
];

test('a cell typed into while cells are overwritten is listed as filled, not counted as found', async () => {
  const { run, is, summary, listed } = await typedDuring(HEADED('Company'), SAME);
  expect(run.grid.values().map(([, name]) => name)).toEqual(['Company', 'Company 1', 'mine']);
  expect({ is, found: summary.found, filled: summary.filled, unplaced: summary.unplaced }).toEqual({
    is: 'done',
    found: 1,
    filled: 1,
    unplaced: 0,
  });
  expect(listed).toEqual([{ index: 1, row: 2 }]);
});

test('where only one of the cells of a row was typed into, the row is found and listed', async () => {
  const { run, summary, listed } = await typedDuring(HEADED('Company', 'Employees'), { ...SAME, ...TWO });
  expect(run.grid.at(2, 1).value).toBe('mine');
  expect(run.grid.at(2, 2).value).not.toBe('two');
  expect({ found: summary.found, filled: summary.filled }).toEqual({ found: 2, filled: 0 });
  expect(listed).toEqual([{ index: 1, row: 2 }]);
});

test('a cell with a formula that a person put there before its row is read is listed as filled', async () => {
  const run = new RunCase(HEADED('Company', 'Employees'));
  const plan = await run.plan({ ...SAME, ...TWO });
  Object.assign(run.grid.at(2, 1), { value: 'mine', formula: true });
  await run.run({ ...SAME, ...TWO }, plan);
  expect(run.grid.at(2, 1)).toMatchObject({ value: 'mine', formula: true });
  expect(await run.reopen()).toMatchObject({ is: 'run', rows: { filled: [{ index: 1, row: 2 }] } });
});

test('a cell of several new columns that was typed into is listed as filled', async () => {
  const { run, listed } = await typedDuring(HEADED(), TWO);
  expect(run.grid.at(2, 1).value).toBe('mine');
  expect(listed).toEqual([{ index: 1, row: 2 }]);
});

test('an answer whose only cell was typed into is kept with its row, and undo leaves the cell alone', async () => {
  const { run, summary, listed, answers } = await typedDuring(HEADED(), {});
  expect({ unplaced: summary.unplaced, answers, listed }).toEqual({ unplaced: 1, answers: 1, listed: [] });
  await run.undo();
  expect(run.grid.values().map((row) => row[1] ?? '')).toEqual(['Company', '', 'mine']);
});

test('cells that were full before the run began are not listed', async () => {
  const cells = HEADED('Company', 'Employees');
  cells[1]![2] = '';
  cells[2]![2] = '';
  const run = new RunCase(cells);
  await run.run({ where: 'sameTitles', ...TWO });
  const left = await run.reopen();
  expect(left).toMatchObject({ is: 'run', rows: { filled: [] }, summary: { found: 2, filled: 0 } });
});

test('a row that was filled before it was asked for is listed where it stands, and costs nothing', async () => {
  const run = new RunCase(HEADED('Company').map((row) => [row[0]!, row[1] === 'Company' ? 'Company' : '']));
  const plan = await run.plan({ where: 'sameTitles' });
  run.grid.at(2, 1).value = 'mine';
  await run.run({ where: 'sameTitles' }, plan);
  const left = await run.reopen();
  expect(left).toMatchObject({ is: 'run', rows: { filled: [{ index: 1, row: 2 }] }, summary: { found: 1, filled: 1 } });
  expect(await run.charged()).toBe(1);
});

test('a text whose parts are formatted is kept and listed, also where it was formatted since the plan', async () => {
  const cells = [['domain', 'Company'], ...companies(3).map(([domain], at) => [domain!, `one ${at}`])];
  const run = new RunCase(cells);
  run.grid.at(1, 1).rich = true;
  const wanted = { where: 'sameTitles', mode: 'overwrite' } as const;
  const plan = await run.plan(wanted);
  expect(plan.skipped).toEqual([{ row: 1, column: 1, reason: 'richText' }]);
  run.grid.at(2, 1).rich = true;
  expect(await run.run(wanted, plan)).toMatchObject({ is: 'done', summary: { found: 1, filled: 1 } });
  expect(run.grid.values().map(([, name]) => name)).toEqual(['Company', 'one 0', 'one 1', 'Company 3']);
  await run.undo();
  expect(run.grid.values()).toEqual(cells);
});

describe('a cell of an existing column that was empty when the enrichment was planned', () => {
  const wanted = { where: 'sameTitles', ...TWO } as const;

  /** Of the two cells of each row only the first is full in the first row, and none in the second. */
  async function planned() {
    const run = new RunCase([
      ['domain', 'Company', 'Employees'],
      ['company-1.example', 'one', ''],
      ['company-2.example', '', ''],
    ]);
    return { run, plan: await run.plan(wanted) };
  }

  const listed = [{ index: 1, row: 2 }];

  test('is listed where a person fills it before its row is first read', async () => {
    const { run, plan } = await planned();
    run.grid.at(2, 1).value = 'mine';
    await run.run(wanted, plan);
    expect(run.grid.at(2, 2).value).not.toBe('');
    expect(await run.reopen()).toMatchObject({ is: 'run', rows: { filled: listed }, summary: { found: 2, filled: 0 } });
  });

  test('is listed where that happens while the panel is closed', async () => {
    const { run, plan } = await planned();
    run.before = (step) => closed(step, 'request');
    await expect(run.run(wanted, plan)).rejects.toThrow(Crash);
    run.before = () => undefined;
    run.grid.at(2, 1).value = 'mine';
    await run.resume({ rest: 10 });
    expect(run.grid.at(2, 2).value).not.toBe('');
    expect(await run.reopen()).toMatchObject({ is: 'run', rows: { filled: listed }, summary: { found: 2, filled: 0 } });
  });

  test('is found by its row and column, wherever these are by then', async () => {
    const { run, plan } = await planned();
    run.before = (step) => closed(step, 'request');
    await expect(run.run(wanted, plan)).rejects.toThrow(Crash);
    run.before = () => undefined;
    for (const row of run.grid.rows) row.splice(1, 0, { value: '' });
    run.grid.rows.splice(1, 0, []);
    run.grid.at(3, 2).value = 'mine';
    await run.resume({ rest: 10 });
    expect(await run.reopen()).toMatchObject({ is: 'run', rows: { filled: [{ index: 1, row: 3 }] } });
  });
});
