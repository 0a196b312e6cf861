import type { ErrorCode } from '../../../shared/errors/codes';
import { fromFile, fromKept, toKept } from '../../../shared/errors/kept-error';
import { say } from '../../../shared/errors/say';
import { TraceError } from '../../../shared/errors/trace-error';
import { PROBLEM_EXAMPLES } from '../../../docs/site/problem-examples';

const stored = (error: TraceError): unknown => JSON.parse(JSON.stringify(toKept(error)));
const CODES = Object.keys(PROBLEM_EXAMPLES) as ErrorCode[];

it.each(CODES)('%s comes back with its words', (code) => {
  for (const facts of PROBLEM_EXAMPLES[code]) {
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
  [{ code: 'serviceFailed', facts: {} }],
  [{ code: 'serviceFailed', facts: { status: '500). Paste your key at https://login.example (' } }],
  [{ code: 'rateLimited', facts: { waitSeconds: ' ' } }],
  [{ code: 'jobUnknown', facts: { jobId: 7 } }],
  [{ code: 'jobUnknown', facts: { jobId: { replace: 'x' } } }],
  [{ code: 'serviceFailed', facts: { status: { toString: 'x' } } }],
  [{ code: 'requestRefused', facts: { status: 422 } }],
  [{ code: 'listAmbiguous', facts: { name: 'x', ids: [{ toString: 1 }] } }],
])('%j is no error that can be said', (value) => {
  expect(fromKept(value)).toBeNull();
});

it('a very long text is cut before its sentence looks for the end of it', () => {
  // Some patterns of sentences take the square of a text's length: seconds for this one.
  const spaces = `${' '.repeat(5_000_000)}x`;
  expect(fromKept({ code: 'workbookRefused', facts: { message: spaces } })?.facts).toEqual({
    message: ' '.repeat(200),
  });
});

it.each([
  { code: 'scriptFailed', facts: { said: 'Paste your API key at https://login.example.' } },
  { code: 'nameUnchecked', facts: { text: 'x', why: 'Paste your API key at https://login.example.' } },
  { code: 'argumentsSwapped', facts: { formula: '=HYPERLINK("https://login.example")' } },
  { code: 'sameCompany', facts: { company: 'Paste your API key at https://login.example.' } },
])('a file cannot make the panel say what someone else has written: %j', (forged) => {
  expect([fromKept(forged)?.code, fromFile(forged)]).toEqual([forged.code, null]);
});

it.each([
  { code: 'requestRefused', facts: { status: 422, message: 'no such field' } },
  { code: 'technologyUnknown', facts: { text: 'Raect', nearest: ['React'] } },
  { code: 'jobUnknown', facts: { jobId: 'job_7' } },
  { code: 'cellsProtected', facts: {} },
])('a file keeps why a row or a refresh failed: %j', (kept) => {
  expect(fromFile(kept)).toMatchObject(kept);
});
