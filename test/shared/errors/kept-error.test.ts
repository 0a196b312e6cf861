import type { ErrorCode } from '../../../shared/errors/codes';
import { fromKept, toKept } from '../../../shared/errors/kept-error';
import { say } from '../../../shared/errors/say';
import { TraceError } from '../../../shared/errors/trace-error';
import { ERROR_SAMPLES } from '../../setup/error-samples';

const stored = (error: TraceError): unknown => JSON.parse(JSON.stringify(toKept(error)));
const CODES = Object.keys(ERROR_SAMPLES) as ErrorCode[];

it.each(CODES)('%s comes back with its words', (code) => {
  for (const facts of ERROR_SAMPLES[code]) {
    const error = new TraceError(code, facts as never);
    const back = fromKept(stored(error));
    expect({
      code: back?.code,
      words: (['formula', 'run', 'action', 'key'] as const).map((at) => say(back!, at)),
    }).toEqual({
      code,
      words: (['formula', 'run', 'action', 'key'] as const).map((at) => say(error, at)),
    });
  }
});

it('of long texts and lists so much is kept as a sentence shows, and of keys nothing', () => {
  const said = new TraceError('requestRefused', { status: 400, message: `trace_0123456789 ${'😀'.repeat(500)}` });
  const names = Array.from({ length: 25 }, (_name, at) => `name ${at}`);
  const { facts } = toKept(new TraceError('vendorUnknown', { text: 'x', nearest: names }));
  const { message } = toKept(said).facts as { readonly message: string };
  expect({ start: message.slice(0, 10), length: message.length, facts }).toEqual({
    start: 'trace_… 😀',
    length: 200,
    facts: { text: 'x', nearest: names.slice(0, 20) },
  });
  expect(say(fromKept(toKept(said))!, 'action')).toBe(say(said, 'action'));
});

it.each([
  [null],
  ['Trace has a problem.'],
  [['serviceFailed', {}]],
  [{}],
  [{ code: 'serviceFailed' }],
  [{ code: 'serviceFailed', facts: null }],
  [{ code: 'serviceFailed', facts: [500] }],
  [{ code: 'ofAnotherVersion', facts: {} }],
  [{ code: 'constructor', facts: {} }],
  [{ code: '__proto__', facts: {} }],
  [{ code: ['serviceFailed'], facts: {} }],
  [{ code: 'jobUnknown', facts: {} }],
  [{ code: 'jobUnknown', facts: { jobId: 7 } }],
  [{ code: 'jobUnknown', facts: { jobId: { replace: 'x' } } }],
  [{ code: 'serviceFailed', facts: { status: { toString: 'x' } } }],
  [{ code: 'requestRefused', facts: { status: 422 } }],
  [{ code: 'listAmbiguous', facts: { name: 'x', ids: [{ toString: 1 }] } }],
])('%j is no error that can be said', (value) => {
  expect(fromKept(value)).toBeNull();
});
