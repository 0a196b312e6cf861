import { TraceError } from '../../../../shared/errors/trace-error';
import { Crash } from '../../../fakes/bulk-drive';
import { RunCase } from '../../../fakes/run-case';

/** A file holds one run. What a second start leaves of the first one, wherever it is cut off. */

const TABLE = [['domain'], ['company-1.example'], ['company-2.example']];
const FIRST = [
  ['domain', 'Company'],
  ['company-1.example', 'Company 1'],
  ['company-2.example', 'Company 2'],
];
const SLUGS = [{ adds: 'company', field: 'slug' }] as const;

async function afterFirst(): Promise<RunCase> {
  const run = new RunCase(TABLE);
  run.host.random = 0.25;
  await run.run();
  // The name of the second one.
  run.host.random = 0.75;
  return run;
}

/** What is in the file after a start that broke off, and what an undo makes of it. */
async function toOutcome(run: RunCase, first: string): Promise<object> {
  const found = await run.reopen();
  if (found.is !== 'run') return { found: found.is, values: withoutBlanks(run) };
  await run.undo();
  return { found: found.head.run === first ? 'first' : 'second', values: withoutBlanks(run) };
}

function withoutBlanks({ grid }: RunCase): unknown[][] {
  return grid.values().map((row) => row.filter((value) => value !== ''));
}

async function runOf(run: RunCase): Promise<string> {
  const found = await run.reopen();
  return found.is === 'run' ? found.head.run : '';
}

it('undoes the first run or the second one exactly, after a second start that was cut off at any call', async () => {
  const outcomes: object[] = [];
  let isDone = false;
  for (let crashAt = 1; !isDone; crashAt += 1) {
    const run = await afterFirst();
    const first = await runOf(run);
    const plan = await run.plan({ adds: SLUGS });
    let left = crashAt;
    run.before = () => {
      left -= 1;
      if (left === 0) throw new Crash();
    };
    isDone = await run.run({}, plan).then(
      () => true,
      () => false,
    );
    run.before = () => undefined;
    if (!isDone) outcomes.push(await toOutcome(run, first));
  }
  const kinds = [...new Set(outcomes.map((outcome) => JSON.stringify(outcome)))].map(
    (text) => JSON.parse(text) as object,
  );
  expect(kinds).toEqual([
    { found: 'first', values: TABLE },
    { found: 'none', values: FIRST },
    { found: 'second', values: FIRST },
  ]);
  // The one call between the removal of the first record and the saving of the second.
  expect(outcomes.filter((outcome) => 'found' in outcome && outcome.found === 'none')).toHaveLength(1);
});

it('undoes the first run where the file refuses to give up its record', async () => {
  const run = await afterFirst();
  const refused = jest
    .spyOn(run.grid.journalPort, 'remove')
    .mockRejectedValueOnce(new TraceError('journalRefused', { message: '' }));
  await expect(run.run({ adds: SLUGS })).rejects.toMatchObject({ code: 'journalRefused' });
  refused.mockRestore();
  expect(await run.undo()).toMatchObject({ restored: 2, isLeft: false });
  expect(withoutBlanks(run)).toEqual(TABLE);
});

it('leaves the marks of one run once the second has begun', async () => {
  const run = await afterFirst();
  const first = await runOf(run);
  await run.run({ adds: SLUGS });
  const marks = [first, await runOf(run)].map((id) => run.grid.anchors.all(id).map(({ column }) => column));
  expect(marks).toEqual([[], [0, 2]]);
});
