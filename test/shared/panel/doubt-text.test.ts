import { TraceError } from '../../../shared/errors/trace-error';
import { toDoubtText } from '../../../shared/panel/doubt-text';

const SERVICE_FAILED = new TraceError('serviceFailed', { status: 500 });
const UNREACHABLE = new TraceError('unreachable', {});
const PROTECTED = new TraceError('cellsProtected', {});

it.each([
  ['the service failed', SERVICE_FAILED, [], 'Trace had a problem'],
  ['some rows failed for it', null, [PROTECTED, SERVICE_FAILED], 'Trace had a problem'],
  ['Trace could not be reached', UNREACHABLE, [], 'connection was lost'],
  ['nobody knows any more', null, [], 'connection was lost'],
])('credits are in doubt where %s', (_where, why, failed, text) => {
  expect(
    toDoubtText(
      why,
      failed.map((each) => ({ why: each })),
    ),
  ).toBe(text);
});
