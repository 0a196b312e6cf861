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

describe('a host that grants', () => {
  const THREE = [['domain'], ['a.example'], ['b.example'], ['c.example']];

  it('without a word on what each costs spends no more than the limit', async () => {
    const bench = new Bench(THREE);
    const { reserve } = bench.host.performers;
    Object.assign(bench.host.performers, {
      reserve: (effect: Parameters<typeof reserve>[0]) => {
        const { costs: _untold, ...grant } = reserve(effect);
        return grant;
      },
    });
    const { why, summary } = await bench.start(await bench.plan(), { cap: 2 });
    expect({ why: why?.code, asked: bench.asked, used: summary.creditsUsed }).toEqual({
      why: 'runCapReached',
      asked: ['a.example', 'b.example'],
      used: 2,
    });
  });

  it('only some has nothing of the others asked for', async () => {
    const bench = new Bench(THREE);
    const { reserve } = bench.host.performers;
    Object.assign(bench.host.performers, {
      reserve: (effect: Parameters<typeof reserve>[0]) => ({
        ...reserve(effect),
        refused: new Map([['b.example', new TraceError('limitNotKept', {})]]),
      }),
    });
    const { summary } = await bench.start(await bench.plan(), { cap: 3 });
    expect({ asked: bench.asked, found: summary.found, used: summary.creditsUsed }).toEqual({
      asked: ['a.example', 'c.example'],
      found: 2,
      used: 2,
    });
  });
});
