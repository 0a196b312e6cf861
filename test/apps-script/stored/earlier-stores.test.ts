import { useSpreadsheets, world } from '../spreadsheet';

/** What earlier versions kept in a file. Nothing reads it any more. */

useSpreadsheets();

const isTold = (): unknown => world.callRpc('bulkEarlier');

it('a file without such texts is told to have none', () => {
  expect(isTold()).toEqual({ ok: true, value: false });
});

it.each(['TRACE_RUN', 'TRACE_RUN_1', 'TRACE_LEASE', 'TRACE_RETRY_0123abcd_0', 'TRACE_RETRIED'])(
  '%s is announced before anything is removed, and removed with Remove Trace by any user',
  (name) => {
    world.state.documentProperties.write(name, '{"startedAtMs":0}');
    const told = isTold();
    world.callRpc('bulkForget', ['everything'], { as: 'editor' });
    expect({ told, after: isTold(), isGone: !(name in world.state.documentProperties.read()) }).toEqual({
      told: { ok: true, value: true },
      after: { ok: true, value: false },
      isGone: true,
    });
  },
);
