import {
  toReconnectLabel,
  toReconnectText,
  toRestoreLabel,
  toRestoreText,
} from '../../../../shared/panel/settings/restore-text';

const terms = (cells: number, credits: number, isLeast = false) => ({
  formulas: '[]',
  price: { cells, credits, isLeast, ...(isLeast ? { isUnread: true as const } : {}) },
});

it('says how many formulas come back and what they may fetch at most', () => {
  expect(toRestoreText(terms(120, 40), false)).toBe('Restoring 120 formulas may fetch up to 40 credits.');
  expect(toRestoreText(terms(1, 1), false)).toBe('Restoring 1 formula may fetch up to 1 credit.');
  expect(toRestoreLabel(terms(120, 40))).toBe('Restore 120 formulas');
});

it('says so where the price is only known after paying, and where it has changed', () => {
  expect(toRestoreText(terms(2, 1, true), true)).toBe(
    [
      'Formulas or prices have changed since you were asked. Nothing was changed.',
      'Restoring 2 formulas may fetch new answers. Some prices are only known after paying.',
    ].join('\n'),
  );
});

it('asks the same for formulas that came from another program', () => {
  expect(toReconnectText(terms(120, 40), false)).toBe('Reconnecting 120 formulas may fetch up to 40 credits.');
  expect(toReconnectText(terms(1, 1, true), true)).toBe(
    [
      'Formulas or prices have changed since you were asked. Nothing was changed.',
      'Reconnecting 1 formula may fetch new answers. Some prices are only known after paying.',
    ].join('\n'),
  );
  expect(toReconnectLabel(terms(120, 40))).toBe('Reconnect 120 formulas');
});
