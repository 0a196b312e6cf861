import { once } from 'node:events';
import { ask, dial, useUpstream } from './asking';
import { SERVERS } from './servers';

const asking = useUpstream();

const begun = (declared: number): string =>
  `POST /v1/companies/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: trace_demo\r\nContent-Length: ${declared}\r\n\r\n{`;

describe.each(SERVERS)('%s, with its own limits', (_name, start) => {
  const server = asking.useServer(start);

  it('has room for others while 64 senders of a declared megabyte take their time', async () => {
    asking.upstream.behave((_request, response) => response.end('{}'));
    const senders = Array.from({ length: 64 }, () => dial(server().origin, begun(1_048_576)));
    await Promise.all(senders.map((sender) => once(sender, 'connect')));
    // The server has seen all of them once it has answered as many that came later.
    for (let more = 0; more < 64; more += 1) await ask(server().origin);
    const { status } = await ask(server().origin, '/v1/companies/batch', { method: 'POST', body: '{"domains":[]}' });
    for (const sender of senders) sender.destroy();
    expect(status).toBe(200);
  });
});

// A separate server: a test that is blocked for so long, as on a busy machine, is a slow sender too.
describe.each(SERVERS)('%s, with little patience', (name, start) => {
  const server = asking.useServer(start, { slowMs: 300 });

  it('does not wait for a body that does not arrive', async () => {
    const socket = dial(server().origin, begun(50));
    const [head] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect({ head: head.toString().slice(0, 12), came: asking.upstream.came() }).toEqual({
      head: 'HTTP/1.1 408',
      came: 0,
    });
  });

  // Headers and slow readers are Cloudflare's business.
  if (name.includes('Worker')) return;

  it('does not wait for headers that do not arrive', async () => {
    const socket = dial(server().origin, 'GET / HTTP/1.1\r\nHost: 127');
    await once(socket.resume(), 'close');
  });
});
