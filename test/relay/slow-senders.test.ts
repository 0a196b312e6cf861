import { once } from 'node:events';
import { dial, useUpstream } from './asking';
import { SERVERS } from './servers';

const asking = useUpstream();

// A server of its own: a test that stands still for so long, as on a busy machine, is a slow sender too.
describe.each(SERVERS)('%s, with little patience', (name, start) => {
  const server = asking.useServer(start, { slowMs: 300 });

  it('does not wait for a body that does not arrive', async () => {
    const socket = dial(
      server().origin,
      'POST /v1/companies/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: trace_demo\r\nContent-Length: 50\r\n\r\n{',
    );
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
