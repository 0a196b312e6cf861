import { TraceError } from '../../../shared/errors/trace-error';
import { toUsedText } from '../../../shared/panel/credits-used';

const UNREACHABLE = new TraceError('unreachable', {});
const FAILED = new TraceError('serviceFailed', { status: 500 });

it.each([
  [0, 0, null, 'free'],
  [1, 0, null, '1 credit used'],
  [1_200, 0, null, '1,200 credits used'],
  [3, 1, UNREACHABLE, '2 credits used, 1 credit unconfirmed (connection was lost)'],
  [2, 2, UNREACHABLE, '2 credits unconfirmed (connection was lost)'],
  [2, 2, FAILED, '2 credits unconfirmed (Trace had a problem)'],
])('%d credits, %d of them unsure: %s', (credits, unsure, why, text) => {
  expect(toUsedText(credits, unsure, why)).toBe(text);
});
