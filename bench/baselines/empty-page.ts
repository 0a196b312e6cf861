import { build } from 'esbuild';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The minimum that a start can do: it bundles an empty page, serves it, and prints its address. */
const { outputFiles } = await build({
  stdin: { contents: 'document.body.append("ready")' },
  bundle: true,
  write: false,
});
const server = createServer((_request, response) => response.end(outputFiles[0]?.text)).listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`Empty page ready at http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
