import { toRunError } from '../../../shared/errors/say';
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
])('%s is said in the words of a run, under the same code', (error, sentence) => {
  expect([toRunError(error).message, toRunError(error).code]).toEqual([sentence, error.code]);
});
