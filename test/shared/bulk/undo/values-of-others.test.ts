import type { Choice } from '../../../../shared/bulk/plan/column-spec';
import { Crash } from '../../../fakes/bulk-drive';
import { closed, NAME, RunCase } from '../../../fakes/run-case';

/** Values that look just like the run's, and are not: of a person, or of an earlier run. */

const COUNTRY: readonly Choice[] = [{ adds: 'company', field: 'country' }];
const PEOPLE = { inputColumn: 1, where: 'sameTitles' } as const;

const sortBackwards = ({ grid }: RunCase): void => void grid.rows.push(...grid.rows.splice(1).reverse());
const edited = ({ grid }: RunCase, row: number, input: string): void => void (grid.at(row, 0).value = input);

test('a row of the run was deleted: the value that moves into its place stays, and the row is listed', async () => {
  const run = new RunCase([
    ['domain', 'Company'],
    ['company-1.example', ''],
    ['subsidiary.example', 'Company 1'],
    ['x.example', 'y'],
  ]);
  await run.run({ where: 'sameTitles' });
  run.grid.rows.splice(1, 1);
  const undone = await run.undo();
  expect({ undone, values: run.grid.values() }).toEqual({
    undone: expect.objectContaining({ restored: 0, missing: [1], isLeft: true }),
    values: [
      ['domain', 'Company'],
      ['subsidiary.example', 'Company 1'],
      ['x.example', 'y'],
    ],
  });
});

test('a row of the second run was deleted: what the first one wrote stays', async () => {
  const run = new RunCase([['domain'], ...[1, 2, 4, 6].map((company) => [`company-${company}.example`])]);
  await run.run({ adds: COUNTRY, rows: [3, 4] });
  await run.run({ adds: COUNTRY, where: 'sameTitles', rows: [1, 2] });
  run.grid.rows.splice(2, 1);
  const undone = await run.undo();
  expect({ undone, values: run.grid.values() }).toEqual({
    undone: expect.objectContaining({ restored: 1, missing: [2], isLeft: true }),
    values: [
      ['domain', 'Country'],
      ['company-1.example', ''],
      ['company-4.example', 'United States'],
      ['company-6.example', 'United States'],
    ],
  });
});

test('an input was corrected and a row inserted above: the value in the earlier place stays', async () => {
  const run = new RunCase([
    ['domain', 'Company'],
    ['company-7.example', 'x'],
    ['subsidiary.example', 'Company 1'],
    ['company-1.example', ''],
  ]);
  await run.run({ where: 'sameTitles' });
  edited(run, 3, 'corrected.example');
  run.grid.rows.splice(1, 0, [{ value: '' }, { value: '' }]);
  const undone = await run.undo();
  expect({ undone, values: run.grid.values().slice(2) }).toEqual({
    undone: expect.objectContaining({ restored: 0, missing: [3], isLeft: true }),
    values: [
      ['company-7.example', 'x'],
      ['subsidiary.example', 'Company 1'],
      ['corrected.example', 'Company 1'],
    ],
  });
});

test.each([
  ['first', 1],
  ['second', 2],
  ['last', 3],
])('the input of the %s row was corrected and nothing has moved: all is undone', async (_which, row) => {
  const run = new RunCase([['domain'], ['company-1.example'], ['company-2.example'], ['company-3.example']]);
  await run.run();
  edited(run, row, 'corrected.example');
  const undone = await run.undo();
  const filled = run.grid.values().filter((cells) => (cells[1] ?? '') !== '');
  expect({ undone, filled }).toEqual({
    undone: expect.objectContaining({ restored: 3, missing: [], isLeft: false }),
    filled: [],
  });
});

test('an input was corrected and leads were added below: a row between others is undone still', async () => {
  const run = new RunCase([['domain'], ['company-1.example'], ['company-2.example'], ['company-3.example']]);
  await run.run();
  edited(run, 2, 'corrected.example');
  run.grid.rows.push([{ value: 'company-4.example' }]);
  expect(await run.undo()).toMatchObject({ restored: 3, missing: [], isLeft: false });
});

test.each(['onlyEmpty', 'overwrite'] as const)(
  'a colleague of one company had the same value, and rows were sorted: nobody’s value goes unasked, %s',
  async (mode) => {
    const run = new RunCase([
      ['person', 'domain', 'Company'],
      ['Ann', 'company-1.example', ''],
      ['Bob', 'company-1.example', 'Company 1'],
    ]);
    await run.run({ ...PEOPLE, mode });
    sortBackwards(run);
    const undone = await run.undo();
    expect({ undone, values: run.grid.values() }).toEqual({
      undone: expect.objectContaining({ restored: 0, undecided: [{ row: 1, column: 2, value: '' }], isLeft: true }),
      values: [
        ['person', 'domain', 'Company'],
        ['Bob', 'company-1.example', 'Company 1'],
        ['Ann', 'company-1.example', 'Company 1'],
      ],
    });
  },
);

test('a colleague was filled by an earlier run, and rows were sorted: nobody’s value goes unasked', async () => {
  const run = new RunCase([
    ['person', 'domain', 'Company'],
    ['Ann', 'company-1.example', ''],
  ]);
  await run.run(PEOPLE);
  run.grid.rows.push([{ value: 'Bob' }, { value: 'company-1.example' }, { value: '' }]);
  await run.run(PEOPLE);
  sortBackwards(run);
  const asked = await run.undo();
  const companies = run.grid.values().map((cells) => cells[2]);
  expect({ asked, companies }).toEqual({
    asked: expect.objectContaining({ restored: 0, isLeft: true }),
    companies: ['Company', 'Company 1', 'Company 1'],
  });
});

