import { toFrozenText } from '../../../shared/frozen/freeze-text';
import { toSinglesText } from '../../../shared/frozen/range-text';

it('what is not frozen may be a formula no more, so that no line calls it one', () => {
  expect(toFrozenText({ frozen: 1, stay: { refused: 1_200, blank: 1 } })).toBe(
    [
      '1 formula frozen to values. Thaw brings formulas back.',
      'Not frozen:',
      '• Could not be replaced. Freeze again, or paste them as values: 1,200',
      '• Blank: 1',
    ].join('\n'),
  );
});

it('a range formula of one row is one formula', () => {
  expect([1, 12_000].map(toSinglesText)).toEqual([
    'One range formula is 1 formula now.',
    'One range formula is 12,000 formulas now.',
  ]);
});
