import { say } from '../../../shared/errors/say';
import { TraceError } from '../../../shared/errors/trace-error';
import { Bench } from '../../fakes/bulk-bench';
import { json } from '../../fakes/memory-host';

test('what is said of a run is not advice for a formula', async () => {
  const bench = new Bench([['domain'], ['x1.example']], () => json(422, { detail: 'no such field' }));
  const [[sentence] = []] = (await bench.start()).summary.failed;
  expect(sentence).toBe(
    'Trace refused the request (HTTP 422): no such field. Check what was typed for the columns, then retry.',
  );
});

test.each([
  [
    new TraceError('outOfTime', {}),
    'Trace took too long, so this is not fetched yet. Resume or retry; what was fetched is kept.',
  ],
  [
    new TraceError('sheetRefused', { message: 'The range is protected.' }),
    'Google Sheets did not let Trace write: The range is protected. What is written stays. Ask for the right to edit these cells, then resume.',
  ],
  [new TraceError('unreachable', {}), 'Trace could not be reached. Check the connection, then ask again.'],
])('%s is said in the words of a run', (error, sentence) => {
  expect(say(error, 'run')).toBe(sentence);
});

test.each([
  [new TraceError('outOfTime', {}), 'Trace took too long to answer. Ask again in a minute.'],
  [
    new TraceError('requestRefused', { status: 422, message: 'unknown field' }),
    'Trace refused this (HTTP 422): unknown field. Correct what was given, then try again.',
  ],
  [new TraceError('unreachable', {}), 'Trace could not be reached. Check the connection, then ask again.'],
])('%s is said in the words of an action', (error, sentence) => {
  expect(say(error, 'action')).toBe(sentence);
});
