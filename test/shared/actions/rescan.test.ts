import { runningPart, type RescanRecord } from '../../../shared/actions/rescan-record';
import { fromKept } from '../../../shared/errors/kept-error';
import { say } from '../../../shared/errors/say';
import { json, text, type MemoryHost } from '../../fakes/memory-host';
import { hostWith, linesOf, numbered, perform, sentenceOf } from './perform-with';

const LAG = 'New detections show at once. Technologies and company facts may take up to an hour.';
const started = (jobId: unknown) => json(202, { job_id: jobId });
const running = json(200, { job_id: 'j1', status: 'running', domains: [] }, '60');
const finished = json(200, { job_id: 'j1', status: 'completed', domains: [{ domain: 'a.example', status: 'done' }] });
/** A rescan whose job is due to be checked. */
const due = { startedAtMs: 0, parts: [runningPart('j1', ['a.example'], 0)] };
const states = ({ parts }: RescanRecord) => parts.map(({ is, domains }) => `${is} ${domains.length}`);
/** What the panel says of a kept problem. */
const said = (problem: unknown) => say(fromKept(problem)!, 'action');
const sizes = (host: MemoryHost) =>
  host.requests.map(({ body }) => (body as { domains: readonly string[] }).domains.length);

describe('starting a rescan', () => {
  it('asks for each domain once, by its normal name, and tells what is no domain', async () => {
    const host = hostWith({ 'companies.refresh': [started('j1')] });
    const domains = ['https://www.Stripe.com/x', 'stripe.com', '', null, 'ann@shopify.com', 'stripe', 'gmail.com', 7];
    const { refused, record } = await perform(host, 'startRescan', { domains });
    expect({
      lines: linesOf(host),
      jobIds: record.parts.map(({ jobId }) => jobId),
      refused: refused.map(({ given, error }) => ({ given, sentence: say(error, 'action') })),
    }).toEqual({
      lines: ['POST /companies/refresh {"domains":["stripe.com","shopify.com"]}'],
      jobIds: ['j1'],
      refused: [
        {
          given: 'stripe',
          sentence: '"stripe" is not a domain. =TRACE_SEARCH("stripe",,"top=3") finds its domain for up to 3 credits.',
        },
        {
          given: 'gmail.com',
          sentence: "gmail.com is a free email provider, not a company. Use the company's own domain.",
        },
        { given: '7', sentence: '7 is a number, not a company. Use a domain such as stripe.com.' },
      ],
    });
  });

  it('puts a hundred domains into each job', async () => {
    const host = hostWith({ 'companies.refresh': [started('j1'), started(2), started('j3')] });
    const { record } = await perform(host, 'startRescan', { domains: numbered(250) });
    expect({ sizes: sizes(host), jobIds: record.parts.map(({ jobId }) => jobId) }).toEqual({
      sizes: [100, 100, 50],
      jobIds: ['j1', '2', 'j3'],
    });
  });

  it('does not look at once, and waits as long as the service asks', async () => {
    const asks = (exchange: ReturnType<typeof json>) =>
      perform(hostWith({ 'companies.refresh': [exchange] }), 'startRescan', { domains: ['a.example'] });
    expect([
      (await asks(started('j1'))).askAgainAfterMs,
      (await asks(json(202, { job_id: 'j1' }, '30'))).askAgainAfterMs,
      (await asks(json(202, { job_id: 'j1' }, '0'))).askAgainAfterMs,
    ]).toEqual([5_000, 30_000, 1_000]);
  });

  it('keeps the failure of a part in that part', async () => {
    const host = hostWith({ 'companies.refresh': [started('j1'), json(500, {}), started('j3')] });
    const { record } = await perform(host, 'startRescan', { domains: numbered(300) });
    expect({ states: states(record), problem: said(record.parts[1]?.problem) }).toEqual({
      states: ['running 100', 'failed 100', 'running 100'],
      problem: 'Trace has a problem (HTTP 500). Wait a few minutes, then retry.',
    });
  });

  it.each([
    ['missing credits', json(402, { error: 'credit_exhausted', requested: 100, shortfall: 40 })],
    ['a refused key', json(401, { error: 'invalid_api_key' })],
    ['too many requests', json(429, { error: 'rate_limited' }, '600')],
    ['a missing route', json(404, { detail: 'Not Found' })],
  ])('is stopped for the rest by %s', async (_problem, exchange) => {
    const host = hostWith({ 'companies.refresh': [started('j1'), exchange] });
    const { record } = await perform(host, 'startRescan', { domains: numbered(400) });
    expect({
      states: states(record),
      requests: host.requests.length,
      problems: new Set(record.parts.slice(1).map(({ problem }) => said(problem))).size,
    }).toEqual({ states: ['running 100', 'failed 100', 'failed 100', 'failed 100'], requests: 2, problems: 1 });
  });

  it.each([
    [{ ok: false, reason: 'timedOut' } as const],
    [{ ok: false, reason: 'unreachable' } as const],
    [json(503, {})],
  ])('does not ask twice where the answer was lost: %j', async (exchange) => {
    const host = hostWith({ 'companies.refresh': [exchange] });
    await perform(host, 'startRescan', { domains: ['a.example'] });
    expect(host.requests).toHaveLength(1);
  });

  it.each([[{ accepted: true }], [null], [[]], [{ job_id: '' }]])(
    'that is answered with %j has no job, and says so',
    async (body) => {
      const { record } = await perform(hostWith({ 'companies.refresh': [json(202, body)] }), 'startRescan', {
        domains: ['a.example'],
      });
      expect({ is: record.parts[0]?.is, problem: said(record.parts[0]?.problem) }).toEqual({
        is: 'failed',
        problem: 'The answer from Trace could not be read. Wait a minute, then retry.',
      });
    },
  );

  it('leaves what there is no time for to the first look', async () => {
    const host = hostWith({ 'companies.refresh': [started('j1')], 'jobs.show': [running] });
    const { http } = host.performers;
    const slow = { ...host.performers, http: (effect: never) => ((host.nowMs += 15_000), http(effect)) };
    Object.assign(host, { performers: slow });
    const first = await perform(host, 'startRescan', { domains: numbered(300) });
    const second = await perform(host, 'checkRescan', { record: first.record });
    expect({
      first: states(first.record),
      askAgainAfterMs: first.askAgainAfterMs,
      second: states(second.record),
    }).toEqual({
      first: ['running 100', 'running 100', 'unsent 100'],
      askAgainAfterMs: 1_000,
      second: ['running 100', 'running 100', 'running 100'],
    });
  });

  it.each([[[]], [['', null]]])('of nothing (%j) is refused without a request', async (domains) => {
    const host = hostWith({});
    expect({ sentence: await sentenceOf(host, 'startRescan', { domains }), requests: host.requests }).toEqual({
      sentence: 'This needs a list of up to 10,000 domains, such as stripe.com. Correct your entry.',
      requests: [],
    });
  });
});

