import { lookAtRun } from '../../../../shared/bulk/run/inspect';
import { resumeRun, type RunSettings } from '../../../../shared/bulk/run/run';
import { undoRun } from '../../../../shared/bulk/undo/undo';
import { TraceError } from '../../../../shared/errors/trace-error';
import { Bench } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';

const REFUSED = new TraceError('workbookRefused', { message: 'names are refused' });
const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);
const undo = ({ host, grid }: Bench) => drive((ports) => undoRun(ports), host, grid);

function refusing(rows: string[][]): Bench {
  const bench = new Bench(rows);
  bench.grid.anchors.refusal = REFUSED;
  return bench;
}

const BY_TITLES: Partial<RunSettings> = { byTitles: true };

test('nothing is asked for, written or kept before a person has agreed to a run that only titles tell', async () => {
  const bench = refusing([['domain'], ...column(3)]);
  const before = bench.grid.values();
  await expect(bench.start()).rejects.toMatchObject({
    code: 'marksRefused',
    message: 'Trace cannot mark columns in this file. Keep the titles in row 1 until the enrichment ends.',
  });
  expect({ values: bench.grid.values(), journal: bench.grid.journal, requests: bench.requests }).toEqual({
    values: before,
    journal: null,
    requests: 0,
  });
});

test('then it goes by its titles, wherever they stand, and is undone by them', async () => {
  const bench = refusing([['domain'], ...column(3)]);
  const end = await bench.start(undefined, BY_TITLES);
  bench.grid.rows.forEach((cells) => void cells.splice(1, 0, { value: '' }));
  expect({ is: end.is, value: bench.grid.at(1, 2).value }).toEqual({ is: 'done', value: 'Industry x0' });
  expect(await undo(bench)).toMatchObject({ restored: 3, isLeft: false });
});

test('it goes on by them after a pause, and asks no more', async () => {
  const bench = refusing([['domain'], ...column(10)]);
  await bench.start(undefined, { ...BY_TITLES, cap: 4 });
  expect(await bench.resume({ cap: 10 })).toMatchObject({ is: 'done', summary: { found: 10 } });
});

test('a table without titles is refused with what to do, whatever was agreed to', async () => {
  const bench = refusing(column(3));
  const plan = await bench.plan(undefined, { headerRow: null });
  for (const settings of [{}, BY_TITLES]) {
    await expect(bench.start(plan, settings)).rejects.toMatchObject({
      code: 'marksRefused',
      message:
        'Trace cannot mark columns in this file. Add a row of titles above the companies, then select them again.',
    });
  }
  expect({ journal: bench.grid.journal, requests: bench.requests }).toEqual({ journal: null, requests: 0 });
});

test('the run before stays as it is, and can be undone', async () => {
  const bench = new Bench([['domain'], ...column(3)]);
  await bench.start();
  bench.grid.anchors.refusal = REFUSED;
  bench.host.random = 0.5;
  await expect(bench.start(await bench.plan())).rejects.toMatchObject({ code: 'marksRefused' });
  expect(await drive(lookAtRun, bench.host, bench.grid)).toMatchObject({ is: 'run', head: { isFinished: true } });
  expect(await undo(bench)).toMatchObject({ restored: 3, isLeft: false });
});

test('what is no refusal of the host is no reason to go by titles: the run waits', async () => {
  const bench = new Bench([['domain'], ...column(3)]);
  bench.grid.anchors.refusal = new TraceError('unreachable', {});
  expect(await bench.start()).toMatchObject({ is: 'paused', why: { code: 'unreachable' } });
  bench.grid.anchors.refusal = null;
  const end = await drive((ports) => resumeRun(ports, { rest: 3 }), bench.host, bench.grid);
  expect({ is: end.is, marks: bench.grid.anchors.all(end.agreed.run).length }).toEqual({ is: 'done', marks: 2 });
});
