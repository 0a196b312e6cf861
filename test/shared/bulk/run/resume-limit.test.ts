import { lookAtRun } from '../../../../shared/bulk/run/inspect';
import { resumeRun, type ResumeSettings, type RunEnd } from '../../../../shared/bulk/run/run';
import { Bench } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';
import { signAgain } from '../../../fakes/sign-again';

const column = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

/** A run of 50 companies that has spent its limit of 5 credits. */
async function capped(): Promise<{ readonly bench: Bench; readonly end: RunEnd }> {
  const bench = new Bench([['domain'], ...column(50)]);
  return { bench, end: await bench.start(await bench.plan(), { cap: 5 }) };
}

const resume = async ({ host, grid }: Bench, settings: ResumeSettings): Promise<RunEnd> =>
  await drive((ports) => resumeRun(ports, settings), host, grid);
const paid = ({ host }: Bench): number => host.spending.counters.runs;

/** In a journal that is signed all the same: one that is not is not gone on with at all. */
async function edit({ grid }: Bench, part: string, changed: object): Promise<void> {
  grid.journal!.set(part, JSON.stringify({ ...(JSON.parse(grid.journal!.get(part)!) as object), ...changed }));
  await signAgain(grid);
}

test('a panel that was told nothing spends nothing, whatever limit the journal has', async () => {
  const { bench } = await capped();
  await edit(bench, 'head', { cap: 40, ended: null });
  expect(await resume(bench, {})).toMatchObject({ is: 'paused', why: { code: 'runCapReached' } });
  expect(paid(bench)).toBe(5);
});

test('a panel spends what it is told, and no more', async () => {
  const { bench } = await capped();
  await edit(bench, 'head', { cap: 40, ended: null });
  expect(await resume(bench, { rest: 3 })).toMatchObject({ is: 'paused', why: { code: 'runCapReached' } });
  expect(paid(bench)).toBe(8);
});

test('what the journal says was perhaps paid for already is not asked for at no cost', async () => {
  const { bench } = await capped();
  await edit(bench, 'spent', { doubtful: [['c', 1, [0, 50], '']] });
  await resume(bench, { rest: 3 });
  expect(paid(bench)).toBe(8);
});

test('what the journal says was perhaps paid for already gives nothing back', async () => {
  const { bench } = await capped();
  await edit(bench, 'spent', { doubtful: [['c', 1_000, [5, 1], '']] });
  await resume(bench, { rest: 3 });
  expect(paid(bench)).toBe(8);
});

test('the panel that has begun the run keeps to what was agreed there, however its journal was edited', async () => {
  const { bench, end } = await capped();
  await edit(bench, 'head', { cap: 40, ended: null });
  await edit(bench, 'spent', { settled: 0 });
  expect(await resume(bench, { agreed: end.agreed })).toMatchObject({ is: 'paused', why: { code: 'runCapReached' } });
  expect(paid(bench)).toBe(5);
});

test('what another panel has spent since counts towards the limit that is raised here', async () => {
  const { bench, end } = await capped();
  await resume(bench, { rest: 3 });
  const again = await resume(bench, { agreed: { ...end.agreed, cap: 10 } });
  expect({ is: again.is, used: again.summary.creditsUsed, paid: paid(bench) }).toEqual({
    is: 'paused',
    used: 10,
    paid: 10,
  });
});

test('what was agreed for one run is nothing to another', async () => {
  const { bench, end } = await capped();
  await edit(bench, 'head', { run: 'another' });
  await resume(bench, { agreed: { ...end.agreed, cap: 1_000 } });
  expect(paid(bench)).toBe(5);
});

test('the credits that are left in the account are no leave to spend them', async () => {
  const { bench } = await capped();
  await edit(bench, 'head', { ended: { is: 'paused', why: { code: 'creditsOut', facts: {} }, creditsLeft: 40 } });
  expect(await drive(lookAtRun, bench.host, bench.grid)).toMatchObject({ end: { creditsLeft: 40 } });
  await resume(bench, { creditsLeft: 40 });
  expect(paid(bench)).toBe(5);
});

const withLooks = (was: object): object => ({
  ...{ column: 1, title: 'Industry', isNew: true, titleFormat: '' },
  looks: { was, set: { style: [''], width: 0 } },
});

test.each([
  ['a column of choices that there is not', { choices: [{ adds: 'everything' }] }],
  ['a column far outside', { targets: [{ column: 1e9, title: 'Industry', isNew: true }] }],
  ['a column before the first', { targets: [{ column: -1, title: 'Industry', isNew: true }] }],
  ['a title that is a list', { targets: [{ column: 1, title: ['=1'], isNew: true }] }],
  ['a style that is a formula', { targets: [withLooks({ style: ['=IMPORTDATA("x")'], width: 100 })] }],
  ['a width that no column has', { targets: [withLooks({ style: ['bold'], width: 1e9 })] }],
  ['only a Status column', { choices: [{ adds: 'status' }] }],
  ['a mode that there is not', { mode: 'everything' }],
  ['a number as text', { cap: '40' }],
  ['part of a credit', { cap: 0.5 }],
  ['fewer columns than choices', { targets: [] }],
  ['answers from any time', { maxAgeMs: 1e15 }],
  ['a row of titles that is a text', { headerRow: '0' }],
  ['rows of no table', { rows: -1 }],
])('a journal with %s is damaged', async (_name, changed) => {
  const { bench } = await capped();
  await edit(bench, 'head', changed);
  expect(await drive(lookAtRun, bench.host, bench.grid)).toMatchObject({
    is: 'damaged',
    error: { code: 'journalDamaged' },
  });
});
