import type { RescanRecord } from '../../../shared/actions/rescan-record';
import { TraceError } from '../../../shared/errors/trace-error';
import { json, type MemoryHost } from '../../fakes/memory-host';
import { hostWith, numbered, perform, sentenceOf } from './perform-with';

const started = (jobId: unknown) => json(202, { job_id: jobId });
const finished = json(200, { job_id: 'j1', status: 'completed', domains: [{ domain: 'a.example', status: 'done' }] });
const states = ({ parts }: RescanRecord) => parts.map(({ is, domains }) => `${is} ${domains.length}`);
const sizes = (host: MemoryHost) =>
  host.requests.map(({ body }) => (body as { domains: readonly string[] }).domains.length);

describe('a host that sends only so many requests', () => {
  /** As Google does while formulas keep it busy. */
  const sending = (most: number, error: TraceError = new TraceError('scriptBusy', {})) => {
    const host = hostWith({
      'companies.refresh': [started('j1'), started('j2'), started('j3')],
      'jobs.show': [finished],
    });
    const { http } = host.performers;
    let isBusy = true;
    const busy: typeof http = (effect) => {
      if (isBusy && host.requests.length >= most) throw error;
      return http(effect);
    };
    Object.assign(host.performers, { http: busy });
    return { host, end: () => (isBusy = false) };
  };
  const jobIds = ({ parts }: RescanRecord) => parts.map(({ jobId }) => jobId);
  const unsent = async (domains: number): Promise<RescanRecord> => {
    const host = hostWith({ 'companies.refresh': [started('j0')] });
    const { record } = await perform(host, 'startRescan', { domains: numbered(domains) });
    const parts = record.parts.map((part) => ({ ...part, is: 'unsent' as const, jobId: null }));
    return { ...record, parts };
  };

  it('keeps the jobs that it has started, and sends the rest once it can', async () => {
    const { host, end } = sending(1);
    const { record } = await perform(host, 'startRescan', { domains: numbered(250) });
    end();
    const then = await perform(host, 'checkRescan', { record });
    expect([states(record), jobIds(record), jobIds(then.record), sizes(host)]).toEqual([
      ['running 100', 'unsent 100', 'unsent 50'],
      ['j1', null, null],
      ['j1', 'j2', 'j3'],
      [100, 100, 50],
    ]);
  });

  it.each([
    [new TraceError('storeRefused', { message: 'Service invoked too many times: properties rateMax' }), 'unsent'],
    [new TraceError('storeQuota', {}), 'unsent'],
    [new TraceError('scriptSilent', {}), 'failed'],
    [new TraceError('internal', { detail: 'x is not a function' }), 'failed'],
  ] as const)('when it breaks off with %s the part at hand is %s, and the rest unsent', async (error, is) => {
    const { record } = await perform(sending(1, error).host, 'startRescan', { domains: numbered(250) });
    expect(states(record)).toEqual(['running 100', `${is} 100`, 'unsent 50']);
  });

  it('says why where it has started none', async () => {
    expect(await sentenceOf(sending(0).host, 'startRescan', { domains: ['a.example'] })).toBe(
      'Google is busy with the formulas of this file. Retry when they are done.',
    );
  });

  it('keeps the jobs that a look has started', async () => {
    const { record } = await perform(sending(1).host, 'checkRescan', { record: await unsent(200) });
    expect([states(record), jobIds(record)]).toEqual([
      ['running 100', 'unsent 100'],
      ['j1', null],
    ]);
  });

  it('keeps the job that a look has started before it could ask for another', async () => {
    const before = await unsent(200);
    const [first, second] = before.parts;
    const due = { ...before, parts: [{ ...first!, is: 'running' as const, jobId: 'j0', checkAfterMs: 0 }, second!] };
    const { record } = await perform(sending(1).host, 'checkRescan', { record: due });
    expect([states(record), jobIds(record)]).toEqual([
      ['running 100', 'running 100'],
      ['j0', 'j1'],
    ]);
  });

  it('does not send a part again that broke off once it was sent, be it the first', async () => {
    const host = hostWith({ 'companies.refresh': [started('j1')] });
    const { http } = host.performers;
    const broken: typeof http = (effect) => {
      http(effect);
      throw new Error('x is not a function');
    };
    Object.assign(host.performers, { http: broken });
    const { record } = await perform(host, 'checkRescan', { record: await unsent(200) });
    expect([states(record), sizes(host)]).toEqual([['failed 100', 'unsent 100'], [100]]);
  });

  it('says why where a look brings nothing', async () => {
    const record = await unsent(100);
    expect(await sentenceOf(sending(0).host, 'checkRescan', { record })).toMatch(/^Google is busy /);
  });
});
