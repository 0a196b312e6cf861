import { Crash } from '../../fakes/bulk-drive';
import { PARTNERS, RunCase } from '../../fakes/run-case';

/** A cell that the run writes again, cut off after the journal was saved and before the sheet was written. */

/** One company, of whose partners a limit of three credits has paid for some. */
async function cut(): Promise<RunCase> {
  const run = new RunCase([['domain'], ['company-1.example']]);
  await run.run({ adds: PARTNERS, limit: 3 });
  return run;
}

async function crashBeforeWrite(run: RunCase): Promise<void> {
  run.before = (step) => {
    if (step === 'write') throw new Crash();
  };
  await expect(run.resume({ limit: 300 })).rejects.toThrow(Crash);
  run.before = () => undefined;
}

test('the first answer is still the run’s own, and is replaced', async () => {
  const run = await cut();
  expect(run.grid.values()[1]![1]).toBe('G2, Minutemailer, Omarchy … +6 more');
  await crashBeforeWrite(run);
  await run.reopen();
  await run.resume({ limit: 300 });
  expect(run.grid.values()[1]![1]).toBe(
    'G2, Minutemailer, Omarchy, Contabo, Discord, Hotjar, Iconify, VEXXHOST, Fantom',
  );
  expect(await run.charged()).toBe(10);
});

test('the first answer is still the run’s own, and is undone', async () => {
  const run = await cut();
  await crashBeforeWrite(run);
  await run.reopen();
  expect(await run.undo()).toMatchObject({ restored: 1, edited: 0, isWhole: true });
  expect(run.grid.values()[1]).toEqual(['company-1.example', '']);
});

test('a value of the sheet’s owner beside it is not', async () => {
  const run = await cut();
  await crashBeforeWrite(run);
  run.grid.at(1, 1).value = 'typed';
  await run.reopen();
  await run.resume({ limit: 300 });
  expect(run.grid.values()[1]![1]).toBe('typed');
});

test('the first answer stays the run’s own where the host refuses to replace it', async () => {
  const run = await cut();
  run.grid.protectedRows.add(1);
  await run.reopen();
  await run.resume({ limit: 300 });
  run.grid.protectedRows.delete(1);
  await run.reopen();
  expect(await run.undo()).toMatchObject({ restored: 1, isWhole: true });
  expect(run.grid.values()[1]).toEqual(['company-1.example', '']);
});
