import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';
import { check, differencesIn, operationsIn } from './check-sandbox';

const EVERYTHING = ['--yes', '--with-writes', '--share-with', 'somebody@a.example', '--json', 'report.json'];

describe('against the sandbox', () => {
  let sandbox: SandboxProcess;
  const environment = () => ({ TRACE_API_KEY: 'trace_demo', TRACE_API_URL: sandbox.origin });

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => sandbox.reset());

  it('every operation is checked and nothing differs', async () => {
    const done = await check(EVERYTHING, environment());
    expect(differencesIn(done)).toEqual([]);
    expect(operationsIn(done).filter(({ isChecked }) => !isChecked)).toEqual([]);
    expect(done.code).toBe(0);
  });

  it('every field with another name is found, and nothing else', async () => {
    await sandbox.faults({ fault: 'different-shapes', times: null });
    const done = await check(EVERYTHING, environment());
    const found = differencesIn(done).map((difference) => difference.split(' '));
    const of = (kind: string) =>
      found.filter(([is]) => is === kind).map(([, operation, path]) => `${operation} ${path}`);
    const renamed = new Set(of('extra').map((place) => place.replace('other_', '')));
    expect(of('missing').filter((place) => !renamed.has(place))).toEqual([]);
    expect(of('missing').length).toBeGreaterThan(50);
    expect(of('missing')).toEqual(
      expect.arrayContaining([
        'companies.show slug',
        'companies.batch results[].status',
        'lists.members members[].name',
      ]),
    );
    expect(found).toHaveLength(of('extra').length + of('missing').length);
    expect(done.code).toBe(1);
  });

  it('missing routes are told, with the documented ones that take their place', async () => {
    await sandbox.faults({ fault: 'assumed-routes-missing', times: null });
    const done = await check(EVERYTHING, environment());
    expect(differencesIn(done)).toEqual([
      'missing route companies.batch ',
      'missing route lists.addDomains ',
      'missing route lists.excludeDomains ',
      'missing route lists.export ',
      'missing route lists.share ',
      'missing route partnerships.lookup ',
      'missing route partnerships.shared ',
      'missing route technologies.companies ',
      'missing route technologies.search ',
      'missing route vendors.companies ',
    ]);
    expect(done.output).toContain('documented fall-back: GET /v1/companies with vendor=');
    expect(done.output).toContain('documented fall-back: POST /v1/enrich/partnerships for both companies');
  });

  it.each([
    ['bad-gateway', 'other status companies.batch '],
    ['malformed-json', 'not JSON companies.batch '],
    ['dropped-connection', 'no answer companies.batch '],
    ['cut-off-body', 'no answer companies.batch '],
    ['server-error', 'other status companies.batch '],
  ])('the fault %s is a difference of the one call that met it', async (fault, difference) => {
    await sandbox.faults({ fault, operation: 'companies.batch', times: null });
    const done = await check(['--yes', '--json', 'report.json'], environment());
    expect(differencesIn(done)).toEqual([difference]);
    expect(done.code).toBe(1);
  });

  it('a 429 is waited for, once', async () => {
    await sandbox.faults({ fault: 'rate-limited', operation: 'companies.show', retryAfterSeconds: 7 });
    const once = await check(['--yes'], environment());
    expect({ code: once.code, sleptMs: once.sleptMs }).toEqual({ code: 0, sleptMs: [7_000] });
    await sandbox.faults({ fault: 'rate-limited', operation: 'companies.show', times: 2 });
    const twice = await check(['--yes', '--json', 'report.json'], environment());
    expect(differencesIn(twice)).toEqual(['other status companies.show ']);
  });
});
