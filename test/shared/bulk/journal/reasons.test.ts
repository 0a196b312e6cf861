import { MOST_REASONS, readReasons, Reasons } from '../../../../shared/bulk/journal/reasons';
import { TraceError } from '../../../../shared/errors/trace-error';

const refused = (at: number): TraceError =>
  new TraceError('sheetRefused', { message: `The data in B${at} is not allowed.` });

it('a reason is kept once, however many rows it has', () => {
  const reasons = new Reasons();
  const places = [refused(1), refused(2), refused(1)].map((error) => reasons.placeOf(error));
  expect({ places, kept: reasons.kept.length }).toEqual({ places: [0, 1, 0], kept: 2 });
});

it('where each row has its own reason, some are kept, and the others are told as not known any more', () => {
  const reasons = new Reasons();
  const places = Array.from({ length: 200 }, (_row, at) => reasons.placeOf(refused(at)));
  expect(JSON.stringify(reasons.kept).length).toBeLessThanOrEqual(MOST_REASONS);
  const read = readReasons({ reasons: reasons.kept, why: [0, 1, 3, 1] }, 2);
  expect([read(0).code, read(1).code]).toEqual(['sheetRefused', 'reasonUnknown']);
  expect(new Set(places.slice(10))).toEqual(new Set([3]));
});
