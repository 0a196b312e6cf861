import { say } from '../../../shared/errors/say';
import { TraceError } from '../../../shared/errors/trace-error';
import { Bench } from '../../fakes/bulk-bench';
import { json } from '../../fakes/memory-host';

test('what is said of a run is not advice for a formula', async () => {
  const bench = new Bench([['domain'], ['x1.example']], () => json(422, { detail: 'no such field' }));
  const [failure] = (await bench.start()).summary.failed;
  expect(say(failure!.why, 'run')).toBe(
    'Trace refused the request (HTTP 422): no such field. Check the columns you chose, then retry.',
  );
});

test.each([
  [new TraceError('outOfTime', {}), 'Out of time. Resume or retry to continue. Fetched rows are kept.'],
  [
    new TraceError('sheetRefused', { message: 'The range is protected.' }),
    'Google Sheets did not let Trace write: The range is protected. Filled cells stay. Ask for edit access, then resume.',
  ],
  [new TraceError('unreachable', {}), 'Trace could not be reached. Check your connection, then retry.'],
])('%s is said in the words of a run', (error, sentence) => {
  expect(say(error, 'run')).toBe(sentence);
});

test.each([
  [new TraceError('outOfTime', {}), 'Trace took too long. Wait a minute, then retry.'],
  [
    new TraceError('requestRefused', { status: 422, message: 'unknown field' }),
    'Trace refused this (HTTP 422): unknown field. Correct your entry.',
  ],
  [new TraceError('unreachable', {}), 'Trace could not be reached. Check your connection, then retry.'],
])('%s is said in the words of an action', (error, sentence) => {
  expect(say(error, 'action')).toBe(sentence);
});
