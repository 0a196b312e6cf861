import { performAction, toRefused } from '../../shared/panel';
import { toTraceError, toWireRequest } from '../../shared/formulas';
import type { ActionPorts, PanelAnswer } from '../../shared/ports';
import type { ActionMessages, ActionName } from '../../shared/actions/protocol';
import { openWorld } from '../apps-script/open-world';
import { actAsPage } from '../fakes/apps-script/act-as-page';
import { MemoryHost } from '../fakes/memory-host';
import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';

/** Who does the actions that a page asks for. */
interface Driver {
  act(name: ActionName, given: unknown): Promise<PanelAnswer<unknown>>;
  advance(byMs: number): void;
  stop(): Promise<unknown>;
}

async function openSheets(sandbox: SandboxProcess, apiKey: string): Promise<Driver> {
  const world = await openWorld(sandbox.origin);
  world.callRpc('setKey', [apiKey, 'anotherAccount']);
  return {
    act: (name, given) => actAsPage(world, name, given),
    advance: (byMs) => world.state.clock.advance(byMs),
    stop: () => world.stop(),
  };
}

/** The core with nothing but `fetch` around it. */
function openCore(sandbox: SandboxProcess, apiKey: string): Promise<Driver> {
  const memory = new MemoryHost(() => ({ ok: false, reason: 'unreachable' }));
  const performers: ActionPorts = {
    ...memory.performers,
    account: () => ({
      id: 'acc-1',
      keyId: 'key-1',
      keyClass: apiKey.startsWith('trace_org_') ? 'organization' : 'user',
      readsLists: true,
    }),
    http: ({ requests }) =>
      Promise.all(
        requests.map(async (request) => {
          const { url, ...options } = toWireRequest(request, sandbox.origin, apiKey);
          const response = await fetch(url, options);
          const { status, headers } = response;
          return {
            ok: true as const,
            response: { status, retryAfter: headers.get('retry-after'), text: await response.text() },
          };
        }),
      ),
  };
  return Promise.resolve({
    act: async (name, given) => {
      try {
        return { ok: true, value: await performAction(performers, name, given) };
      } catch (thrown) {
        return toRefused(toTraceError(thrown));
      }
    },
    advance: (byMs) => void (memory.nowMs += byMs),
    stop: () => Promise.resolve(),
  });
}

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

