import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import { Crash } from '../../fakes/bulk-drive';
import { companies, NAME, RunCase } from '../../fakes/run-case';

/** Titles keep their owners: an undo removes what the enrichment wrote, and nothing that a user did. */

const table = (run: RunCase): GridValue[][] => run.grid.values().map((row) => [...row]);

/** Closes the panel once something was written into the row of titles, before that is kept. */
function closedAfterTitles(run: RunCase): void {
  let isWritten = false;
  run.before = (step) => {
    if (isWritten) throw new Crash();
    isWritten = step === 'titles';
  };
}

test('a title that the run wrote is its own, also where the panel was closed before that was kept', async () => {
  const run = new RunCase([['domain'], ...companies(2)]);
  closedAfterTitles(run);
  await expect(run.run({ adds: NAME })).rejects.toThrow(Crash);
  run.before = () => undefined;
  expect(run.grid.at(0, 1).value).toBe('Company');
  await run.undo();
  expect(run.grid.at(0, 1)).toEqual({ value: '', format: 'General' });
});

test('such a run goes on, and an undo of all of it takes the title away', async () => {
  const run = new RunCase([['domain'], ...companies(2)]);
  closedAfterTitles(run);
  await expect(run.run({ adds: NAME })).rejects.toThrow(Crash);
  run.before = () => undefined;
  expect(await run.resume()).toMatchObject({ is: 'done', summary: { found: 2 } });
  expect(await run.undo()).toMatchObject({ restored: 2, isWhole: true });
  expect(table(run)).toEqual([['domain', ''], ...companies(2).map(([domain]) => [domain, ''])]);
});

test('an enrichment whose title was refused is undone although its place is blank', async () => {
  const run = new RunCase([['domain'], ...companies(2)]);
  run.grid.protectedRows.add(0);
  expect(await run.run({ adds: NAME })).toMatchObject({ is: 'paused', why: { code: 'cellsProtected' } });
  expect(await run.undo()).toMatchObject({ restored: 0, isWhole: true });
  expect(run.grid.record).toBeNull();
});

test('undo gives a title cell its number format back', async () => {
  const run = new RunCase([['domain'], ...companies(2)]);
  run.grid.at(0, 1).format = '0.00';
  await run.run();
  await run.undo();
  expect(run.grid.at(0, 1)).toEqual({ value: '', format: '0.00' });
});

test('domains that were filled in beside names can be undone after the panel was closed', async () => {
  const before = [['company'], ['Acme'], ['Beta']];
  const run = new RunCase(before);
  await run.writeDomains(0, [
    { row: 1, name: 'Acme', domain: 'acme.example' },
    { row: 2, name: 'Beta', domain: 'beta.example' },
  ]);
  expect(run.grid.at(1, 1).value).toBe('acme.example');
  await run.undo();
  expect(table(run).map(([name, domain = '']) => [name, domain])).toEqual(before.map(([name]) => [name, '']));
});

test.each(['website', ''])(
  'an undo takes titles away where the title of the companies became "%s"',
  async (renamed) => {
    const run = new RunCase([['domain'], ...companies(2)]);
    await run.run({ adds: NAME });
    run.grid.at(0, 0).value = renamed;
    expect(await run.undo()).toMatchObject({ restored: 2, edited: 0, isWhole: true });
    expect(table(run)).toEqual([[renamed, ''], ...companies(2).map(([domain]) => [domain, ''])]);
  },
);

test('a heading above the table may say the same as the title of the companies', async () => {
  const before = [['Website'], [''], ['Website'], ...companies(2), ['Website'], ...companies(1, 3)];
  const run = new RunCase(before);
  expect(await run.run({ adds: NAME })).toMatchObject({ is: 'done', summary: { found: 3 } });
  expect(table(run).map(([, company = '']) => company)).toEqual([
    ...['', '', 'Company'],
    ...['Company 1', 'Company 2', '', 'Company 3'],
  ]);
  expect(await run.undo()).toMatchObject({ isWhole: true });
  expect(table(run).map(([domain]) => [domain])).toEqual(before);
});
