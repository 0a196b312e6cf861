import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The Trace API of the load test, in a separate process, with answers of 2 KB. One in eight requests for
 * `/v1/lists/dying` gets part of its answer and a closed connection.
 */
const ANSWER = JSON.stringify({ name: 'x'.repeat(2_000) });
const EVERY = 8;
let dying = 0;
const server = createServer((request, response) => {
  request.resume();
  const head = { 'Content-Type': 'application/json', 'Content-Length': ANSWER.length };
  if (request.url !== '/v1/lists/dying' || (dying += 1) % EVERY !== 0) {
    response.writeHead(200, head).end(ANSWER);
    return;
  }
  response.writeHead(200, head).write(ANSWER.slice(0, 100));
  setImmediate(() => response.destroy());
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
