import { TraceError } from '../../../../shared/errors/trace-error';
import { Bench } from '../../../fakes/bulk-bench';

/** Two rows of one company: the run looks for its rows before the first block. */
const TABLE = [['domain'], ['x1.example'], ['x2.example'], ['x1.example']];

/** Deletes the sheet as the run asks about it for the n-th time. @returns why the run has paused; `null`: it has not */
async function deletedAt(nth: number): Promise<{ readonly seen: number; readonly why: string | null }> {
  const bench = new Bench(TABLE);
  const plan = await bench.plan();
  let seen = 0;
  bench.grid.before = ({ ask }) => {
    if (ask !== 'sheet.info') return;
    seen += 1;
    if (seen === nth) bench.grid.isGone = true;
  };
  try {
    const { is, why } = await bench.start(plan);
    return { seen, why: is === 'paused' ? (why?.code ?? null) : null };
  } catch (thrown) {
    return { seen, why: thrown instanceof TraceError ? thrown.code : null };
  }
}

test('a run whose sheet is deleted pauses, whenever that is', async () => {
  for (let nth = 1; ; nth += 1) {
    const { seen, why } = await deletedAt(nth);
    if (seen < nth) break;
    expect({ nth, why }).toEqual({ nth, why: 'sheetGone' });
  }
});
