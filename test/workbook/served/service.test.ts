import { startWorkbook, type RunningWorkbook } from '../../../workbook/served/server';
import { send } from '../../relay/send';
import { startUpstream, type Upstream } from '../../relay/upstream';
import { builtFolders } from '../built';

let live: Upstream;
let workbook: RunningWorkbook;

beforeAll(async () => {
  live = await startUpstream((_request, response) => response.end('{"name":"the real one"}'));
  workbook = await startWorkbook({ port: 0, apiUrl: null, liveUrl: live.url, ...builtFolders() });
});

afterAll(async () => {
  await workbook.stop();
  await live.stop();
});

function switchTo(service: string, changes: Record<string, string> = {}) {
  const headers = { 'Content-Type': 'application/json', Origin: workbook.origin, ...changes };
  return send(workbook.origin, '/service', { method: 'POST', headers, body: JSON.stringify({ service }) });
}

async function settings(): Promise<unknown> {
  const { body } = await send(workbook.origin, '/');
  return JSON.parse(/id="page-settings">([^<]*)</.exec(body)?.[1] ?? '');
}

it.each([
  ['a foreign page', { Origin: 'https://elsewhere.example' }, 403],
  ['a form', { 'Content-Type': 'text/plain' }, 403],
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['another host name', { Host: 'elsewhere.example' }, 403],
])('is not switched by %s', async (_name, changes, status) => {
  expect((await switchTo('live', changes)).status).toBe(status);
  expect(live.received).toEqual([]);
});

it('does not know another service', async () => {
  expect((await switchTo('elsewhere')).status).toBe(400);
});

it('a page that was opened before the switch sends its key to neither service', async () => {
  const askAs = (service: string) =>
    send(workbook.origin, '/v1/companies/stripe', {
      headers: { 'X-API-Key': 'trace_mine', 'X-Trace-Service': service },
    });
  await switchTo('live');
  expect({ status: (await askAs('sandbox')).status, received: live.received }).toEqual({ status: 409, received: [] });
  expect((await askAs(live.url.origin)).status).toBe(200);
  await switchTo('sandbox');
  expect({ status: (await askAs(live.url.origin)).status, received: live.received.length }).toEqual({
    status: 409,
    received: 1,
  });
});

it('switches to the real service and back', async () => {
  expect(await settings()).toEqual({ sandbox: true, switchable: true, live: false });
  expect((await switchTo('live')).status).toBe(200);
  expect(await settings()).toEqual({ sandbox: false, switchable: true, live: true, answeredBy: live.url.origin });
  expect((await send(workbook.origin, '/v1/companies/stripe', { headers: { 'X-API-Key': 'trace_demo' } })).body).toBe(
    '{"name":"the real one"}',
  );
  expect((await switchTo('sandbox')).status).toBe(200);
  expect(
    (await send(workbook.origin, '/v1/companies/stripe', { headers: { 'X-API-Key': 'trace_demo' } })).body,
  ).not.toContain('the real one');
});