describe('looking at a rescan', () => {
  const begin = async (host: MemoryHost) => (await perform(host, 'startRescan', { domains: ['a.example'] })).record;

  it('that runs says when to check again, and is not asked before', async () => {
    const host = hostWith({ 'companies.refresh': [started('j1')], 'jobs.show': [running] });
    const record = await begin(host);
    const early = await perform(host, 'checkRescan', { record });
    host.nowMs += 5_000;
    const late = await perform(host, 'checkRescan', { record: early.record });
    host.nowMs += 59_999;
    const again = await perform(host, 'checkRescan', { record: late.record });
    expect({
      earlyRecord: early.record,
      lateWaitMs: late.askAgainAfterMs,
      lateNote: late.note,
      againWaitMs: again.askAgainAfterMs,
      lines: linesOf(host),
    }).toEqual({
      earlyRecord: record,
      lateWaitMs: 60_000,
      lateNote: null,
      againWaitMs: 1_000,
      lines: ['POST /companies/refresh {"domains":["a.example"]}', 'GET /jobs/j1'],
    });
  });

  it('that is finished tells what became of each domain, and what lags', async () => {
    const host = hostWith({ 'companies.refresh': [started('j1')], 'jobs.show': [finished] });
    const record = await begin(host);
    host.nowMs += 5_000;
    const { record: done, askAgainAfterMs, note } = await perform(host, 'checkRescan', { record });
    expect({ part: done.parts[0], askAgainAfterMs, note }).toMatchObject({
      part: { is: 'finished', status: 'completed', answers: [{ domain: 'a.example', status: 'done', detail: null }] },
      askAgainAfterMs: null,
      note: LAG,
    });
  });

  it.each([
    [{ status: 'half-baked', domains: { 'WWW.A.example': { state: 'simmering', error: 'x' } } }, 'half-baked', 1],
    [{ data: { job: { state: 7 } } }, null, 0],
    [{}, null, 0],
    [[1, 2], null, 0],
  ])('reads a job of unknown words, %j, as far as it can', async (body, status, answers) => {
    const host = hostWith({ 'jobs.show': [json(200, body)] });
    const { record } = await perform(host, 'checkRescan', { record: due });
    expect({
      is: record.parts[0]?.is,
      status: record.parts[0]?.status,
      answers: record.parts[0]?.answers.length,
    }).toEqual({ is: 'finished', status, answers });
  });

  it.each([
    ['a wait that cannot be read', json(200, { status: 'x' }, 'soon'), 60_000],
    ['a wait of nothing', json(200, { status: 'x' }, '0'), 1_000],
    ['a wait of a year', json(200, { status: 'x' }, '31536000'), 3_600_000],
    ['a service that fails', json(503, {}), 60_000],
    ['a page of a proxy', text(200, '<html></html>'), 60_000],
    ['too many requests', json(429, {}, '90'), 90_000],
    ['a lost connection', { ok: false, reason: 'unreachable' } as const, 60_000],
  ])('goes on after %s', async (_what, exchange, waitMs) => {
    const { record, askAgainAfterMs } = await perform(hostWith({ 'jobs.show': [exchange] }), 'checkRescan', {
      record: due,
    });
    expect({ is: record.parts[0]?.is, askAgainAfterMs }).toEqual({ is: 'running', askAgainAfterMs: waitMs });
  });

  it('asks for no further job where the key is refused', async () => {
    const host = hostWith({
      'companies.refresh': numbered(15).map((_domain, index) => started(`j${index}`)),
      'jobs.show': [json(401, {})],
    });
    const { record } = await perform(host, 'startRescan', { domains: numbered(1_500) });
    host.nowMs += 5_000;
    const look = await perform(host, 'checkRescan', { record });
    expect({ waves: host.waves.slice(15).map((wave) => wave.length), askAgainAfterMs: look.askAgainAfterMs }).toEqual({
      waves: [10],
      askAgainAfterMs: 60_000,
    });
  });

  it('that the service no longer knows has failed', async () => {
    const gone = json(404, { detail: { error: 'job_not_found', message: 'No job.' } });
    const { record, askAgainAfterMs } = await perform(hostWith({ 'jobs.show': [gone] }), 'checkRescan', {
      record: due,
    });
    expect({ is: record.parts[0]?.is, problem: said(record.parts[0]?.problem), askAgainAfterMs }).toEqual({
      is: 'failed',
      problem: 'Trace no longer knows job j1: it expired, or another account started it. Start a new rescan.',
      askAgainAfterMs: null,
    });
  });
});
