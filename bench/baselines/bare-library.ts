import { createAdaptorServer } from '@hono/node-server';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The minimum that passes requests on behind the web server library of the relay, without any checks. */
const [, , upstream = ''] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: 100 });
const server = createAdaptorServer({
  fetch: async ({ url, method, headers }: Request) => {
    const { pathname } = new URL(url);
    const outgoing = request(upstream + pathname, {
      method,
      headers: { 'x-api-key': headers.get('x-api-key') ?? '' },
      agent,
    }).end();
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    const chunks: Uint8Array[] = [];
    for await (const chunk of answer) chunks.push(chunk as Uint8Array);
    return new Response(Buffer.concat(chunks), {
      status: answer.statusCode ?? 502,
      headers: { 'content-type': answer.headers['content-type'] ?? '' },
    });
  },
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
