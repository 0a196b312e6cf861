import { NAME, RunCase } from '../../fakes/run-case';

test('a formula in a filled column may calculate again: its earlier value is not missed by the undo', async () => {
  const run = new RunCase([
    ['domain', 'Company'],
    ['company-1.example', 'was calculated'],
    ['company-2.example', ''],
  ]);
  run.grid.at(1, 1).formula = true;
  await run.run({ adds: NAME, where: 'sameTitles' });
  run.grid.at(1, 1).value = 'is calculated';
  expect(await run.undo()).toMatchObject({ restored: 1, noPlace: [], isWhole: true });
  expect(run.grid.values()).toEqual([
    ['domain', 'Company'],
    ['company-1.example', 'is calculated'],
    ['company-2.example', ''],
  ]);
});
