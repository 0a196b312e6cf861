import { TraceError } from '../../../../shared/errors/trace-error';
import { toUsedText, toDoubtText } from '../../../../shared/panel/common/credits-used';

describe('credits used', () => {
  const UNREACHABLE = new TraceError('unreachable', {});
  const FAILED = new TraceError('serviceFailed', { status: 500 });

  it.each([
    [0, 0, null, 'free'],
    [1, 0, null, '1 credit used'],
    [1_200, 0, null, '1,200 credits used'],
    [3, 1, UNREACHABLE, '2 credits used, 1 credit unconfirmed (connection was lost)'],
    [2, 2, UNREACHABLE, '2 credits unconfirmed (connection was lost)'],
    [2, 2, FAILED, '2 credits unconfirmed (Trace had a problem)'],
    [2, 1, null, '1 credit used, 1 credit unconfirmed'],
  ])('%d credits, %d of them unsure: %s', (credits, unsure, why, text) => {
    expect(toUsedText(credits, unsure, why)).toBe(text);
  });
});

describe('doubt text', () => {
  const SERVICE_FAILED = new TraceError('serviceFailed', { status: 500 });
  const UNREACHABLE = new TraceError('unreachable', {});
  const BAD_GATEWAY = new TraceError('serviceFailed', { status: 502 });
  const PROTECTED = new TraceError('cellsProtected', {});

  it.each([
    ['the service failed', SERVICE_FAILED, [], 'Trace had a problem'],
    ['some rows failed for it', null, [PROTECTED, SERVICE_FAILED], 'Trace had a problem'],
    ['Trace could not be reached', UNREACHABLE, [], 'connection was lost'],
    ['the network was lost on the way', new TraceError('offline', {}), [], 'connection was lost'],
    ['a gateway of Trace failed for some rows', PROTECTED, [UNREACHABLE, BAD_GATEWAY], 'Trace had a problem'],
    ['the reason is no longer known', null, [], ''],
  ])('credits are in doubt where %s', (_where, why, failed, text) => {
    expect(
      toDoubtText(
        why,
        failed.map((each) => ({ why: each })),
      ),
    ).toBe(text);
  });
});
