import type * as Errors from '../../../shared/errors/trace-error';
import { toTraceError, TraceError } from '../../../shared/errors/trace-error';

const ofAnotherScript = (): unknown => {
  let error: unknown;
  jest.isolateModules(() => {
    const { TraceError: Other } = jest.requireActual<typeof Errors>('../../../shared/errors/trace-error');
    error = new Other('runCapReached', { credits: 5 });
  });
  return error;
};

test('an error that another script of the same page has made is one', () => {
  const error = ofAnotherScript();
  expect({ isTraceError: error instanceof TraceError, isItself: toTraceError(error) === error }).toEqual({
    isTraceError: true,
    isItself: true,
  });
  expect(Object.getPrototypeOf(error)).not.toBe(TraceError.prototype);
});

test.each([[new Error('no')], ['runCapReached'], [null], [undefined], [{ code: 'runCapReached', name: 'TraceError' }]])(
  '%p is none, and counts as a fault of ours',
  (thrown) => {
    expect({ isTraceError: thrown instanceof TraceError, code: toTraceError(thrown).code }).toEqual({
      isTraceError: false,
      code: 'internal',
    });
  },
);
