import type { RescanCheck } from '../../../shared/actions/rescan-check';
import { startStubServer } from '../../fakes/apps-script/threads/stub-server';
import type { StubAnswer } from '../../fakes/apps-script/threads/stub-server-worker';
import { actAsPage } from '../../fakes/apps-script/act-as-page';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { openWorld } from '../open-world';

let stop: () => Promise<unknown> = () => Promise.resolve();

/** A spreadsheet whose requests get these answers, one after the other. */
async function worldWith(answers: readonly StubAnswer[], apiKey = 'trace_demo'): Promise<SheetsWorld> {
  const api = await startStubServer(...answers);
  const world = await openWorld(api.origin);
  stop = () => Promise.all([api.stop(), world.stop()]);
  world.callRpc('setKey', [apiKey, 'anotherAccount']);
  return world;
}

afterEach(() => stop());

const sentBy = (world: SheetsWorld) =>
  world.state.requests.map(({ url, method, body }) => [method, url.replace('https://api.tracedata.ai/v1', ''), body]);

it.each([
  ['renameList', { listId: 'lst_1', name: 'B' }, 'PATCH', '/lists/lst_1', '{"name":"B"}'],
  ['deleteList', { listId: 'lst_1' }, 'DELETE', '/lists/lst_1', null],
  ['materializeList', { listId: 'lst_1' }, 'POST', '/lists/lst_1/materialize', null],
])('%s goes out by its method', async (name, given, method, path, body) => {
  const world = await worldWith([{ status: 200, body: '{}' }]);
  expect({ answer: await actAsPage(world, name, given), sent: sentBy(world) }).toEqual({
    answer: expect.objectContaining({ ok: true }),
    sent: [[method, path, body]],
  });
});

it('replacing a definition is a PUT', async () => {
  const world = await worldWith([{ status: 200, body: '{"registry_version":7}' }]);
  await actAsPage(world, 'replaceDefinition', { listId: 'lst_1', definition: { tree: {} } });
  expect(sentBy(world)[1]).toEqual(['PUT', '/lists/lst_1/definition', '{"registry_version":7,"tree":{}}']);
});

it('an organization key is told from the key, without a request', async () => {
  const world = await worldWith([{ status: 200, body: '{}' }], 'trace_org_demo');
  expect({ answer: await actAsPage(world, 'indexLists', {}), sent: sentBy(world) }).toEqual({
    answer: {
      ok: false,
      sentence: expect.stringContaining('This needs a personal API key') as string,
      code: 'userKeyNeeded',
      facts: {},
    },
    sent: [],
  });
});

it('a rescan is looked at once in each run, and says when to look again', async () => {
  const world = await worldWith([
    { status: 202, body: '{"job_id":"j1"}', headers: { 'Retry-After': '1' } },
    { status: 200, body: '{"job_id":"j1","status":"running"}', headers: { 'Retry-After': '60' } },
  ]);
  const started = (await actAsPage(world, 'startRescan', { domains: ['a.example'] })) as unknown as {
    readonly value: RescanCheck;
  };
  world.state.clock.advance(1_000);
  const looked = await actAsPage(world, 'checkRescan', { record: started.value.record });
  expect({ askAgainAfterMs: started.value.askAgainAfterMs, looked }).toEqual({
    askAgainAfterMs: 1_000,
    looked: { ok: true, value: expect.objectContaining({ askAgainAfterMs: 60_000 }) as unknown },
  });
});

it.each([['constructor'], [null], [['indexLists']], [undefined]])('%p is no action', async (name) => {
  const world = await worldWith([{ status: 200, body: '{}' }]);
  expect(await actAsPage(world, name, {})).toMatchObject({
    ok: false,
    sentence: expect.stringContaining('an action that Trace does not have') as string,
  });
});
