import { DoneRows } from '../../../../shared/bulk/rows/done-rows';
import { RowRecord, type RowState } from '../../../../shared/bulk/rows/row-record';
import { NO_COMPANY } from '../../../../shared/bulk/sheet/row-keys';

const WRITTEN: RowState = { is: 'written', found: 'data' };
const noted = (state: RowState) => ({ seen: 1, state, cells: [], answer: null });

function plan(...codes: readonly string[]): readonly RowRecord[] {
  return codes.map((code, index) => new RowRecord(index, code, code, index + 1));
}

it('counts what was done before a run goes on', () => {
  const rows = plan('a', 'b', NO_COMPANY);
  rows[1]!.take(noted(WRITTEN));
  rows[2]!.take(noted({ is: 'skipped', why: 'noCompany' }));
  const done = new DoneRows(rows);
  expect({ rows: done.rows, done: done.count }).toEqual({ rows: 2, done: 1 });
});

it('counts each row once, however often it changes, and takes back one that is to be done again', () => {
  const rows = plan('a', 'b');
  const done = new DoneRows(rows);
  const counts = [
    { is: 'answered', as: WRITTEN } as const,
    WRITTEN,
    { is: 'skipped', why: 'filled' } as const,
    { is: 'waiting', was: null } as const,
    { is: 'unplaced' } as const,
  ].map((state) => {
    done.take(rows[0]!, noted(state));
    return done.count;
  });
  expect({ counts, state: rows[0]!.state }).toEqual({ counts: [0, 1, 1, 0, 1], state: { is: 'unplaced' } });
});

it('does not count a row that only gets a status', () => {
  const rows = plan('a', NO_COMPANY);
  const done = new DoneRows(rows);
  done.take(rows[1]!, noted({ is: 'skipped', why: 'noCompany' }));
  expect({ rows: done.rows, done: done.count }).toEqual({ rows: 1, done: 0 });
});
