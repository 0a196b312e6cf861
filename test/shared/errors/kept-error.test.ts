import type { ErrorCode } from '../../../shared/errors/codes';
import { fromKept, toKept } from '../../../shared/errors/kept-error';
import { TraceError } from '../../../shared/errors/trace-error';
import { ERROR_SAMPLES } from '../../setup/error-samples';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('every error comes back from a store with its sentence', () => {
  const lost = (Object.keys(ERROR_SAMPLES) as ErrorCode[]).flatMap((code) =>
    ERROR_SAMPLES[code].flatMap((facts) => {
      const error = new TraceError(code, facts as never);
      return fromKept(throughJson(toKept(error)))?.message === error.message ? [] : [error.message];
    }),
  );
  expect(lost).toEqual([]);
});

it('a text of any length takes little room', () => {
  const error = new TraceError('requestRefused', { status: 422, message: 'x'.repeat(100_000) });
  expect(JSON.stringify(toKept(error)).length).toBeLessThan(300);
  expect(fromKept(toKept(error))?.message).toBe(error.message);
});

it.each([
  ['nothing', null],
  ['a text', 'Trace could not be reached.'],
  ['no code', { facts: {} }],
  ['another code', { code: 'notOurs', facts: {} }],
  ['a name that every object has', { code: 'constructor', facts: {} }],
  ['no facts', { code: 'unreachable' }],
  ['facts that are missing', { code: 'requestRefused', facts: {} }],
  ['an object for a text', { code: 'routeMissing', facts: { operation: { toString: 1 } } }],
  ['an object in a list', { code: 'listAmbiguous', facts: { name: 'x', ids: [{ toString: 1 }] } }],
])('%s in a store is no error', (_name, value) => {
  expect(fromKept(value)).toBeNull();
});
