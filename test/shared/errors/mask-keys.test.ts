import { TraceError } from '../../../shared/errors/trace-error';
import { hasApiKey, maskKeysIn } from '../../../shared/errors/mask-keys';

it.each([
  ['trace_abc', true],
  ['my key: TRACE_org_x1', true],
  ['https://a.com/?key=trace_abc', true],
  ['backtrace_tool.com', false],
  ['trace_', false],
  ['stripe.com', false],
])('%s holds a key: %s', (text, expected) => {
  expect(hasApiKey(text)).toBe(expected);
});

it('keys are made unreadable in texts', () => {
  expect(maskKeysIn('bad key trace_abc123 and trace_org_x, sorry')).toBe('bad key trace_… and trace_… sorry');
});

it('a sentence does not repeat a key that is in the wrong argument', () => {
  const error = new TraceError('unknownField', { field: 'trace_secret1', nearest: [] });
  expect(error.message).toBe('There is no field "trace_…". =TRACE_FIELDS() lists all fields.');
});
