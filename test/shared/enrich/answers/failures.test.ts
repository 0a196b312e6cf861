import { countFailed, groupFailures } from '../../../../shared/enrich/answers/failures';
import { TraceError } from '../../../../shared/errors/trace-error';

const refused = (message: string): TraceError => new TraceError('requestRefused', { status: 422, message });

it('rows are together whose errors a run tells in the same words', () => {
  const failed = [
    { why: refused('no such field'), row: 1 },
    { why: new TraceError('leftOut', {}), row: 2 },
    { why: refused('no such field'), row: 4 },
    { why: refused('no such type'), row: 5 },
  ];
  const groups = groupFailures(failed).map(({ why, rows }) => [why.code, why.facts, rows]);
  expect(groups).toEqual([
    ['requestRefused', { status: 422, message: 'no such field' }, [1, 4]],
    ['leftOut', {}, [2]],
    ['requestRefused', { status: 422, message: 'no such type' }, [5]],
  ]);
});

it('failed rows are counted over all reasons', () => {
  const why = new TraceError('leftOut', {});
  expect([
    countFailed([]),
    countFailed([
      { why, rows: [1, 2] },
      { why: refused(''), rows: [5] },
    ]),
  ]).toEqual([0, 3]);
});