describe.each([
  ['Google Sheets', openSheets],
  ['the core', openCore],
])('with %s,', (_name, open) => {
  let driver: Driver;
  beforeEach(async () => {
    driver = await open(sandbox, 'trace_demo');
  });
  afterEach(() => driver.stop());

  /** What an action answers; fails where it does not succeed. */
  async function act<N extends ActionName>(name: N, given: ActionMessages[N]['given']) {
    const answer = await driver.act(name, given);
    if (!answer.ok) throw new Error(answer.sentence);
    return answer.value as ActionMessages[N]['value'];
  }
  const sentence = async (name: ActionName, given: unknown) => {
    const answer = await driver.act(name, given);
    return answer.ok ? 'no problem' : answer.sentence;
  };
  const log = async () => (await sandbox.log()).map(({ operation }) => operation);
  /** The domains of a list, as the service exports them. */
  async function membersOf(listId: string): Promise<readonly (string | undefined)[]> {
    const headers = { 'X-API-Key': 'trace_demo' };
    const exported = await fetch(`${sandbox.origin}/v1/lists/${listId}/export`, { headers });
    const [, ...rows] = (await exported.text()).trim().split('\r\n');
    return rows.map((row) => row.split(',')[0]).sort();
  }

  it('a rescan is started, and looked at until it is finished', async () => {
    const started = await act('startRescan', { domains: ['stripe.com', 'www.stripe.com', 'missing.invalid'] });
    driver.advance(6_000);
    await sandbox.advance(6_000);
    const running = await act('checkRescan', { record: started.record });
    driver.advance(60_000);
    await sandbox.advance(60_000);
    const finished = await act('checkRescan', { record: running.record });
    expect({
      running: running.record.parts[0]?.is,
      askAgainAfterMs: running.askAgainAfterMs,
      finished: finished.record.parts[0],
      note: finished.note,
    }).toEqual({
      running: 'running',
      askAgainAfterMs: 3_000,
      finished: expect.objectContaining({
        is: 'finished',
        status: 'completed',
        answers: [
          { domain: 'stripe.com', status: 'completed', detail: null },
          { domain: 'missing.invalid', status: 'failed', detail: 'Trace tracks no company under this domain.' },
        ],
      }),
      note: expect.stringContaining('may take up to an hour'),
    });
  });

  it('a company is flagged', async () => {
    expect(await act('flagCompany', { company: 'stripe.com', description: 'Wrong country.' })).toEqual({
      flag_id: expect.stringMatching(/^\d+$/) as string,
      company_id: expect.stringMatching(/^\d+$/) as string,
      status: 'queued',
    });
    expect(await sentence('flagCompany', { company: 'missing.invalid' })).toContain(
      'Trace does not track "missing.invalid"',
    );
  });

  it('a list is made, found, renamed and deleted', async () => {
    const made = await act('createList', { name: 'Mine' });
    const listId = made?.list_id ?? '';
    await act('renameList', { listId, name: 'Ours' });
    const named = (await act('indexLists', {})).find(({ list_id }) => list_id === listId)?.name;
    await act('deleteList', { listId });
    const isThere = (await act('indexLists', {})).some(({ list_id }) => list_id === listId);
    expect({ named, isThere, deletedAgain: await sentence('deleteList', { listId }) }).toEqual({
      named: 'Ours',
      isThere: false,
      deletedAgain: expect.stringContaining(`There is no list "${listId}"`),
    });
  });

  it('a definition made with another catalogue gets the current version, is counted and set', async () => {
    const tree = { field: 'technology', operator: 'uses', value: 'shopify' };
    const definition = { registry_version: 'an old one', tree };
    const { registry_version } = await act('readFields', {});
    const count = await act('previewCount', { definition });
    const before = await act('readDefinition', { listId: 'lst_1' });
    const replaced = await act('replaceDefinition', { listId: 'lst_1', definition });
    const counts = await act('materializeList', { listId: 'lst_1' });
    expect({ before, replaced, definition: await act('readDefinition', { listId: 'lst_1' }) }).toMatchObject({
      before: { registry_version, tree: { op: 'and' } },
      replaced: { registry_version, tree },
      definition: { registry_version, tree },
    });
    expect((counts?.high ?? 0) + (counts?.medium ?? 0) + (counts?.exploratory ?? 0)).toBe(count);
  });

  it('domains are added and excluded, and the members show it', async () => {
    const changed = await act('addDomains', { listId: 'lst_4', domains: ['company-2.example', 'missing.invalid'] });
    await act('excludeDomains', { listId: 'lst_4', domains: ['stripe.com'] });
    expect({ parts: changed.parts, members: await membersOf('lst_4') }).toMatchObject({
      parts: [{ is: 'done', answer: { added: ['company-2.example'], not_tracked: ['missing.invalid'] } }],
      members: ['company-1.example', 'company-2.example', 'shopify.com'],
    });
  });

  it('a list is shared, and a list that may only be read is not changed', async () => {
    await act('shareList', { listId: 'lst_4', email: 'ann@example.com', access: 'editor' });
    expect(await log()).toEqual(['lists.share']);
    expect(await sentence('renameList', { listId: 'lst_3', name: 'x' })).toContain(
      'You can view this list but not change it',
    );
  });

  it('a list that could not be made is not asked for twice', async () => {
    await sandbox.faults({ fault: 'dropped-connection', operation: 'lists.create' });
    await driver.act('createList', { name: 'Mine' });
    expect(await log()).toEqual(['lists.create']);
  });

  it('an organization key is told from the key', async () => {
    const other = await open(sandbox, 'trace_org_demo');
    const answer = await other.act('indexLists', {});
    await other.stop();
    expect({ answer, log: await log() }).toEqual({
      answer: {
        ok: false,
        sentence: expect.stringContaining('This needs a personal API key') as string,
        code: 'userKeyNeeded',
        facts: {},
      },
      log: [],
    });
  });
});
