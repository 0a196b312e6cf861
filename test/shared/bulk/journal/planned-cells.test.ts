import fc from 'fast-check';
import { wasPlanned, toSkippedCells } from '../../../../shared/bulk/journal/planned-cells';
import { times } from '../../../setup/chance';

const [FILLED, SKIPPED] = [false, true];

it('five cells are a number', () => {
  expect(toSkippedCells([FILLED, SKIPPED, FILLED, FILLED, SKIPPED, SKIPPED, FILLED])).toEqual([18, 1]);
});

it('each cell is told as it was planned', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (isSkipped) => {
      const skipped = toSkippedCells(isSkipped);
      expect(isSkipped.map((_is, at) => !wasPlanned(skipped, at))).toEqual(isSkipped);
    }),
    { numRuns: times(100) },
  );
});

it('of a journal that does not say it, no cell is told', () => {
  expect([0, 4, 5].map((at) => wasPlanned([], at))).toEqual([false, false, false]);
});
