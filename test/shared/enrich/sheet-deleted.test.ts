import { startEnrichment } from '../../../shared/enrich/enrichment';
import { TraceError } from '../../../shared/errors/trace-error';
import { Bench, DAYS_30 } from '../../fakes/bulk-bench';

/** Two rows of one company: the run looks for its rows before the first block. */
const TABLE = [['domain'], ['x1.example'], ['x2.example'], ['x1.example']];

/** Excludes calls that only remove marks, which are gone already. */
const ofSheet = (ask: string): boolean =>
  ask.startsWith('sheet.') || (ask.startsWith('anchors.') && ask !== 'anchors.remove');

interface Deleted {
  /** Whether anything is asked of the sheet from then on. */
  readonly isSeen: boolean;
  readonly why: string | null;
}

/** Deletes the sheet as an errand asks for something for the n-th time. */
async function deletedAt(
  nth: number,
  prepare: (bench: Bench) => Promise<unknown>,
  errand: (bench: Bench) => Promise<string | null>,
): Promise<Deleted> {
  const bench = new Bench(TABLE);
  await prepare(bench);
  let seen = 0;
  let isSeen = false;
  bench.grid.before = ({ ask }) => {
    seen += 1;
    if (seen === nth) bench.grid.isGone = true;
    if (seen >= nth && ofSheet(ask)) isSeen = true;
  };
  const why = await errand(bench).catch((thrown: unknown) => {
    if (thrown instanceof TraceError) return thrown.code;
    throw thrown;
  });
  return { isSeen, why };
}

const prepareNothing = async (): Promise<void> => undefined;

async function run(bench: Bench): Promise<string | null> {
  const plan = await bench.plan();
  const { why } = await bench.do((ports) => startEnrichment(ports, plan, { cap: null, quoted: 0, maxAgeMs: DAYS_30 }));
  return why?.code ?? null;
}

async function undo(bench: Bench): Promise<string | null> {
  return (await bench.undo()).why?.code ?? null;
}

test.each([
  ['a run whose sheet is deleted pauses or is not begun', prepareNothing, run, 10],
  ['an undo whose sheet is deleted says so', run, undo, 5],
] as const)('%s, whenever that is', async (_name, prepare, errand, fewest) => {
  let nth = 1;
  for (; ; nth += 1) {
    const { isSeen, why } = await deletedAt(nth, prepare, errand);
    if (!isSeen) break;
    expect({ nth, why }).toEqual({ nth, why: 'sheetGone' });
  }
  expect(nth).toBeGreaterThan(fewest);
});
