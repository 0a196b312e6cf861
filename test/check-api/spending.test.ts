import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';
import { check, operationsIn } from './check-sandbox';

describe('what the check may do', () => {
  let sandbox: SandboxProcess;
  const environment = (apiKey = 'trace_demo') => ({ TRACE_API_KEY: apiKey, TRACE_API_URL: sandbox.origin });
  const listNames = async () => {
    const response = await fetch(`${sandbox.origin}/v1/lists`, { headers: { 'X-API-Key': 'trace_demo' } });
    return ((await response.json()) as { data: readonly { name: string }[] }).data.map(({ name }) => name);
  };

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => sandbox.reset({ credits: 1_000 }));

  it('asks before the first call, with the price on the screen', async () => {
    let requestsBefore = -1;
    const done = await check([], environment(), {
      ask: async () => {
        requestsBefore = (await sandbox.log()).length;
        return false;
      },
    });
    expect(requestsBefore).toBe(0);
    expect(done.output).toContain('  111  in all');
    expect(done.code).toBe(2);
    expect(await sandbox.log()).toEqual([]);
  });

  it('refuses without a terminal and without --yes', async () => {
    const done = await check([], environment());
    expect(done.complaints).toEqual(['There is no terminal to ask on. Add --yes to make these calls.']);
    expect({ code: done.code, requests: await sandbox.log() }).toEqual({ code: 2, requests: [] });
  });

  it('makes the calls once they are allowed', async () => {
    const done = await check([], environment(), { ask: async () => true });
    expect(done.code).toBe(0);
  });

  it('costs no more than was announced', async () => {
    await check(['--yes', '--with-writes', '--json', 'report.json'], environment());
    const { balance } = await sandbox.ledger();
    expect(balance).toBeLessThan(1_000);
    expect(1_000 - balance).toBeLessThanOrEqual(112);
  });

  it('leaves the enrichment out where it would cost more than is allowed', async () => {
    const done = await check(['--yes', '--enrichment-credits', '5', '--json', 'report.json'], environment());
    const enrichment = operationsIn(done).find(({ operation }) => operation === 'enrichment.partnerships');
    expect(enrichment?.reason).toBe('it may cost 59 credits; allow them with --enrichment-credits 59');
    expect(1_000 - (await sandbox.ledger()).balance).toBeLessThanOrEqual(16);
  });

  it('changes nothing unless that is asked for', async () => {
    const done = await check(['--yes', '--json', 'report.json'], environment());
    expect(
      operationsIn(done)
        .filter(({ isChecked }) => !isChecked)
        .map(({ operation }) => operation),
    ).toEqual([
      'lists.create',
      'lists.rename',
      'lists.addDomains',
      'lists.export',
      'lists.excludeDomains',
      'lists.replaceDefinition',
      'lists.materialize',
      'lists.share',
      'lists.delete',
      'companies.refresh',
      'jobs.show',
      'companies.flag',
    ]);
    const methods = (await sandbox.log()).filter(({ method }) => method !== 'GET').map(({ operation }) => operation);
    expect(methods).toEqual(['companies.batch', 'enrichment.partnerships', 'lists.previewCount']);
  });

  it('asks no list of an organization key', async () => {
    const done = await check(['--yes', '--with-writes'], environment('trace_org_demo'));
    expect(done.code).toBe(0);
    expect((await sandbox.log()).some(({ path }) => path.startsWith('/v1/lists'))).toBe(false);
  });

  it.each([
    ['when all goes well', null],
    ['when the answer to its making is lost', { fault: 'cut-off-body', operation: 'lists.create' }],
    ['when its making is answered by nonsense', { fault: 'malformed-json', operation: 'lists.create' }],
    ['when deleting it fails at first', { fault: 'server-error', operation: 'lists.delete' }],
    ['when the credits run out', { fault: 'credits-out', operation: 'lists.members' }],
    ['when the connection is lost', { fault: 'dropped-connection', operation: 'lists.materialize' }],
  ])('leaves no list behind %s', async (_case, fault) => {
    const before = await listNames();
    if (fault !== null) await sandbox.faults(fault);
    await check(['--yes', '--with-writes'], environment());
    expect((await sandbox.log()).map(({ operation }) => operation)).toContain('lists.create');
    expect(await listNames()).toEqual(before);
  });

  it('leaves no list behind when it is interrupted, and says so when it could not help it', async () => {
    const before = await listNames();
    let calls = 0;
    const stopped = await check(['--yes', '--with-writes'], environment(), { isInterrupted: () => (calls += 1) > 20 });
    expect({ code: stopped.code, lists: await listNames() }).toEqual({ code: 2, lists: before });
    await sandbox.faults({ fault: 'server-error', operation: 'lists.delete', times: null });
    const failed = await check(['--yes', '--with-writes'], environment());
    expect(failed.output).toContain('The list "Contract check of a test" may be left behind');
  });

  it.each([
    ['key-revoked', 'Trace refused the key (401)'],
    ['credits-out', 'There are not enough credits (402)'],
    ['key-without-organization', 'The key has no organization (403)'],
  ])('stops at the first %s, with what it found until then', async (fault, sentence) => {
    await sandbox.faults({ fault, operation: 'technologies.companies', times: null });
    const done = await check(['--yes'], environment());
    expect(done.code).toBe(2);
    expect(done.output).toContain(sentence);
    expect(done.output).toContain('ok companies.search');
    expect((await sandbox.log()).length).toBe(5);
  });

  it('says at once that there is no service', async () => {
    const done = await check(['--yes'], { TRACE_API_KEY: 'trace_demo', TRACE_API_URL: 'http://127.0.0.1:1' });
    expect({ code: done.code, isTold: done.output.includes('The service could not be asked: unreachable.') }).toEqual({
      code: 2,
      isTold: true,
    });
  });
});
