import fc from 'fast-check';
import { lookAtRun } from '../../../../shared/bulk/run/inspect';
import { planLeftRun } from '../../../../shared/bulk/run/plan-left-run';
import { resumeRun, startRun } from '../../../../shared/bulk/run/run';
import { listUndo, undoRun } from '../../../../shared/bulk/undo/undo';
import type { GridCell } from '../../../../shared/bulk/sheet/cell-values';
import { TraceError } from '../../../../shared/errors/trace-error';
import { Bench, DAYS_30 } from '../../../fakes/bulk-bench';
import { FORGERY, forge, type Forgery } from '../../../fakes/forgeries';
import { drive } from '../../../fakes/bulk-drive';
import { PersonSeal } from '../../../fakes/person-seal';
import { signAgain } from '../../../fakes/sign-again';
import type { Asked } from '../../../fakes/watched-ports';
import { times } from '../../../setup/chance';

const SEED = 20_261_126;
const ROWS = 12;
const CAP = 5;
const MAY_SPEND = 2;

/** A run that has spent its limit, with an answer whose row is gone, and a person's own column beside it. */
async function capped(): Promise<Bench> {
  const names = Array.from({ length: ROWS }, (_row, index) => [`x${index}.example`]);
  const bench = new Bench([['domain'], ...names]);
  const plan = await bench.plan();
  let isTaken = false;
  bench.grid.before = (effect) => {
    if (isTaken || effect.ask !== 'sheet.write' || effect.writing.rows[0] === 0) return;
    isTaken = true;
    bench.grid.rows.splice(3, 1);
  };
  await bench.start(plan, { cap: CAP });
  bench.grid.before = () => undefined;
  bench.grid.rows.forEach((row, at) => {
    while (row.length < 3) row.push({ value: '' });
    row[2] = { value: at === 0 ? 'Price' : 'secret' };
  });
  return bench;
}

/** Only what a cell can hold, by its kind, and a text that begins as a formula does is said to be one. */
function isPlain(cell: GridCell | null): boolean {
  if (cell === null || cell.kind === 'blank') return true;
  if (cell.kind === 'text') return typeof cell.text === 'string' && (!/^[=+\-@]/.test(cell.text) || cell.isLiteral);
  if (cell.kind === 'number') return Number.isFinite(cell.number);
  if (cell.kind === 'boolean') return typeof cell.boolean === 'boolean';
  if (cell.kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(cell.day);
  const { value, format } = cell;
  return typeof format === 'string' && ['string', 'boolean', 'number'].includes(typeof value);
}

async function attempt(bench: Bench, act: () => Promise<unknown>): Promise<void> {
  bench.grid.before = (effect: Asked) => {
    if (effect.ask !== 'sheet.write') return;
    const { sparesProtected, cells, rows, columns } = effect.writing;
    expect(sparesProtected).toBe(true);
    expect(cells.flat().filter((cell) => !isPlain(cell))).toEqual([]);
    expect([...rows, ...columns].every((each) => Number.isSafeInteger(each) && each >= 0)).toBe(true);
  };
  try {
    await act();
  } catch (thrown) {
    // Whatever is refused has a sentence: nothing breaks inside.
    expect(thrown).toBeInstanceOf(TraceError);
    expect((thrown as TraceError).code).not.toBe('internal');
  }
}

function edit({ grid }: Bench, forgeries: readonly Forgery[]): void {
  for (const forgery of forgeries) {
    const names = [...grid.journal!.keys()];
    const name = names[Math.floor(forgery.text * names.length)]!;
    grid.journal!.set(name, forge(grid.journal!.get(name)!, forgery));
  }
}

const SOME = fc.array(FORGERY, { minLength: 1, maxLength: 4 });

const AGAIN = fc.constantFrom('failed', 'unplaced', undefined);

test('whatever a journal says that is signed all the same, no formula is written, nothing without a look at what is protected, and no more spent than is said', async () => {
  await fc.assert(
    fc.asyncProperty(SOME, AGAIN, async (forgeries, again) => {
      const bench = await capped();
      edit(bench, forgeries);
      await signAgain(bench.grid);
      const before = bench.host.spending.counters.runs;
      const reopened = await drive(lookAtRun, bench.host, bench.grid);
      if (reopened.is === 'damaged') expect(reopened.error.code).not.toBe('internal');
      const settings = { rest: MAY_SPEND, ...(again === undefined ? {} : { again }) };
      await attempt(bench, async () => await drive((ports) => resumeRun(ports, settings), bench.host, bench.grid));
      expect(bench.host.spending.counters.runs - before).toBeLessThanOrEqual(MAY_SPEND);
      await attempt(bench, async () => await drive((ports) => undoRun(ports), bench.host, bench.grid));
      expect(bench.host.spending.counters.runs - before).toBeLessThanOrEqual(MAY_SPEND);
    }),
    { seed: SEED, numRuns: times(300) },
  );
});

test('whatever one says that is not signed, nothing is written or spent before it was listed or priced, and nothing else after that', async () => {
  await fc.assert(
    fc.asyncProperty(SOME, AGAIN, fc.boolean(), async (forgeries, again, isUndone) => {
      const bench = await capped();
      edit(bench, forgeries);
      const { grid, host } = bench;
      grid.seal = new PersonSeal('secret of another');
      const [stood, journal, spent] = [grid.values(), new Map(grid.journal!), host.spending.counters.runs];
      const settings = { rest: 100, ...(again === undefined ? {} : { again }) };
      await attempt(bench, async () => await drive((ports) => resumeRun(ports, settings), host, grid));
      await attempt(bench, async () => await drive((ports) => undoRun(ports), host, grid));
      await attempt(bench, async () => await drive(listUndo, host, grid));
      await attempt(bench, async () => await drive(planLeftRun, host, grid));
      expect([grid.values(), grid.journal, host.spending.counters.runs]).toEqual([stood, journal, spent]);
      if (isUndone) await attempt(bench, () => undoListed(bench));
      else await attempt(bench, () => goOnAnew(bench));
      expect(host.spending.counters.runs - spent).toBeLessThanOrEqual(isUndone ? 0 : MAY_SPEND);
    }),
    { seed: SEED, numRuns: times(300) },
  );
});

/** Once its list is confirmed: exactly that is changed. */
async function undoListed({ grid, host }: Bench): Promise<void> {
  const listed = await drive(listUndo, host, grid);
  const expected = grid.values();
  for (const { row, column, back } of listed.cells) expected[row]![column] = back.value;
  await drive((ports) => undoRun(ports, listed), host, grid);
  expect(grid.values()).toEqual(expected);
}

async function goOnAnew({ grid, host }: Bench): Promise<void> {
  const { plan, run } = await drive(planLeftRun, host, grid);
  const settings = { cap: MAY_SPEND, quoted: 0, maxAgeMs: DAYS_30, replaces: run };
  await drive((ports) => startRun(ports, plan, settings), host, grid);
}

test('most of what is forged so is read, and some of it damaged', async () => {
  const came = { run: 0, damaged: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(SOME, async (forgeries) => {
      const bench = await capped();
      edit(bench, forgeries);
      came[(await drive(lookAtRun, bench.host, bench.grid)).is] += 1;
    }),
    { seed: SEED, numRuns: times(100) },
  );
  expect([came.run > 20, came.damaged > 20]).toEqual([true, true]);
});
