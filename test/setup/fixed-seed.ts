import type * as FastCheck from 'fast-check';
import { SEED } from './chance';

/**
 * A mock is made when it is first imported, so that test files without properties do not load the library. The seed and the
 * path that a failed property prints repeat it: `TRACE_SEED=7 TRACE_PATH=3:0 npx jest <file> -t <name>`.
 */
jest.mock('fast-check', () => {
  const fastCheck = jest.requireActual<typeof FastCheck>('fast-check');
  const path = process.env['TRACE_PATH'];
  fastCheck.configureGlobal({ seed: SEED, ...(path === undefined ? {} : { path, endOnFailure: true }) });
  return fastCheck;
});
