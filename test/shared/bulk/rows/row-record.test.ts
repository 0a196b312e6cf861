import { TraceError } from '../../../../shared/errors/trace-error';
import { isWritten, lastOf, RowRecord, type RowState } from '../../../../shared/bulk/rows/row-record';

const row = (state: RowState): RowRecord => {
  const record = new RowRecord(0, 'code', 'text', 5);
  record.take({ seen: 5, state, cells: [null], answer: null });
  return record;
};

it('a row of a plan waits where it stood, and nothing is known of it', () => {
  const record = new RowRecord(3, 'code', 'text', 7);
  expect(record).toMatchObject({ index: 3, row: 7, seen: -1, state: { is: 'waiting', was: null }, isDone: false });
  expect({ last: lastOf(record), isWritten: isWritten(record) }).toEqual({ last: null, isWritten: false });
});

it.each<[RowState, boolean]>([
  [{ is: 'answered', as: { is: 'written', found: 'data' } }, false],
  [{ is: 'written', found: 'noData' }, true],
  [{ is: 'cut' }, true],
  [{ is: 'unplaced' }, true],
  [{ is: 'skipped', why: 'gone' }, true],
  [{ is: 'failed', by: 'host', why: new TraceError('cellsProtected', {}) }, true],
  [{ is: 'undone' }, true],
])('whether something is left to do where it is %j: %s', (state, isDone) => {
  expect(row(state).isDone).toBe(isDone);
});

it('a row that is done once more still knows how it stood', () => {
  const record = row({ is: 'cut' });
  record.reopen();
  expect({ isDone: record.isDone, last: lastOf(record) }).toEqual({ isDone: false, last: { is: 'cut' } });
  const answered = row({ is: 'answered', as: { is: 'written', found: 'data' } });
  answered.reopen();
  expect(answered.state).toEqual({ is: 'waiting', was: { is: 'written', found: 'data' } });
});
