import { TraceError } from '../../../../shared/errors/trace-error';
import { Bench } from '../../../fakes/bulk-bench';

/** What a run may have been charged for a request that was lost, where it may not be sent again. */

test.each(['accountChanged', 'runElsewhere', 'cancelled'] as const)(
  'companies whose request was lost stay in doubt where the host refuses to send it again: %s',
  async (code) => {
    let sent = 0;
    const bench = new Bench([['domain'], ['a.example'], ['b.example'], ['c.example']], () => {
      sent += 1;
      if (sent > 1) throw new TraceError(code, {});
      return { ok: false, reason: 'timedOut' };
    });
    const { summary, why } = await bench.start(await bench.plan(), { cap: 3 });
    expect({ why: why?.code, used: summary.creditsUsed, unsure: summary.creditsUnsure }).toEqual({
      why: code,
      used: 3,
      unsure: 3,
    });
  },
);
