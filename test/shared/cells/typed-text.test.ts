import { asTyped, asTypedAgain } from '../../../shared/cells/typed-text';
import { FORMULA_PAYLOADS } from '../../fakes/formula-payloads';

test.each([
  ...FORMULA_PAYLOADS,
  ...['=1+1', '+1', '-1', '@name', '\tx', '\nx', "'x", '1-10', '11-50', '2026-06-01', '00123', '$5', ' 5', '#N/A'],
  ...['TRUE', 'WAHR', 'VRAI', 'ИСТИНА', 'doğru', 'Fałsz', 'May 2026', 'Jan-5', 'R$ 1.000', 'kr 7', '１２３', 'kr ٣٤'],
])('%j is typed behind an apostrophe, which both programs swallow', (text) => {
  expect(asTyped(text)).toBe(`'${text}`);
});

test.each(['Stripe', 'not tracked', 'React, Vue', 'Ö', ''])('%j is a text in every language', (text) => {
  expect(asTyped(text)).toBe(text);
});

test.each([5, true])('%j is typed as it is', (value) => {
  expect(asTyped(value)).toBe(value);
});

test.each(['#N/A', '#DIV/0!', '#NAME?', '#NV', '#¡VALOR!', '#ДЕЛ/0!'])(
  'the error %j is typed again as it is',
  (error) => {
    expect(asTypedAgain(error)).toBe(error);
  },
);

test.each([...FORMULA_PAYLOADS, '#TRACE: No API key.', '# 1', '#1', '007', '=1+1'])(
  '%j is typed again as a text',
  (text) => {
    expect(asTypedAgain(text)).toBe(`'${text}`);
  },
);
