import { appendFileSync } from 'node:fs';
import type * as FastCheck from 'fast-check';
import { SEED, times } from './chance';

/** Used by properties that set nothing else. */
const USUAL_RUNS = 100;

/**
 * A mock is created on first import, so test files without properties do not load the library. The seed and the path
 * that a failed property prints repeat it: `TRACE_SEED=7 TRACE_PATH=3:0 npx jest <file> -t <name>`.
 */
jest.mock('fast-check', () => {
  const fastCheck = jest.requireActual<typeof FastCheck>('fast-check');
  const path = process.env['TRACE_PATH'];
  fastCheck.configureGlobal({
    seed: SEED,
    numRuns: times(USUAL_RUNS),
    ...(path === undefined ? {} : { path, endOnFailure: true }),
  });
  const counts = process.env['TRACE_COUNTS'];
  return counts === undefined ? fastCheck : counted(fastCheck, counts);
});

/** The library, which records in a file how many examples each property has passed, as `[count, test]` a line. */
function counted(fastCheck: typeof FastCheck, file: string): typeof FastCheck {
  const note = (runs: number): void => {
    const { currentTestName = '', testPath = '' } = expect.getState();
    appendFileSync(file, `${JSON.stringify([runs, `${testPath}: ${currentTestName}`])}\n`);
  };
  const assert = ((property: FastCheck.IRawProperty<unknown>, settings: { readonly numRuns?: number } = {}) => {
    const runs = settings.numRuns ?? times(USUAL_RUNS);
    const checked = fastCheck.assert(property, settings) as unknown;
    if (!(checked instanceof Promise)) return note(runs);
    return checked.then(() => note(runs));
  }) as typeof FastCheck.assert;
  return { ...fastCheck, assert, default: { ...fastCheck.default, assert } };
}