test('the input of the last row was corrected after a run that had gone on from a limit: all is undone', async () => {
  const run = new RunCase([['domain'], ['company-1.example'], ['company-2.example'], ['company-3.example']]);
  await run.run({ limit: 2 });
  await run.resume({ limit: 100 });
  edited(run, 3, 'corrected.example');
  expect(await run.undo()).toMatchObject({ restored: 3, missing: [], isLeft: false });
});

test('rows of one company that a person has filled anew keep nothing of the run, and nobody is asked', async () => {
  const run = new RunCase([
    ['person', 'domain', 'Company'],
    ['Ann', 'company-1.example', 'old'],
    ['Bob', 'company-1.example', 'older'],
  ]);
  await run.run({ ...PEOPLE, mode: 'overwrite' });
  for (const row of [1, 2]) run.grid.at(row, 2).value = `typed ${row}`;
  expect(await run.undo()).toMatchObject({ undecided: [], isLeft: false });
});

test.each([
  ['a row was deleted', ({ grid }: RunCase) => void grid.rows.splice(1, 1), () => undefined],
  ['rows were sorted', sortBackwards, ({ grid }: RunCase) => void (grid.at(2, 2).value = 'typed')],
])('a value of the owner’s is asked about by the next undo too: %s', async (_what, change, edit) => {
  const run = new RunCase([
    ['person', 'domain', 'Company'],
    ['Ann', 'company-1.example', ''],
    ['Bob', 'company-1.example', 'Company 1'],
  ]);
  await run.run({ ...PEOPLE, mode: 'overwrite' });
  change(run);
  await run.undo();
  edit(run);
  const undone = await run.undo();
  expect({ undone, values: run.grid.values()[1] }).toEqual({
    undone: expect.objectContaining({ undecided: [{ row: 1, column: 2, value: '' }], isLeft: true }),
    values: ['Bob', 'company-1.example', 'Company 1'],
  });
});

test('a value of the owner’s is asked about where an undo found nothing of a run that was cut off, and rows were sorted', async () => {
  const run = new RunCase([
    ['person', 'domain', 'Company'],
    ['Ann', 'company-1.example', ''],
    ['Bob', 'company-1.example', 'Company 1'],
  ]);
  run.before = (step) => closed(step, 'write');
  await expect(run.run({ ...PEOPLE, mode: 'overwrite' })).rejects.toThrow(Crash);
  run.before = () => undefined;
  expect(await run.undo()).toMatchObject({ missing: [1] });
  sortBackwards(run);
  expect(await run.undo()).toMatchObject({ undecided: [{ row: 1, column: 2, value: '' }] });
  expect(run.grid.values()[1]).toEqual(['Bob', 'company-1.example', 'Company 1']);
});

test('a value of the owner’s is asked about where its row was protected, and the one that was filled is deleted', async () => {
  const run = new RunCase([
    ['person', 'domain', 'Company', 'Country'],
    ['Ann', 'company-1.example', '', ''],
    ['Bob', 'company-1.example', 'Company 1', ''],
  ]);
  run.grid.protectedRows.add(2);
  await run.run({ ...PEOPLE, adds: [...NAME, ...COUNTRY] });
  run.grid.protectedRows.clear();
  run.grid.rows.splice(1, 1);
  expect(await run.undo()).toMatchObject({ undecided: [{ row: 1, column: 2, value: '' }] });
  expect(run.grid.values()[1]).toEqual(['Bob', 'company-1.example', 'Company 1', '']);
});

test('a value of the owner’s is asked about where one row was deleted, and another one of its company edited', async () => {
  const run = new RunCase([
    ['person', 'domain', 'Company'],
    ['Ann', 'company-1.example', ''],
    ['Bob', 'company-1.example', 'Company 1'],
    ['Cleo', 'company-1.example', ''],
  ]);
  await run.run(PEOPLE);
  run.grid.rows.splice(1, 1);
  run.grid.at(2, 2).value = 'typed';
  expect(await run.undo()).toMatchObject({ undecided: [{ row: 1, column: 2, value: '' }] });
  expect(run.grid.values()[1]).toEqual(['Bob', 'company-1.example', 'Company 1']);
});

test('a value of the owner’s is asked about where a row was deleted, and the other one written in other words', async () => {
  const run = new RunCase([
    ['person', 'domain', 'Company'],
    ['Ann', 'company-1.example', ''],
    ['Bob', 'company-1.example', 'Company 1'],
  ]);
  await run.run({ ...PEOPLE, mode: 'overwrite' });
  run.grid.rows.splice(1, 1);
  run.grid.at(1, 1).value = 'www.company-1.example';
  expect(await run.undo()).toMatchObject({ undecided: [{ row: 1, column: 2, value: '' }] });
  expect(run.grid.values()[1]).toEqual(['Bob', 'www.company-1.example', 'Company 1']);
});

test('a value of the owner’s is asked about where the row above was deleted, and an input written in other words', async () => {
  const run = new RunCase([
    ['person', 'domain', 'Company'],
    ['Dora', 'company-2.example', ''],
    ['Ann', 'company-1.example', ''],
    ['Bob', 'company-1.example', 'Company 1'],
  ]);
  await run.run(PEOPLE);
  run.grid.rows.splice(1, 1);
  run.grid.at(1, 1).value = 'www.company-1.example';
  expect(await run.undo()).toMatchObject({ undecided: [{ row: 2, column: 2, value: '' }] });
  expect(run.grid.values()[2]).toEqual(['Bob', 'company-1.example', 'Company 1']);
});
