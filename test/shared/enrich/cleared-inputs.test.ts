import { companies, NAME, RunCase } from '../../fakes/run-case';

const LEFT = { why: 'newInput', choices: [] };

test('an answer beside a company that was cleared is listed by the undo, until it is gone', async () => {
  const run = new RunCase([['domain'], ...companies(2)]);
  await run.run({ adds: NAME });
  run.grid.at(1, 0).value = '';
  expect(await run.undo()).toMatchObject({
    restored: 1,
    edited: 0,
    unrestored: [{ row: 1, target: 0, ...LEFT }],
    isWhole: false,
  });
  expect(run.grid.at(1, 1).value).toBe('Company 1');
  run.grid.at(1, 1).value = '';
  expect(await run.undo()).toMatchObject({ unrestored: [], isWhole: true });
});

test('values that stood beside blank cells before stay unlisted, whatever they say', async () => {
  const run = new RunCase([
    ['domain', 'Company'],
    ['company-1.example', ''],
    ['company-2.example', ''],
    ['', 'Company 2'],
    ['', ''],
  ]);
  await run.run({ adds: NAME, where: 'sameTitles' });
  run.grid.at(1, 0).value = '';
  run.grid.at(4, 1).value = 'typed since';
  expect(await run.undo()).toMatchObject({ restored: 1, unrestored: [{ row: 1, target: 0, ...LEFT }], noPlace: [] });
  run.grid.at(1, 0).value = 'company-1.example';
  expect(await run.undo()).toMatchObject({ restored: 1, unrestored: [], isWhole: true });
  expect(run.grid.values().map(([, company]) => company)).toEqual(['Company', '', '', 'Company 2', 'typed since']);
});
