import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The minimum that passes requests on: `node:http` both ways, without any checks. */
const [, , upstream = ''] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: 100 });
const server = createServer((incoming, response) => {
  const { method, url = '', headers } = incoming;
  const outgoing = request(
    upstream + url,
    { method, headers: { 'x-api-key': headers['x-api-key'] }, agent },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  incoming.pipe(outgoing);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
