import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import { companies, NAME, RunCase, type Wanted } from '../../fakes/run-case';

/** What a user types into the cells of a running enrichment stays, and is listed. */

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
  if (left.is !== 'enrichment') throw new Error('The enrichment has no record.');
  return { run, is, summary, listed: left.enrichment.summary?.filled };
}

const HEADED = (...titles: string[]): GridValue[][] => [
  ['domain', ...titles],
  ['company-1.example', ...titles.map(() => 'one')],
  ['company-2.example', ...titles.map(() => 'two')],
];

test('a cell typed into while cells are overwritten is listed as filled, not counted as found', async () => {
  const { run, is, summary, listed } = await typedDuring(HEADED('Company'), SAME);
  expect(run.grid.values().map(([, name]) => name)).toEqual(['Company', 'Company 1', 'mine']);
  expect({ is, found: summary.found, listed }).toEqual({ is: 'done', found: 1, listed: [2] });
});

test('if only one of the cells of a row was typed into, the row is found', async () => {
  const { run, summary, listed } = await typedDuring(HEADED('Company', 'Employees'), { ...SAME, ...TWO });
  expect(run.grid.at(2, 1).value).toBe('mine');
  expect(run.grid.at(2, 2).value).not.toBe('two');
  expect({ found: summary.found, listed }).toEqual({ found: 2, listed: [] });
});

test('a formula that a person put there before its row is read stays', async () => {
  const run = new RunCase(HEADED('Company'));
  const plan = await run.plan(SAME);
  Object.assign(run.grid.at(2, 1), { value: 'mine', formula: true });
  const { summary } = await run.run(SAME, plan);
  expect(run.grid.at(2, 1)).toMatchObject({ value: 'mine', formula: true });
  expect({ found: summary.found, filled: summary.filled }).toEqual({ found: 1, filled: [2] });
});

test('undo leaves a cell alone that was typed into, and counts it', async () => {
  const { run, listed } = await typedDuring(HEADED(), {});
  expect(listed).toEqual([2]);
  expect(await run.undo()).toMatchObject({ edited: 1, isWhole: true });
  expect(run.grid.values().map((row) => row[1] ?? '')).toEqual(['', '', 'mine']);
});

test('cells that were full before the run began are not listed', async () => {
  const cells = HEADED('Company', 'Employees');
  cells[1]![2] = '';
  cells[2]![2] = '';
  const run = new RunCase(cells);
  await run.run({ where: 'sameTitles', ...TWO });
  const left = await run.reopen();
  expect(left).toMatchObject({ enrichment: { summary: { found: 2, filled: [] } } });
});

test('a row that was filled before it was asked for is listed in place, and costs nothing', async () => {
  const run = new RunCase(HEADED('Company').map((row) => [row[0]!, row[1] === 'Company' ? 'Company' : '']));
  const plan = await run.plan({ where: 'sameTitles' });
  run.grid.at(2, 1).value = 'mine';
  await run.run({ where: 'sameTitles' }, plan);
  const left = await run.reopen();
  expect(left).toMatchObject({ enrichment: { summary: { found: 1, filled: [2] } } });
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
  expect(await run.run(wanted, plan)).toMatchObject({ is: 'done', summary: { found: 1, filled: [1, 2] } });
  expect(run.grid.values().map(([, name]) => name)).toEqual(['Company', 'one 0', 'one 1', 'Company 3']);
  await run.undo();
  expect(run.grid.values()).toEqual(cells);
});
